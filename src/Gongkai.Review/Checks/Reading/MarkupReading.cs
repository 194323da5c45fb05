using System.Net;

namespace Gongkai.Review.Checks.Reading;

/// <summary>Reads Markdown and HTML as people do: without tags and marks of emphasis, entities as what they stand for.</summary>
internal sealed class MarkupReading(string source, bool isMarkdown, ReadableText.Writer writer)
{
    // A longer run of asterisks stands for what is hidden, not for emphasis: 3213**********1234.
    private const int LongestEmphasis = 3;
    private const int LongestEntity = 12;

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    };

    // Texts that stand in a tag and reach the reader all the same.
    private static readonly string[] TextAttributes = ["alt", "title", "href"];

    public void Run()
    {
        for (var i = 0; i < source.Length;)
            i = Next(i);
    }

    private int Next(int at) => source[at] switch
    {
        '<' when EndOfTag(at) is { } end => Tag(at, end),
        '&' when EndOfEntity(at) is { } end => Entity(at, end),
        '\\' when isMarkdown && at + 1 < source.Length && char.IsAscii(source[at + 1]) && char.IsPunctuation(source[at + 1]) => Plain(at, at + 2, source[at + 1]),
        '*' or '_' or '~' or '`' when isMarkdown => Run(at),
        _ => Plain(at, at + 1, source[at]),
    };

    private int Plain(int start, int end, char c)
    {
        writer.Take(c, start, end);
        return end;
    }

    private int Run(int at)
    {
        var end = at;
        while (end < source.Length && source[end] == source[at])
            end++;
        if (end - at > LongestEmphasis && source[at] != '`')
        {
            for (var i = at; i < end; i++)
                writer.Take(i, i + 1);
        }

        return end;
    }

    private int? EndOfTag(int at)
    {
        if (source.AsSpan(at).StartsWith("<!--"))
            return source.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : null;
        var name = at + 1 < source.Length && source[at + 1] == '/' ? at + 2 : at + 1;
        if (name >= source.Length || !char.IsAsciiLetter(source[name]))
            return null;
        var after = name;
        while (after < source.Length && (char.IsAsciiLetterOrDigit(source[after]) || source[after] == '-'))
            after++;
        if (after < source.Length && !char.IsWhiteSpace(source[after]) && source[after] is not ('>' or '/'))
            return null;
        char? quote = null;
        for (var i = after; i < source.Length; i++)
        {
            if (quote is not null)
                quote = source[i] == quote ? null : quote;
            else if (source[i] is '"' or '\'')
                quote = source[i];
            else if (source[i] == '>')
                return i + 1;
            else if (source[i] == '<')
                return null;
        }

        return null;
    }

    private int Tag(int at, int end)
    {
        var start = source[at + 1] == '/' ? at + 2 : at + 1;
        var after = start;
        while (after < end && (char.IsAsciiLetterOrDigit(source[after]) || source[after] == '-'))
            after++;
        if (after > start && !Inline.Contains(source[start..after]))
            writer.Break(at, end);
        foreach (var (from, until) in TextAttributes.Select(name => ValueOf(name, after, end)).OfType<(int, int)>())
        {
            writer.Break(at, at + 1);
            for (var i = from; i < until;)
                i = source[i] == '&' && EndOfEntity(i) is { } entity && entity <= until ? Entity(i, entity) : Plain(i, i + 1, source[i]);
            writer.Break(until, until + 1);
        }

        return end;
    }

    /// <summary>Where the value of an attribute stands, without its quotes.</summary>
    private (int From, int Until)? ValueOf(string name, int from, int end)
    {
        for (var at = source.IndexOf(name, from, end - from, StringComparison.OrdinalIgnoreCase); at >= 0; at = source.IndexOf(name, at, end - at, StringComparison.OrdinalIgnoreCase))
        {
            var isWhole = at == 0 || char.IsWhiteSpace(source[at - 1]);
            at += name.Length;
            var value = at;
            while (value < end && char.IsWhiteSpace(source[value]))
                value++;
            if (!isWhole || value + 1 >= end || source[value] != '=' || source[value + 1] is not ('"' or '\''))
                continue;
            var close = source.IndexOf(source[value + 1], value + 2, end - value - 2);
            return close < 0 ? null : (value + 2, close);
        }

        return null;
    }

    private int? EndOfEntity(int at) =>
        source.IndexOf(';', at, Math.Min(LongestEntity, source.Length - at)) is > 0 and var end && WebUtility.HtmlDecode(source[at..(end + 1)]) is [_] ? end + 1 : null;

    private int Entity(int at, int end) => Plain(at, end, WebUtility.HtmlDecode(source[at..end])[0]);
}
