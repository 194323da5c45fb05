using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Pages;

/// <summary>The search page, <c>/search?q=</c>. What it does not understand in the address it leaves out.</summary>
internal sealed class SearchPage(ISearch search, SearchGuide guide, ISearchLog log, ListEntries lists, FacetLinks facets, SiteSettings site, SiteAddresses addresses, IPageRenderer renderer,
    ListDownloads? downloads = null)
{
    public static void Map(IEndpointRouteBuilder endpoints, SiteAddresses addresses) =>
        endpoints.MapRead(addresses.Search, (HttpContext http, SearchPage page) => page.ShowAsync(http)).WithName("Gongkai.Search").ExcludeFromDescription();

    private async Task ShowAsync(HttpContext http)
    {
        var request = SearchQuery.Read(http.Request.Query, site.PageSize).Request with { Size = site.PageSize };
        var (result, fault) = Ask(request, http.RequestAborted);
        if (fault?.Parameter == "page" || (fault is null && Paging.IsPast(request, result.Total)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var key = fault is null ? log.KeyOf(request.Query) : null;
        if (key is not null && request.Page == 1)
            Count(http, key, request, result);
        var help = fault is null ? guide.For(request, result, http.RequestAborted) : SearchGuidance.None;
        var shown = help.Closest ?? result;
        var title = request.Query is { } query ? PageTexts.Of("搜索：{0}", query.Length <= 40 ? query : query[..40] + "…") : PageTexts.Of("搜索");
        await renderer.RenderAsync(http, new("GongkaiSearch", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Query"] = request.Query ?? "",
            ["Total"] = result.Total,
            ["IsPartial"] = result.IsPartial,
            ["Meant"] = help.Meant,
            ["Everywhere"] = help.Everywhere,
            // What is shown instead of results is no list that an address names.
            ["List"] = ListOf(request, shown, key, shown == result ? request : null),
            ["Facets"] = facets.Groups(request, result, SearchFacets.Counted, Url),
            ["Chips"] = facets.Chips(request, Url),
            ["Sorts"] = FacetLinks.Sorts(request, Url),
            ["Pager"] = Paging.Of(request, result.Total, Url),
            ["Downloads"] = downloads?.LinksOf(request) ?? [],
            ["Problem"] = fault is null ? null : SearchFaults.TextOf(fault),
            ["Hidden"] = FacetLinks.Hidden(request),
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("搜索", addresses.Search, IsCurrent: true)],
        }, title, fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
        {
            Metadata = new() { ColumnName = PageTexts.Of("搜索"), ColumnType = "信息公开目录", ColumnKeywords = PageTexts.Of("搜索,信息检索"), Description = PageTexts.Of("按标题、文号、索引号或关键词查找主动公开的政府信息。"), Asked = Url(request), NoIndex = true },
        });
    }

    private string Url(SearchRequest request) => addresses.Search + SearchQuery.Write(request);

    private (SearchResult Result, SearchRequestException? Fault) Ask(SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (search.Search(request, cancellationToken), null);
        }
        catch (SearchRequestException fault)
        {
            return (new(0, [], new Dictionary<string, IReadOnlyList<FacetCount>>()), fault);
        }
    }

    /// <summary>Counts the search now and each time the same page is given again. Only what has all words counts as found.</summary>
    private void Count(HttpContext http, string key, SearchRequest request, SearchResult result)
    {
        int? found = request.Filters.Count > 0 || request.Since is not null || request.Until is not null ? null : result.IsPartial ? 0 : result.Total;
        log.Searched(key, found);
        http.Features.Set(new EachAnswer(() => log.Searched(key, found)));
    }

    private List<ListEntry> ListOf(SearchRequest request, SearchResult result, string? key, SearchRequest? list)
    {
        var first = (request.Page - 1) * request.Size;
        return [.. lists.Of(result.Hits).Select((entry, i) => entry with
        {
            Url = key is null ? WithList(entry, list) : new SearchOrigin(key, first + i + 1).AddTo(WithList(entry, list)),
            IsNumberAsked = NumberMatch.Is(request.Query, entry.DocumentNumber) || NumberMatch.Is(request.Query, entry.IndexNumber),
        })];
    }

    /// <summary>Entries have neighbours in the list that they were found in.</summary>
    private static string WithList(ListEntry entry, SearchRequest? list) =>
        list is not null && entry.Type == "DisclosureEntry" ? ListOrigin.AddTo(entry.Url, list, isSearch: true) : entry.Url;
}
