using System.Net;

namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>Finds the tags of a page that this site made. It reads what our templates and the sanitiser write, changes nothing, and passes over text, comments and scripts.</summary>
/// <param name="html">The page.</param>
internal sealed class HtmlScanner(string html)
{
    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    private int _at;

    /// <summary>The next start tag from where the last one ended; null at the end.</summary>
    public HtmlTag? Next()
    {
        while ((_at = html.IndexOf('<', Math.Min(_at, html.Length))) >= 0)
        {
            if (html.AsSpan(_at).StartsWith("<!--"))
            {
                _at = After("-->", _at + 4);
            }
            else if (_at + 1 < html.Length && char.IsAsciiLetter(html[_at + 1]))
            {
                var tag = Read(_at);
                _at = tag.End;
                return tag;
            }
            else
            {
                // A doctype, an end tag, a sign in a text.
                _at++;
            }
        }

        _at = html.Length;
        return null;
    }

    /// <summary>Goes on after a place.</summary>
    public void GoTo(int place) => _at = place;

    /// <summary>Where the text inside an element that holds no tags ends, as that of a script.</summary>
    public int EndOfText(HtmlTag tag)
    {
        var end = html.IndexOf("</" + tag.Name, tag.End, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    /// <summary>Passes over the text of an element whose text is no HTML.</summary>
    public void PassText(HtmlTag tag)
    {
        if (RawText.Contains(tag.Name))
            _at = EndOfText(tag);
    }

    /// <summary>After the end of an element, with all that is in it.</summary>
    public int EndOf(HtmlTag tag)
    {
        var (open, close) = ("<" + tag.Name, "</" + tag.Name);
        var (depth, at) = (1, tag.End);
        while (depth > 0)
        {
            var end = Find(close, at);
            if (end < 0)
                return html.Length;
            var start = Find(open, at);
            if (start >= 0 && start < end)
                (depth, at) = (depth + 1, start + open.Length);
            else
                (depth, at) = (depth - 1, After(">", end));
        }

        return at;
    }

    /// <summary>The beginning of a tag of exactly this name.</summary>
    private int Find(string beginning, int from)
    {
        for (var at = from; (at = html.IndexOf(beginning, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += beginning.Length)
        {
            if (at + beginning.Length >= html.Length || !IsNameCharacter(html[at + beginning.Length]))
                return at;
        }

        return -1;
    }

    private HtmlTag Read(int start)
    {
        var at = start + 1;
        while (at < html.Length && IsNameCharacter(html[at]))
            at++;
        var name = html[(start + 1)..at].ToLowerInvariant();
        var attributes = new List<HtmlAttribute>();
        while (at < html.Length && html[at] != '>')
        {
            var before = at;
            while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] == '/'))
                at++;
            if (at >= html.Length || html[at] == '>')
                break;
            var attribute = ReadAttribute(before, ref at);
            attributes.Add(attribute);
        }

        return new(name, start, Math.Min(at + 1, html.Length), attributes);
    }

    private HtmlAttribute ReadAttribute(int before, ref int at)
    {
        var nameStart = at++;
        while (at < html.Length && html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(html[at]))
            at++;
        var name = html[nameStart..at].ToLowerInvariant();
        if (at >= html.Length || html[at] != '=')
            return new(name, "", before, at);
        at++;
        int end;
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var quote = html[at++];
            end = html.IndexOf(quote, at);
            end = end < 0 ? html.Length : end;
            var quoted = html[at..end];
            at = Math.Min(end + 1, html.Length);
            return new(name, WebUtility.HtmlDecode(quoted), before, at);
        }

        end = at;
        while (end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
            end++;
        var value = html[at..end];
        at = end;
        return new(name, WebUtility.HtmlDecode(value), before, at);
    }

    private int After(string what, int from)
    {
        var found = from >= html.Length ? -1 : html.IndexOf(what, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + what.Length;
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or ':';
}
