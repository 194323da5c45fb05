using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Markup.Tests;

/// <summary>Reads HTML as a browser would and says what in it must not be there.</summary>
internal static class CleanHtml
{
    private static readonly HashSet<string> Tags = [.. ("h2 h3 h4 h5 h6 p br hr div blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td a img figure figcaption " +
        "span strong b em i u s del ins sub sup small mark code kbd q cite abbr ruby rt rp").Split(' ')];

    private static readonly HashSet<string> Attributes = [.. "id class href rel title lang dir src alt width height loading colspan rowspan scope start value reversed tabindex".Split(' ')];

    private static readonly HashSet<string> Classes = [.. "align-left align-center align-right indent table-scroll footnotes footnote-ref footnote-back-ref".Split(' ')];

    public static void AssertClean(string html)
    {
        var problems = Parse(html).QuerySelectorAll("*").SelectMany(Problems).ToArray();
        Assert.True(problems.Length == 0, string.Join("; ", problems.Take(5)) + " in " + html[..Math.Min(html.Length, 500)]);
    }

    /// <summary>The same tree written in one way, whoever wrote it.</summary>
    public static string Canonical(string html) => Parse(html).InnerHtml;

    public static IElement Parse(string html)
    {
        var parser = new HtmlParser();
        var body = parser.ParseDocument("<!doctype html>").Body!;
        foreach (var node in parser.ParseFragment(html, body).ToArray())
        {
            body.AppendChild(node);
        }

        return body;
    }

    private static IEnumerable<string> Problems(IElement element)
    {
        if (!Tags.Contains(element.LocalName))
        {
            yield return $"<{element.LocalName}>";
        }

        foreach (var attribute in element.Attributes)
        {
            if (!Attributes.Contains(attribute.Name) || !IsCleanValue(attribute))
            {
                yield return $"{element.LocalName}[{attribute.Name}={attribute.Value}]";
            }
        }
    }

    private static bool IsCleanValue(IAttr attribute) => attribute.Name switch
    {
        "id" => attribute.Value.StartsWith("h-", StringComparison.Ordinal),
        "class" => attribute.Value.Split(' ').All(Classes.Contains),
        "rel" => attribute.Value == "noopener",
        "tabindex" => attribute.Value == "0",
        "href" or "src" => IsCleanAddress(attribute.Value),
        _ => true,
    };

    /// <summary>As the URL standard reads it, seen from a page of the site.</summary>
    private static bool IsCleanAddress(string address)
    {
        var text = new string([.. address.Where(c => c is not ('\t' or '\r' or '\n'))]).Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : text[..colon];
        var hasScheme = scheme.Length > 0 && char.IsAsciiLetter(scheme[0]) && scheme.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
        return hasScheme
            ? scheme.ToLowerInvariant() is "http" or "https" or "mailto" or "tel"
            : text.Length < 2 || text[0] is not ('/' or '\\') || text[1] is not ('/' or '\\');
    }
}
