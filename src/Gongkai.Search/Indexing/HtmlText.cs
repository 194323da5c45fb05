using System.Buffers;
using System.Net;
using System.Text;

namespace Gongkai.Search.Indexing;

/// <summary>The text of sanitised HTML: what a reader sees, blocks parted by blank lines.</summary>
/// <remarks>Only for HTML that the markup pipeline made: it is well-formed and has no script, style or comment.</remarks>
internal static class HtmlText
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The text of <paramref name="html"/>.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<' && html.IndexOf('>', i) is > 0 and var close)
            {
                var name = html.AsSpan(i + 1, close - i - 1).TrimStart('/');
                var length = name.IndexOfAnyExcept(NameCharacters);
                name = length < 0 ? name : name[..length];
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    text.Append('\n');
                else if (!Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                    text.Append("\n\n");
                i = close + 1;
                continue;
            }

            var next = html.IndexOf('<', i + 1);
            var stretch = html[i..(next < 0 ? html.Length : next)];
            text.Append(stretch.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(stretch) : stretch);
            i += stretch.Length;
        }

        return text.ToString();
    }
}
