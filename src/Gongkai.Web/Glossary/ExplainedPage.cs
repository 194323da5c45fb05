using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Web.Models;

namespace Gongkai.Web.Glossary;

/// <summary>Explains the terms of a glossary on one page: the first time that a term stands there it becomes a link to its explanation at the end. Works without script and on paper.</summary>
/// <remarks>
/// For HTML that the markup pipeline made: it is well-formed, so a stack of open elements is its tree. Only text is looked at, never a tag or what is in it;
/// text in links, headings, code and the like stays as it is. What is written is the text that stood there, and our own link around it.
/// </remarks>
/// <param name="terms">The glossary.</param>
public sealed class ExplainedPage(GlossaryTerms terms)
{
    // An explanation helps; a page full of them hinders.
    private const int Most = 50;

    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "mark", "pre", "rp", "rt", "ruby", "script", "style", "textarea", "title",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    private readonly List<ExplainedTerm> _found = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The terms that were found so far, in the order of the page.</summary>
    public IReadOnlyList<ExplainedTerm> Found => _found;

    /// <summary>The HTML with the terms that are new on the page made links.</summary>
    public string Explain(string html)
    {
        if (terms.All.Count == 0)
            return html;
        var result = new StringBuilder(html.Length + 256);
        var open = new Stack<bool>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var end = EndOfTag(html, at);
                Watch(html.AsSpan(at, end - at), open);
                result.Append(html, at, end - at);
                at = end;
                continue;
            }

            var next = html.IndexOf('<', at);
            next = next < 0 ? html.Length : next;
            if (open.TryPeek(out var isLeft) && isLeft)
                result.Append(html, at, next - at);
            else
                Text(html[at..next], result);
            at = next;
        }

        return result.ToString();
    }

    private void Text(string encoded, StringBuilder result)
    {
        // Entities are read as what they stand for, and written again.
        var isPlain = !encoded.Contains('&', StringComparison.Ordinal);
        var text = isPlain ? encoded : WebUtility.HtmlDecode(encoded);
        var copied = 0;
        foreach (var found in terms.In(text))
        {
            if (_found.Count >= Most || !_known.Add(found.Term.Id))
                continue;
            var number = _found.Count + 1;
            _found.Add(new(number, found.Term.Term, found.Term.Explanation));
            Write(text.AsSpan(copied, found.Start - copied), result);
            result.Append(CultureInfo.InvariantCulture, $"<a class=\"term\" id=\"term-ref-{number}\" href=\"#term-{number}\">");
            Write(text.AsSpan(found.Start, found.Length), result);
            result.Append("</a>");
            copied = found.Start + found.Length;
        }

        if (copied == 0)
            result.Append(encoded);
        else
            Write(text.AsSpan(copied), result);
    }

    private static void Write(ReadOnlySpan<char> text, StringBuilder result)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '\u00A0' => result.Append("&nbsp;"),
                _ => result.Append(c),
            };
        }
    }

    /// <summary>Keeps which elements are open: for each whether text in it is left alone, by itself or by one around it.</summary>
    private static void Watch(ReadOnlySpan<char> tag, Stack<bool> open)
    {
        if (tag.Length < 3 || tag[1] is '!' or '?')
            return;
        var isEnd = tag[1] == '/';
        var name = tag[(isEnd ? 2 : 1)..];
        var length = name.IndexOfAny(NameEnds);
        name = length < 0 ? name : name[..length];
        if (isEnd)
            open.TryPop(out _);
        else if (!Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            open.Push((open.TryPeek(out var isLeft) && isLeft) || Left.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name));
    }

    /// <summary>The place after a tag. A value in quotation marks may hold a closing sign.</summary>
    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            if (quote != '\0')
                quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'')
                quote = html[i];
            else if (html[i] == '>')
                return i + 1;
        }

        return html.Length;
    }
}
