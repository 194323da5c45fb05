using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Gongkai.Markup.Pasting;

/// <summary>Reads what stands in a line: text, emphasis, links, line breaks.</summary>
internal sealed class PastedInlines
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "xml", "head", "meta", "link", "title", "object", "svg", "math", "iframe", "noscript", "template", "textarea", "select", "button", "input", "v:shape", "v:imagedata", "v:shapetype", "w:wrap",
    };

    private readonly StringBuilder _html = new();
    private readonly StringBuilder _marker = new();
    private List<string> _open = [];
    private char _last;
    private bool _hasSpace;

    /// <summary>The number or bullet that stood before the line.</summary>
    public string Marker => _marker.ToString().Trim().Trim('\u00A0').Trim();

    /// <summary>Whether nothing was read that anybody sees.</summary>
    public bool IsEmpty => _last == '\0';

    /// <summary>Whether an element holds nothing of the document.</summary>
    public static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || new PastedStyle(element).IsHidden
        // A deletion that somebody tracks is accepted.
        || (element.LocalName == "del" && element.HasAttribute("cite"));

    /// <summary>Reads a node and what it holds.</summary>
    public void Read(INode node, IReadOnlyList<string>? around = null)
    {
        around ??= [];
        switch (node)
        {
            case IText text:
                Append(text.Data, around);
                break;
            case IElement element when IsDropped(element):
                break;
            case IElement element when new PastedStyle(element).IsMarker:
                _marker.Append(element.TextContent);
                break;
            case IElement { LocalName: "br" }:
                Break();
                break;
            case IElement { LocalName: "img" } picture:
                Picture(picture);
                break;
            case IElement element:
                var inner = TagsOf(element, around);
                foreach (var child in element.ChildNodes)
                    Read(child, inner);
                break;
        }
    }

    /// <summary>A picture of this site stays; any other lies on somebody's disk, or elsewhere.</summary>
    private void Picture(IElement picture)
    {
        if (picture.GetAttribute("src") is not { } source || !source.StartsWith("/media/", StringComparison.Ordinal))
            return;
        OpenOnly([]);
        _html.Append("<img src=\"").Append(WebUtility.HtmlEncode(source)).Append("\" alt=\"").Append(WebUtility.HtmlEncode(picture.GetAttribute("alt") ?? "")).Append("\">");
        (_last, _hasSpace) = ('\u4E00', false);
    }

    /// <summary>A new line in the same block.</summary>
    public void Break()
    {
        if (IsEmpty || _last == '\n')
            return;
        OpenOnly([]);
        _html.Append("<br>");
        _hasSpace = false;
        _last = '\n';
    }

    /// <summary>The HTML of the line.</summary>
    public string ToHtml()
    {
        OpenOnly([]);
        var html = _html.ToString();
        while (html.EndsWith("<br>", StringComparison.Ordinal))
            html = html[..^4];
        return html;
    }

    private static List<string> TagsOf(IElement element, IReadOnlyList<string> around)
    {
        var style = new PastedStyle(element);
        var tags = new List<string>(around);
        Add(style.IsStrong || (element.LocalName is "b" or "strong" && !style.IsNotStrong), "strong");
        Add(style.IsSlanted || element.LocalName is "i" or "em", "em");
        Add(style.IsUnderlined || element.LocalName == "u", "u");
        Add(style.IsDeleted || element.LocalName is "s" or "strike" or "del", "del");
        Add(style.IsRaised || element.LocalName == "sup", "sup");
        Add(style.IsLowered || element.LocalName == "sub", "sub");
        if (style.IsNotStrong)
            tags.Remove("strong");
        if (element.LocalName == "a" && element.GetAttribute("href") is { } href && AddressOf(href) is { } address)
        {
            // A link is underlined by itself.
            tags.Remove("u");
            tags.RemoveAll(tag => tag.StartsWith("a ", StringComparison.Ordinal));
            tags.Insert(0, $"a href=\"{WebUtility.HtmlEncode(address)}\"");
        }

        return tags;

        void Add(bool isSo, string tag)
        {
            if (isSo && !tags.Contains(tag, StringComparer.Ordinal) && !(tag == "u" && tags.Exists(open => open.StartsWith("a ", StringComparison.Ordinal))))
                tags.Add(tag);
        }
    }

    /// <summary>An address that leads somewhere from a page; a place in the copied document or on somebody's disk does not.</summary>
    private static string? AddressOf(string href) =>
        SafeUrl.Clean(href, picture: false) is { } address && (SafeUrl.IsOutside(address) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/media/", StringComparison.Ordinal))
            ? address
            : null;

    private void Append(string text, IReadOnlyList<string> tags)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\u200B' or '\uFEFF')
            {
                _hasSpace |= rune.Value is not ('\u200B' or '\uFEFF');
                continue;
            }

            if (Rune.IsControl(rune))
                continue;
            var first = rune.Value <= char.MaxValue ? (char)rune.Value : '\u4E00';
            // The source breaks its lines anywhere: between ideographs that is no space.
            if (_hasSpace && _last is not ('\0' or '\n') && !(_last >= '\u2E80' && first >= '\u2E80'))
                _html.Append(' ');
            _hasSpace = false;
            if (!_open.SequenceEqual(tags, StringComparer.Ordinal))
                OpenOnly(tags);
            _html.Append(rune.IsAscii ? WebUtility.HtmlEncode(rune.ToString()) : rune.ToString());
            _last = first;
        }
    }

    private void OpenOnly(IReadOnlyList<string> tags)
    {
        var same = 0;
        while (same < _open.Count && same < tags.Count && _open[same] == tags[same])
            same++;
        for (var i = _open.Count - 1; i >= same; i--)
            _html.Append("</").Append(_open[i].Split(' ')[0]).Append('>');
        for (var i = same; i < tags.Count; i++)
            _html.Append('<').Append(tags[i]).Append('>');
        _open = [.. tags];
    }
}
