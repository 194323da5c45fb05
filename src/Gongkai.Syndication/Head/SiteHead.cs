using Gongkai.Content;
using Gongkai.Syndication.Discovery;
using Gongkai.Syndication.Feeds;
using Gongkai.Syndication.Schema;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Syndication.Head;

/// <summary>The heads of all pages: Open Graph, feeds of what a page lists, the description of the search, schema.org data.</summary>
/// <remarks>Addresses are absolute where the site's address is configured, else they begin with <c>/</c>: pages are cached for everyone, so the request's host is never asked.</remarks>
internal sealed class SiteHead(SiteSettings site, Taxonomies taxonomies, SiteAddresses addresses, FeedLists feeds) : IPageHead
{
    /// <inheritdoc/>
    public PageHead Of(HttpContext http, ShownPage page)
    {
        var pathBase = http.Request.PathBase.ToUriComponent();
        var place = new PagePlace(site.BaseUrl + (page.Metadata.CanonicalBase ?? pathBase), page.Metadata.Canonical ?? http.Request.Path.ToUriComponent(), site.SiteName, addresses.Search);
        if (page.Status != StatusCodes.Status200OK)
            return new([], [Search(pathBase)], null);
        var lists = FeedsOf(http, page).Select(list => (List: list, Query: SearchOf(http, list))).ToList();
        return new(
            [.. OpenGraph.Of(page, place, site.ShareImage)],
            [Search(pathBase), .. lists.SelectMany(one => Links(one.List, pathBase, one.Query))],
            page.Metadata.NoIndex && page.Item is not null ? null : PageData.Of(page, place, () => taxonomies.Current))
        {
            List = lists is [var (list, query)] ? ParametersOf(list, query) : null,
        };
    }

    private static string ParametersOf(FeedList list, string query) => $"?list={Uri.EscapeDataString(list.Name)}{(query.Length > 0 ? "&" + query[1..] : "")}";

    private HeadLink Search(string pathBase) => new("search", OpenSearchEndpoint.MediaType, site.SiteName, pathBase + "/opensearch.xml");

    /// <summary>What the page lists; an item that is a list has a feed of its own.</summary>
    private IEnumerable<FeedList> FeedsOf(HttpContext http, ShownPage page)
    {
        if (page.Item is { } item)
            return page.Model.GetValueOrDefault("IsList") is true ? [FeedLists.OfItem(item.ContentItemId, item.DisplayText, AutoroutePart.UrlOf(item))] : [];
        return feeds.OfPage(http.Request.Path.Value ?? "/") is { } list ? [list] : [];
    }

    /// <summary>What the page was asked, as far as the feed takes it: without page, size and order.</summary>
    private static string SearchOf(HttpContext http, FeedList list) => list.TakesFilters
        ? SearchQuery.Write(SearchQuery.Read(http.Request.Query).Request with { Page = 1, Sort = SearchSort.Relevance })
        : "";

    private static HeadLink[] Links(FeedList list, string pathBase, string query) =>
    [
        new("alternate", AtomWriter.MediaType, PageTexts.Of("{0}（{1}）", list.Text, "Atom"), pathBase + list.UrlOf(".atom", query)),
        new("alternate", RssWriter.MediaType, PageTexts.Of("{0}（{1}）", list.Text, "RSS"), pathBase + list.UrlOf(".rss", query)),
    ];
}
