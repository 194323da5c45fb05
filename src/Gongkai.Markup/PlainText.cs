using System.Net;
using System.Text;

namespace Gongkai.Markup;

/// <summary>Text without any markup: each line a paragraph, every character itself.</summary>
internal static class PlainText
{
    public static string ToHtml(string source)
    {
        var html = new StringBuilder(source.Length + 64);
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            // Trims full-width spaces as well.
            var text = line.Trim();
            if (!text.IsEmpty)
            {
                html.Append("<p>").Append(WebUtility.HtmlEncode(text.ToString())).Append("</p>\n");
            }
        }

        return html.ToString();
    }
}
