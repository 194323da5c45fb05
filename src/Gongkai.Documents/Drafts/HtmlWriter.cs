using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Documents.Blocks;

namespace Gongkai.Documents.Drafts;

/// <summary>Writes blocks as HTML that the markup pipeline takes whole.</summary>
internal static class HtmlWriter
{
    private static readonly (Emphasis Emphasis, string Tag)[] Tags =
    [
        (Emphasis.Strong, "strong"), (Emphasis.Slanted, "em"), (Emphasis.Deleted, "del"), (Emphasis.Underlined, "u"), (Emphasis.Raised, "sup"), (Emphasis.Lowered, "sub"),
    ];

    /// <summary>The HTML of a document.</summary>
    public static string Write(IReadOnlyList<Block> blocks, IReadOnlyList<NoteBlock> notes)
    {
        var html = new StringBuilder();
        WriteBlocks(blocks, html);
        if (notes.Count == 0)
            return html.ToString();
        html.Append("<div class=\"footnotes\">\n<hr>\n<ol>\n");
        foreach (var note in notes)
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{note.Number}\">").Append(Of(note.Inlines)).Append(CultureInfo.InvariantCulture, $" <a class=\"footnote-back-ref\" href=\"#mark-{note.Number}\">↩</a></li>\n");
        html.Append("</ol>\n</div>\n");
        return html.ToString();
    }

    /// <summary>A table in one stretch without blank lines, as HTML within Markdown needs it.</summary>
    public static void WriteTable(TableBlock table, StringBuilder html)
    {
        html.Append("<table>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                var tag = row.IsHeader ? "th" : "td";
                html.Append('<').Append(tag);
                if (cell.Columns > 1)
                    html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"");
                if (cell.Rows > 1)
                    html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"");
                html.Append('>').AppendJoin("<br>", cell.Blocks.Select(CellLine)).Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    /// <summary>Inlines as HTML.</summary>
    public static string Of(IEnumerable<Inline> inlines)
    {
        var html = new StringBuilder();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    WriteText(text, html);
                    break;
                case LinkInline link:
                    html.Append("<a href=\"").Append(WebUtility.HtmlEncode(link.Address)).Append("\">").Append(Of(link.Inlines)).Append("</a>");
                    break;
                case PictureInline picture:
                    html.Append("<img src=\"/media/").Append(WebUtility.HtmlEncode(MediaAddress.Of(picture.Path))).Append("\" alt=\"").Append(WebUtility.HtmlEncode(picture.AlternativeText)).Append("\">");
                    break;
                case LineBreak:
                    html.Append("<br>");
                    break;
                case NoteMark mark:
                    html.Append(CultureInfo.InvariantCulture, $"<a id=\"mark-{mark.Number}\" class=\"footnote-ref\" href=\"#note-{mark.Number}\"><sup>{mark.Number}</sup></a>");
                    break;
            }
        }

        return html.ToString();
    }

    private static void WriteText(TextInline text, StringBuilder html)
    {
        foreach (var (emphasis, tag) in Tags)
        {
            if (text.Emphasis.HasFlag(emphasis))
                html.Append('<').Append(tag).Append('>');
        }

        html.Append(Encode(text.Text));
        foreach (var (emphasis, tag) in Tags.Reverse())
        {
            if (text.Emphasis.HasFlag(emphasis))
                html.Append("</").Append(tag).Append('>');
        }
    }

    private static void WriteBlocks(IReadOnlyList<Block> blocks, StringBuilder html)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case HeadingBlock heading:
                    html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level}{ClassOf(heading.Alignment)}>").Append(Of(heading.Inlines)).Append(CultureInfo.InvariantCulture, $"</h{heading.Level}>\n");
                    break;
                case ParagraphBlock paragraph:
                    html.Append("<p").Append(ClassOf(paragraph.Alignment)).Append('>').Append(Of(paragraph.Inlines)).Append("</p>\n");
                    break;
                case TableBlock table:
                    WriteTable(table, html);
                    break;
                case ListItemBlock:
                    i = WriteList(blocks, i, html) - 1;
                    break;
            }
        }
    }

    /// <summary>Writes the entries from one on that are one list, with those inside it.</summary>
    /// <returns>The place after the last.</returns>
    private static int WriteList(IReadOnlyList<Block> blocks, int at, StringBuilder html)
    {
        var first = (ListItemBlock)blocks[at];
        var tag = first.Number is null ? "ul" : "ol";
        html.Append('<').Append(tag);
        if (first.Number is > 1)
            html.Append(CultureInfo.InvariantCulture, $" start=\"{first.Number}\"");
        html.Append(">\n");
        var expected = first.Number;
        while (at < blocks.Count && blocks[at] is ListItemBlock item && item.Depth >= first.Depth)
        {
            if (item.Depth == first.Depth && (item.Number is null != first.Number is null || item.Number != expected))
                break;
            html.Append("<li>").Append(Of(item.Inlines));
            at++;
            if (at < blocks.Count && blocks[at] is ListItemBlock inner && inner.Depth > first.Depth)
            {
                html.Append('\n');
                at = WriteList(blocks, at, html);
            }

            html.Append("</li>\n");
            expected++;
        }

        html.Append("</").Append(tag).Append(">\n");
        return at;
    }

    private static string CellLine(Block block) => block switch
    {
        ParagraphBlock paragraph => Of(paragraph.Inlines),
        HeadingBlock heading => Of(heading.Inlines),
        ListItemBlock { Number: { } number } item => string.Create(CultureInfo.InvariantCulture, $"{number}. {Of(item.Inlines)}"),
        ListItemBlock item => "• " + Of(item.Inlines),
        _ => "",
    };

    private static string ClassOf(Alignment alignment) => alignment switch
    {
        Alignment.Center => " class=\"align-center\"",
        Alignment.End => " class=\"align-right\"",
        _ => "",
    };

    private static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
