using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Gongkai.Markup;

/// <summary>Writes a table with its alignment as classes: Markdig's own writes <c>style</c>, which the site's content security policy blocks.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        // A wide table scrolls by itself on a phone; the tab stop lets the keyboard scroll it.
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table-scroll\" tabindex=\"0\">").WriteLine("<table>");

        string? section = null;
        foreach (var row in table.Cast<TableRow>())
        {
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (wanted != section)
            {
                Close(renderer, section);
                renderer.WriteLine($"<{wanted}>");
                section = wanted;
            }

            renderer.WriteLine("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(renderer, table, row, (TableCell)row[i], i);
            }

            renderer.WriteLine("</tr>");
        }

        Close(renderer, section);
        renderer.WriteLine("</table>").WriteLine("</div>");
    }

    private static void WriteCell(HtmlRenderer renderer, Table table, TableRow row, TableCell cell, int position)
    {
        // An empty corner heads nothing; a screen reader would announce it for every cell below.
        var isHeading = row.IsHeader && cell.Count > 0;
        var tag = isHeading ? "th" : "td";
        renderer.Write($"<{tag}");
        if (isHeading)
        {
            renderer.Write(" scope=\"col\"");
        }

        if (cell.ColumnSpan != 1)
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\""));
        }

        if (cell.RowSpan != 1)
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\""));
        }

        var column = cell.ColumnIndex < 0 ? position : cell.ColumnIndex;
        if (column < table.ColumnDefinitions.Count && AlignmentClass(table.ColumnDefinitions[column].Alignment) is { } alignment)
        {
            renderer.Write($" class=\"{alignment}\"");
        }

        renderer.Write('>');
        var paragraphsWereImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = paragraphsWereImplicit;
        renderer.WriteLine($"</{tag}>");
    }

    private static string? AlignmentClass(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => "align-left",
        TableColumnAlign.Center => "align-center",
        TableColumnAlign.Right => "align-right",
        _ => null,
    };

    private static void Close(HtmlRenderer renderer, string? section)
    {
        if (section is not null)
        {
            renderer.WriteLine($"</{section}>");
        }
    }
}
