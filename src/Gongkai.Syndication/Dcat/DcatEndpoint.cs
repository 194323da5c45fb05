using Gongkai.Content;
using Gongkai.Syndication.Feeds;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Dcat;

/// <summary><c>/dcat/catalog.jsonld</c>, the first page; <c>/dcat/after/ID.jsonld</c>, the page after an entry. A page goes on after an entry and not at a number: what is published meanwhile moves nothing.</summary>
internal static class DcatEndpoint
{
    private const string MediaType = "application/ld+json";
    private const int PageSize = 200;
    private const string EntryType = "DisclosureEntry";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/dcat/catalog.jsonld", (HttpContext http, IPublicItems items, ISearch search, Taxonomies taxonomies, SiteSettings site) => SendAsync(http, null, items, search, taxonomies, site))
            .WithName("Gongkai.Dcat").ExcludeFromDescription();
        endpoints.MapRead("/dcat/after/{id}.jsonld", (HttpContext http, string id, IPublicItems items, ISearch search, Taxonomies taxonomies, SiteSettings site) => SendAsync(http, id, items, search, taxonomies, site))
            .WithName("Gongkai.Dcat.After").ExcludeFromDescription();
    }

    private static Task SendAsync(HttpContext http, string? after, IPublicItems items, ISearch search, Taxonomies taxonomies, SiteSettings site)
    {
        var origin = SiteOrigin.Bare(http, site);
        var ids = items.ReadAfter(after, PageSize, EntryType);
        var total = search.Search(FeedLists.WholeCatalogue.Base with { Size = 0 }, http.RequestAborted).Total;
        string AddressOf(string? id) => id is null ? origin + "/dcat/catalog.jsonld" : $"{origin}/dcat/after/{Uri.EscapeDataString(id)}.jsonld";
        var next = ids.Count == PageSize && items.ReadAfter(ids[^1].ContentItemId, 1, EntryType).Count > 0 ? AddressOf(ids[^1].ContentItemId) : null;
        var page = new DatasetWriter(site.SiteName, taxonomies.Current).Page(origin, AddressOf(after), next, total, search.Find([.. ids.Select(item => item.ContentItemId)]));
        return JsonAnswer.SendAsync(http, MediaType, page);
    }
}
