using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web;

/// <summary>From which list somebody came to an item: the parameter <c>list</c> of a link in it, as <c>list=topic%3Dtopic-02</c>. Neither caches nor canonical links know it.</summary>
/// <remarks>
/// The item's page is the same for all, so it cannot know the list; its links to the neighbours lead to an address that reads the list from the
/// page they were followed on (<c>Referer</c>), which our own referrer policy sends whole within the site.
/// </remarks>
public static class ListOrigin
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "list";

    private const string Everything = "all";
    private const int Longest = 600;

    /// <summary>A link with the list that it stands in, before its anchor if it has one; the link alone when the list takes too long to say.</summary>
    public static string AddTo(string link, SearchRequest list)
    {
        var text = SearchQuery.Write(list with { Page = 1 }).TrimStart('?');
        if (text.Length > Longest)
            return link;
        var anchor = link.IndexOf('#', StringComparison.Ordinal);
        var (page, rest) = anchor < 0 ? (link, "") : (link[..anchor], link[anchor..]);
        var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{page}{separator}{Parameter}={Uri.EscapeDataString(text.Length == 0 ? Everything : text)}{rest}";
    }

    /// <summary>The list that the page names on which a link was followed; null when there is none, or the page is of another site.</summary>
    public static SearchRequest? OfReferrer(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referrer) && string.Equals(referrer.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && QueryHelpers.ParseQuery(referrer.Query).TryGetValue(Parameter, out var values) && values is [{ Length: > 0 and <= Longest * 3 } text]
            ? SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(text))).Request
            : null;
}
