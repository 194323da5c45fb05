using System.Buffers;
using System.Globalization;
using System.Text;
using Gongkai.Documents.Blocks;

namespace Gongkai.Documents.Drafts;

/// <summary>Writes blocks as Markdown that an editor can go on with.</summary>
internal static class MarkdownWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~");

    /// <summary>The Markdown of a document.</summary>
    public static string Write(IReadOnlyList<Block> blocks, IReadOnlyList<NoteBlock> notes)
    {
        var markdown = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            WriteBlock(blocks[i], markdown);
            // Entries of one list stand together.
            if (!(blocks[i] is ListItemBlock && i + 1 < blocks.Count && blocks[i + 1] is ListItemBlock))
                markdown.Append('\n');
        }

        foreach (var note in notes)
            markdown.Append(CultureInfo.InvariantCulture, $"[^{note.Number}]: ").Append(Of(note.Inlines).Replace("\n", " ", StringComparison.Ordinal)).Append("\n\n");
        return markdown.ToString().TrimEnd('\n') + (markdown.Length > 0 ? "\n" : "");
    }

    private static void WriteBlock(Block block, StringBuilder markdown)
    {
        switch (block)
        {
            case HeadingBlock heading:
                markdown.Append('#', heading.Level).Append(' ').Append(Of(heading.Inlines).Replace("\\\n", " ", StringComparison.Ordinal)).Append('\n');
                break;
            case ParagraphBlock paragraph:
                markdown.Append(AtLineStart(Of(paragraph.Inlines))).Append('\n');
                break;
            case ListItemBlock item:
                markdown.Append(' ', item.Depth * 3)
                    .Append(item.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "- ")
                    .Append(AtLineStart(Of(item.Inlines)).Replace("\\\n", "<br>", StringComparison.Ordinal)).Append('\n');
                break;
            case TableBlock table when IsPlain(table):
                WritePipeTable(table, markdown);
                break;
            case TableBlock table:
                HtmlWriter.WriteTable(table, markdown);
                break;
        }
    }

    /// <summary>Whether a table can be drawn with bars: a header row, as many cells in each row, a line in each cell.</summary>
    private static bool IsPlain(TableBlock table) =>
        table.Rows.Count > 1 && table.Rows[0].IsHeader && !table.Rows.Skip(1).Any(row => row.IsHeader)
        && table.Rows.All(row => row.Cells.Count == table.Rows[0].Cells.Count && row.Cells.All(cell =>
            cell is { Columns: 1, Rows: 1 } && cell.Blocks is [] or [ParagraphBlock] && !cell.Blocks.OfType<ParagraphBlock>().Any(paragraph => paragraph.Inlines.Any(inline => inline is LineBreak))));

    private static void WritePipeTable(TableBlock table, StringBuilder markdown)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            markdown.Append("| ").AppendJoin(" | ", table.Rows[i].Cells.Select(cell => cell.Blocks is [ParagraphBlock paragraph] ? Of(paragraph.Inlines) : "")).Append(" |\n");
            if (i == 0)
                markdown.Append("| ").AppendJoin(" | ", table.Rows[0].Cells.Select(_ => "---")).Append(" |\n");
        }
    }

    private static string Of(IEnumerable<Inline> inlines)
    {
        var markdown = new StringBuilder();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    WriteText(text, markdown);
                    break;
                case LinkInline link:
                    markdown.Append('[').Append(Of(link.Inlines)).Append("](<").Append(link.Address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)).Append(">)");
                    break;
                case PictureInline picture:
                    markdown.Append("![").Append(Escape(picture.AlternativeText)).Append("](/media/").Append(MediaAddress.Of(picture.Path).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)).Append(')');
                    break;
                case LineBreak:
                    markdown.Append("\\\n");
                    break;
                case NoteMark mark:
                    markdown.Append(CultureInfo.InvariantCulture, $"[^{mark.Number}]");
                    break;
            }
        }

        return markdown.ToString();
    }

    private static void WriteText(TextInline text, StringBuilder markdown)
    {
        // Marks of emphasis cling to letters: space stands outside them.
        var inner = text.Text.Trim();
        if (inner.Length == 0 || text.Emphasis == Emphasis.None)
        {
            markdown.Append(Escape(text.Text));
            return;
        }

        var start = text.Text.Length - text.Text.TrimStart().Length;
        var (open, close) = ("", "");
        Wrap(Emphasis.Underlined, "<u>", "</u>");
        Wrap(Emphasis.Raised, "<sup>", "</sup>");
        Wrap(Emphasis.Lowered, "<sub>", "</sub>");
        Wrap(Emphasis.Deleted, "~~", "~~");
        Wrap(Emphasis.Strong, "**", "**");
        Wrap(Emphasis.Slanted, "*", "*");
        markdown.Append(text.Text.AsSpan(0, start)).Append(open).Append(Escape(inner)).Append(close).Append(text.Text.AsSpan(start + inner.Length));

        void Wrap(Emphasis emphasis, string before, string after)
        {
            if (text.Emphasis.HasFlag(emphasis))
                (open, close) = (open + before, after + close);
        }
    }

    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !text.Contains('&', StringComparison.Ordinal))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i]))
                escaped.Append('\\');
            // Only what would be read as a character reference.
            escaped.Append(text[i] == '&' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#') ? "&amp;" : text[i].ToString());
        }

        return escaped.ToString();
    }

    /// <summary>A paragraph that begins like a heading, a list or a rule is a paragraph; a number before a sentence stays one (the pipeline sees to that).</summary>
    private static string AtLineStart(string text) => text.Length > 0 && text[0] is '#' or '-' or '+' or '=' or ':' ? "\\" + text : text;
}
