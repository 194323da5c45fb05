using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web;

/// <summary>From which list somebody came to an item: the parameter <c>list</c> of a link in it, as <c>list=topic%3Dtopic-02</c>, of results of the search <c>list=search%3Fq%3D…</c>. Canonical links do not have it.</summary>
public static class ListOrigin
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "list";

    private const string Everything = "all";
    private const string OfSearch = "search?";
    private const int Longest = 600;

    /// <summary>A link with the list that it stands in, before its anchor if it has one; the link alone when the list takes too long to say.</summary>
    /// <param name="link">The link.</param>
    /// <param name="list">The list.</param>
    /// <param name="isSearch">Whether it stands on the search page; else it does in the catalogue.</param>
    public static string AddTo(string link, SearchRequest list, bool isSearch = false)
    {
        var text = (isSearch ? OfSearch : "") + SearchQuery.Write(list with { Page = 1 }).TrimStart('?');
        if (text.Length > Longest)
            return link;
        var anchor = link.IndexOf('#', StringComparison.Ordinal);
        var (page, rest) = anchor < 0 ? (link, "") : (link[..anchor], link[anchor..]);
        var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{page}{separator}{Parameter}={Uri.EscapeDataString(text.Length == 0 ? Everything : text)}{rest}";
    }

    /// <summary>The list that an address names; null when it names none.</summary>
    public static SearchRequest? Read(IQueryCollection query)
    {
        if (query[Parameter] is not [{ Length: > 0 and <= Longest } text])
            return null;
        var isSearch = text.StartsWith(OfSearch, StringComparison.Ordinal);
        var list = SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(isSearch ? text[OfSearch.Length..] : text))).Request;
        return text is Everything or OfSearch || SearchQuery.Write(list).Length > 0 ? list : null;
    }

    /// <summary>Whether the list that an address names is one of the search page.</summary>
    public static bool IsSearch(IQueryCollection query) => query[Parameter] is [{ } text] && text.StartsWith(OfSearch, StringComparison.Ordinal);
}
