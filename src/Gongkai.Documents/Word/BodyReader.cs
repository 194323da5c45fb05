using System.Xml.Linq;
using Gongkai.Documents.Blocks;
using static Gongkai.Documents.Word.WordXml;

namespace Gongkai.Documents.Word;

/// <summary>Reads the blocks of a document's body in their order.</summary>
/// <param name="styles">Its styles.</param>
/// <param name="numbers">Its automatic numbering.</param>
/// <param name="inlines">Reads its paragraphs.</param>
/// <param name="notices">Takes what is not carried over.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class BodyReader(ParagraphStyles styles, AutoNumbers numbers, InlineReader inlines, Notices notices, CancellationToken cancellationToken)
{
    private const int DeepestTable = 1;
    private const int DeepestContainer = 20;
    private const int MostColumns = 200;

    /// <summary>The document's text, a line for each paragraph, as Word shows it.</summary>
    public List<string> Original { get; } = [];

    /// <summary>The blocks in a container: the body, a cell.</summary>
    /// <param name="container">The container.</param>
    /// <param name="tables">In how many tables it is.</param>
    public List<Block> Read(XElement container, int tables = 0)
    {
        var blocks = new List<Block>();
        Read(container, blocks, tables, 0);
        return blocks;
    }

    private void Read(XElement container, List<Block> blocks, int tables, int depth)
    {
        foreach (var child in container.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (child.Name.LocalName)
            {
                case "p":
                    ReadParagraph(child, blocks);
                    break;
                case "tbl" when tables < DeepestTable:
                    ReadTable(child, blocks, tables);
                    break;
                case "tbl":
                    notices.Add(new("表格里的表格变成了普通文字"));
                    foreach (var paragraph in child.Descendants(W + "p"))
                        ReadParagraph(paragraph, blocks);
                    break;
                case "del" or "moveFrom" or "sectPr" or "tcPr" or "sdtPr":
                    break;
                case "altChunk":
                    notices.Add(new("一段嵌入的其他格式内容没有带入"));
                    break;
                default:
                    // Content controls, custom XML, accepted changes.
                    if (depth < DeepestContainer)
                        Read(child, blocks, tables, depth + 1);
                    break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph, List<Block> blocks)
    {
        var properties = paragraph.Element(W + "pPr");
        var look = styles.Of(properties);
        notices.Enter(string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)));
        if (look.IsContents)
        {
            notices.Count("目录（{0} 行）没有带入：网页按标题自己生成");
            return;
        }

        var read = inlines.Read(paragraph, look.IsStrong || look.Heading > 0);
        var number = read.Count > 0 ? numbers.Next(look.NumberingId, look.NumberingLevel) : null;
        if (read.Count == 0)
            return;
        Original.Add((number is { Text.Length: 0 } ? "• " : number?.Text) + Inlines.TextOf(read));
        blocks.Add(BlockOf(look, number, read));
    }

    private static Block BlockOf(ParagraphLook look, AutoNumber? number, List<Inline> read)
    {
        if (look.IsTitle)
            return new ParagraphBlock(Inlines.Plain(read), look.Alignment, IsTitle: true);
        if (number is { Text.Length: > 0 } && (number.Number is null || look.Heading > 0))
            read.Insert(0, new TextInline(number.Text + (char.IsAsciiDigit(number.Text[^1]) || number.Text[^1] is '.' or ')' ? " " : "")));
        if (look.Heading > 0)
            return new HeadingBlock(look.Heading, Inlines.Plain(read), look.Alignment);
        if (number is { Text: "" } or { Number: not null })
            return new ListItemBlock(number.Level, number.Number, read);
        return new ParagraphBlock(Inlines.Tidy(read), look.Alignment);
    }

    private void ReadTable(XElement table, List<Block> blocks, int tables)
    {
        var rows = table.Elements().SelectMany(child => child.Name == W + "tr" ? [child] : child.Name == W + "sdt" || child.Name == W + "ins" ? child.Descendants(W + "tr").Take(MostColumns) : [])
            .Where(row => row.Element(W + "trPr")?.Element(W + "del") is null).ToList();
        var grid = new List<List<Placed>>();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            grid.Add(ReadRow(row, tables));
        }

        // A frame around text is no table.
        if (grid is [[var only]])
        {
            blocks.AddRange(only.Blocks);
            return;
        }

        var read = grid.Select((row, i) => new TableRow(
            IsHeader(rows[i], table, i, grid.Count),
            [.. row.Where(cell => !cell.Continues).Select(cell => new TableCell(cell.Blocks, cell.Columns, RowsOf(grid, i, cell)))])).Where(row => row.Cells.Count > 0).ToList();
        if (read.Count > 0)
            blocks.Add(new TableBlock(read));
    }

    private List<Placed> ReadRow(XElement row, int tables)
    {
        var cells = new List<Placed>();
        var column = Number(row.Element(W + "trPr").Val("gridBefore")) ?? 0;
        foreach (var cell in row.Elements().SelectMany(child => child.Name == W + "tc" ? [child] : child.Name == W + "sdt" ? child.Descendants(W + "tc").Take(MostColumns) : []).Take(MostColumns))
        {
            var properties = cell.Element(W + "tcPr");
            var columns = Math.Clamp(Number(properties.Val("gridSpan")) ?? 1, 1, MostColumns);
            var merge = properties?.Element(W + "vMerge");
            var continues = merge is not null && (string?)merge.Attribute(W + "val") != "restart";
            cells.Add(new(column, columns, merge is not null, continues, continues ? [] : Read(cell, tables + 1)));
            column += columns;
        }

        return cells;
    }

    private static int RowsOf(List<List<Placed>> grid, int row, Placed cell)
    {
        var rows = 1;
        while (cell.IsMerged && row + rows < grid.Count && grid[row + rows].Exists(below => below.Column == cell.Column && below.Continues))
            rows++;
        return rows;
    }

    private static bool IsHeader(XElement row, XElement table, int place, int count) =>
        row.Element(W + "trPr").IsOn("tblHeader") == true
        || (place == 0 && count > 1 && (string?)table.Element(W + "tblPr")?.Element(W + "tblLook")?.Attribute(W + "firstRow") is "1" or "true");

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= MostColumns ? number : null;

    private sealed record Placed(int Column, int Columns, bool IsMerged, bool Continues, List<Block> Blocks);
}
