using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Pages;

/// <summary>The catalogue: <c>/catalogue</c>, <c>/catalogue/&lt;taxonomy alias&gt;/&lt;term&gt;…</c> and <c>/catalogue/audiences/&lt;value&gt;</c>, one search a page, no database.</summary>
internal sealed class CataloguePage(
    ISearch search, Taxonomies taxonomies, ListEntries lists, FacetLinks facets, SiteSettings site, SiteAddresses addresses, IssuerLetters letters, CatalogueWays ways, ListDownloads downloads, IPageRenderer renderer)
{
    private static readonly string[] PanelFacets = [SearchFacets.Year, SearchFacets.Validity];

    private const int MostYears = 8;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(CataloguePlace.Root, (HttpContext http, CataloguePage page) => page.ShowAsync(http, CataloguePlace.Whole)).WithName("Gongkai.Catalogue");
        endpoints.MapRead(CataloguePlace.Audiences, (HttpContext http, CataloguePage page) => page.ShowAsync(http, CataloguePlace.OfAudience(null))).WithName("Gongkai.Catalogue.Audiences");
        endpoints.MapRead(CataloguePlace.Audiences + "/{value}", (HttpContext http, string value, CataloguePage page) => page.ShowAsync(http, CataloguePlace.OfAudience(value))).WithName("Gongkai.Catalogue.Audience");
        endpoints.MapRead("/catalogue/{alias}/{**terms}", (HttpContext http, string alias, string? terms, CataloguePage page) => page.ShowTermAsync(http, alias, terms?.Trim('/')))
            .WithName("Gongkai.Catalogue.Term");
    }

    private async Task ShowTermAsync(HttpContext http, string alias, string? terms)
    {
        if (FindPlace(alias, terms) is { } place)
            await ShowAsync(http, place);
        else if (terms is not null && taxonomies.Current.FindByAlias(alias)?.FindFormer(terms) is { } moved) // A term that was moved is told from one that never was.
            http.Response.Redirect(http.Request.PathBase + moved.Url + http.Request.QueryString, permanent: true);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task ShowAsync(HttpContext http, CataloguePlace place)
    {
        var (asked, _) = SearchQuery.Read(http.Request.Query, site.PageSize);
        var request = Prepare(asked with { Size = site.PageSize }, place);
        SearchResult result;
        try
        {
            result = search.Search(request, http.RequestAborted);
        }
        catch (SearchRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Paging.IsPast(request, result.Total) || !ways.IsThere(place, result, http.RequestAborted))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        string Url(SearchRequest changed) => UrlOf(changed, place);
        var heading = PageTexts.Of(place.Heading);
        await renderer.RenderAsync(http, new("GongkaiCatalogue", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["HeadingLanguage"] = PageTexts.LanguageOf(place.Heading),
            ["Trees"] = ways.Trees(place, request, result),
            ["Breadcrumb"] = place.Breadcrumb,
            ["Chips"] = facets.Chips(WithoutType(request), Url),
            ["Facets"] = facets.Groups(request, result, PanelFacets, Url),
            ["Sorts"] = FacetLinks.Sorts(request, Url),
            ["List"] = lists.Of(result.Hits).Select(entry => entry with { Url = ListOrigin.AddTo(entry.Url, WithoutType(request)) }).ToList(),
            ["Ways"] = ways.Links(place, result),
            ["Years"] = Years(request, result, Url),
            ["Letters"] = place is { Facet: SearchFacets.Issuer, Value: null } ? letters.Of([.. place.Tree!.All.Values], CatalogueWays.Counts(result, SearchFacets.Issuer)) : [],
            ["Downloads"] = downloads.LinksOf(request),
            ["Pager"] = Paging.Of(request, result.Total, Url),
            ["Total"] = result.Total,
            ["Query"] = request.Query ?? "",
            ["SearchUrl"] = addresses.Search,
            ["Hidden"] = FacetLinks.Hidden(request, [SearchFacets.Type, .. place.Facet is { } own ? (string[])[own] : []]),
        }, heading)
        {
            Metadata = new()
            {
                ColumnName = heading,
                ColumnType = "信息公开目录",
                ColumnKeywords = place == CataloguePlace.Whole ? PageTexts.Of("信息公开目录,主动公开,政策文件") : PageTexts.Of("信息公开目录,{0}", heading),
                Description = PageTexts.Of("{0}：按主题、体裁、机构、服务对象浏览主动公开的政府信息。", heading),
                Canonical = place.Path + SearchQuery.Write(new() { Page = request.Page }),
                Asked = Url(request),
            },
        });
    }

    private CataloguePlace? FindPlace(string alias, string? terms)
    {
        if (taxonomies.Current.FindByAlias(alias) is not { } tree)
            return null;
        if (string.IsNullOrEmpty(terms))
            return CataloguePlace.Of(tree);
        return tree.Find(terms.Split('/')) is { } term ? CataloguePlace.Of(term) : null;
    }

    /// <summary>Entries only; the page's own value is a filter like any other.</summary>
    private static SearchRequest Prepare(SearchRequest asked, CataloguePlace place)
    {
        var request = asked.With(SearchFacets.Type, "DisclosureEntry") with { Page = asked.Page };
        return place is { Facet: { } facet, Value: { } value } ? request.With(facet, value) with { Page = asked.Page } : request;
    }

    private static SearchRequest WithoutType(SearchRequest request) => request.With(SearchFacets.Type) with { Page = request.Page };

    /// <summary>A request's address: the page's own value, while it is the one chosen, is in the path; everything else is in the query.</summary>
    private static string UrlOf(SearchRequest request, CataloguePlace place)
    {
        var query = WithoutType(request);
        var path = CataloguePlace.Root;
        if (place is { Facet: { } facet, Value: { } value } && request.Filters.GetValueOrDefault(facet) is [var only] && only == value)
        {
            path = place.Path;
            query = query.With(facet) with { Page = request.Page };
        }
        else if (place.Value is null)
        {
            path = place.Path;
        }

        return path + SearchQuery.Write(query);
    }

    /// <summary>The newest years that the list has, each as the address with only it chosen; chosen, as the address without.</summary>
    private static List<Link> Years(SearchRequest request, SearchResult result, Func<SearchRequest, string> url) =>
        [.. (result.Facets.GetValueOrDefault(SearchFacets.Year) ?? []).Take(MostYears).Select(year => (Year: year, IsChosen: request.Filters.GetValueOrDefault(SearchFacets.Year)?.Contains(year.Id) == true))
            .Select(one => new Link(one.Year.Label, url(one.IsChosen ? request.Toggle(SearchFacets.Year, one.Year.Id) : request.With(SearchFacets.Year, one.Year.Id)), one.IsChosen, one.Year.Count))];
}
