namespace Gongkai.Documents.Blocks;

/// <summary>Where the lines of a paragraph stand.</summary>
internal enum Alignment
{
    Start,
    Center,
    End,
}

/// <summary>A part of a document that stands by itself, whatever it was written in.</summary>
internal abstract record Block;

/// <summary>A heading; the page's title is the first level, so those of the text begin at 2.</summary>
internal sealed record HeadingBlock(int Level, IReadOnlyList<Inline> Inlines, Alignment Alignment = Alignment.Start) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Inlines">What it says.</param>
/// <param name="Alignment">Where it stands.</param>
/// <param name="IsTitle">Its style says that it is the document's title.</param>
internal sealed record ParagraphBlock(IReadOnlyList<Inline> Inlines, Alignment Alignment = Alignment.Start, bool IsTitle = false) : Block;

/// <summary>An entry of a list; those that follow each other are one list.</summary>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Number">Its number; null for a bullet.</param>
/// <param name="Inlines">What it says.</param>
internal sealed record ListItemBlock(int Depth, int? Number, IReadOnlyList<Inline> Inlines) : Block;

/// <summary>A table.</summary>
internal sealed record TableBlock(IReadOnlyList<TableRow> Rows) : Block;

/// <summary>A row of a table; it has only the cells that begin in it.</summary>
internal sealed record TableRow(bool IsHeader, IReadOnlyList<TableCell> Cells);

/// <summary>A cell of a table.</summary>
internal sealed record TableCell(IReadOnlyList<Block> Blocks, int Columns = 1, int Rows = 1);

/// <summary>A footnote or endnote, numbered in the order of the text.</summary>
internal sealed record NoteBlock(int Number, IReadOnlyList<Inline> Inlines);
