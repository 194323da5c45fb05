using System.Net;
using System.Text;

namespace Gongkai.Web;

/// <summary>What a page is about in a sentence, where nobody wrote an abstract: how its text begins.</summary>
public static class PageDescription
{
    /// <summary>As much as search engines show of Chinese text.</summary>
    public const int Longest = 80;

    // What is inside of a line of text; any other element parts words.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u" };

    /// <summary>The beginning of some HTML that was sanitised, in one line; null when it has no text.</summary>
    public static string? Of(IEnumerable<string> html)
    {
        var text = new StringBuilder();
        foreach (var one in html)
        {
            Append(one, text);
            if (text.Length > Longest)
                break;
        }

        return Shorten(text.ToString());
    }

    /// <summary>A text in one line, cut between characters with «…» when it is too long; null when it has none.</summary>
    public static string? Shorten(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest)
            return line.Length == 0 ? null : line;
        var end = Longest - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    private static void Append(string html, StringBuilder text)
    {
        var enough = text.Length + (Longest * 2);
        for (var i = 0; i < html.Length && text.Length < enough;)
        {
            var next = html.IndexOf('<', i);
            text.Append(WebUtility.HtmlDecode(html[i..(next < 0 ? html.Length : next)]));
            if (next < 0)
                break;
            var close = html.IndexOf('>', next);
            if (close < 0)
                break;
            var name = html.AsSpan(next + 1, close - next - 1).TrimStart('/');
            name = name[..(name.IndexOfAny(' ', '/') is >= 0 and var length ? length : name.Length)];
            if (!Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                text.Append(' ');
            i = close + 1;
        }

        text.Append(' ');
    }
}
