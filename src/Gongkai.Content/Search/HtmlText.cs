using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongkai.Content;

/// <summary>The text of sanitised HTML: what a reader sees, blocks parted by blank lines; and where in it headings and elements with an id begin.</summary>
/// <remarks>Only for HTML that the markup pipeline made: it is well-formed and has no script, style or comment.</remarks>
public static class HtmlText
{
    private const string IdAttribute = " id=\"";

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The text of <paramref name="html"/>.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        Append(html, text, []);
        return text.ToString();
    }

    /// <summary>Appends the text, and the marks with their places in the whole of it.</summary>
    public static void Append(string html, StringBuilder text, List<HtmlMark> marks)
    {
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<' && html.IndexOf('>', i) is > 0 and var close)
            {
                var tag = html.AsSpan(i + 1, close - i - 1);
                var isEnd = tag.StartsWith('/');
                var name = tag.TrimStart('/');
                var length = name.IndexOfAnyExcept(NameCharacters);
                name = length < 0 ? name : name[..length];
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    text.Append('\n');
                else if (!Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                    text.Append("\n\n");
                if (!isEnd && (HeadingLevel(name) is var level) && (IdOf(tag) is var id) && (level > 0 || id is not null))
                    marks.Add(new(text.Length, id, level));
                i = close + 1;
                continue;
            }

            var next = html.IndexOf('<', i + 1);
            var stretch = html.AsSpan(i, (next < 0 ? html.Length : next) - i);
            if (stretch.Contains('&'))
                text.Append(WebUtility.HtmlDecode(stretch.ToString()));
            else
                text.Append(stretch);
            i += stretch.Length;
        }
    }

    private static int HeadingLevel(ReadOnlySpan<char> name) => name.Length == 2 && name[0] is 'h' or 'H' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    private static string? IdOf(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf(IdAttribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = tag[(at + IdAttribute.Length)..];
        return value.IndexOf('"') is > 0 and var end ? WebUtility.HtmlDecode(value[..end].ToString()) : null;
    }
}

/// <summary>A place in the text of some HTML.</summary>
/// <param name="Start">Where it is in the text.</param>
/// <param name="Id">The id of the element that begins there; null for none.</param>
/// <param name="HeadingLevel">1 to 6 when that is a heading; else 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HtmlMark(int Start, string? Id, int HeadingLevel);
