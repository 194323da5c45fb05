using Gongkai.Catalogue.Standards;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Pages;

/// <summary>The catalogue: <c>/catalogue</c> and <c>/catalogue/&lt;taxonomy alias&gt;/&lt;term&gt;…</c>, one search a page, no database.</summary>
internal sealed class CataloguePage(ISearch search, Taxonomies taxonomies, ListEntries lists, FacetLinks facets, SiteSettings site, SiteAddresses addresses, IssuerLetters letters, ListDownloads downloads, IPageRenderer renderer)
{
    private static readonly string[] PanelFacets = [SearchFacets.Year, SearchFacets.Validity];
    private static readonly string[] TreeFacets = [SearchFacets.Topic, SearchFacets.Genre, SearchFacets.Issuer];

    private const int MostYears = 8;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/catalogue", (HttpContext http, CataloguePage page) => page.ShowAsync(http, null)).WithName("Gongkai.Catalogue");
        endpoints.MapRead("/catalogue/{alias}/{**terms}", (HttpContext http, string alias, string? terms, CataloguePage page) => page.ShowAsync(http, alias, terms))
            .WithName("Gongkai.Catalogue.Term");
    }

    private async Task ShowAsync(HttpContext http, string? alias, string? terms = null)
    {
        if (FindPlace(alias, terms) is not { } place)
        {
            RedirectToMoved(http, alias, terms);
            return;
        }

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

        if (Paging.IsPast(request, result.Total))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        string Url(SearchRequest changed) => UrlOf(changed, place);
        var heading = place.Term?.Label ?? place.Tree?.Title ?? "政府信息公开目录";
        await renderer.RenderAsync(http, new("GongkaiCatalogue", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["Trees"] = TreeFacets.Select(facet => TreeOf(facet, request, result, place)).OfType<Tree>().ToList(),
            ["Breadcrumb"] = Breadcrumb(place),
            ["Chips"] = facets.Chips(WithoutType(request), Url),
            ["Facets"] = facets.Groups(request, result, PanelFacets, Url),
            ["Sorts"] = FacetLinks.Sorts(request, Url),
            ["List"] = lists.Of(result.Hits).Select(entry => entry with { Url = ListOrigin.AddTo(entry.Url, WithoutType(request)) }).ToList(),
            ["Ways"] = Ways(place),
            ["Years"] = Years(request, result, Url),
            ["Letters"] = place is { Facet: SearchFacets.Issuer, Term: null } ? letters.Of([.. place.Tree!.All.Values], Counts(result, SearchFacets.Issuer)) : [],
            ["Downloads"] = downloads.LinksOf(request),
            ["Pager"] = Paging.Of(request, result.Total, Url),
            ["Total"] = result.Total,
            ["Query"] = request.Query ?? "",
            ["SearchUrl"] = addresses.Search,
            ["Hidden"] = FacetLinks.Hidden(request, [SearchFacets.Type, .. place.Facet is { } own ? (string[])[own] : []]),
        }, heading)
        {
            Metadata = new() { ColumnName = heading, ColumnType = "信息公开目录", ColumnKeywords = heading == "政府信息公开目录" ? "信息公开目录,主动公开,政策文件" : $"信息公开目录,{heading}", Description = $"{heading}：按主题、体裁、机构浏览主动公开的政府信息。", Canonical = place.Path + PageOf(request) },
        });
    }

    /// <summary>A term that was moved is told from one that never was.</summary>
    private void RedirectToMoved(HttpContext http, string? alias, string? terms)
    {
        if (alias is not null && terms is not null && taxonomies.Current.FindByAlias(alias)?.FindFormer(terms.Trim('/')) is { } moved)
            http.Response.Redirect(http.Request.PathBase + moved.Url + http.Request.QueryString, permanent: true);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static string PageOf(SearchRequest request) => SearchQuery.Write(new() { Page = request.Page });

    private Place? FindPlace(string? alias, string? terms)
    {
        if (alias is null)
            return new(null, null);
        if (taxonomies.Current.FindByAlias(alias) is not { } tree)
            return null;
        if (string.IsNullOrEmpty(terms?.Trim('/')))
            return new(tree, null);
        return tree.Find(terms.Trim('/').Split('/')) is { } term ? new(tree, term) : null;
    }

    /// <summary>Entries only; the page's own term is a filter like any other.</summary>
    private static SearchRequest Prepare(SearchRequest asked, Place place)
    {
        var request = asked.With(SearchFacets.Type, "DisclosureEntry") with { Page = asked.Page };
        return place is { Facet: { } facet, Term: { } term } ? request.With(facet, term.Id) with { Page = asked.Page } : request;
    }

    private static SearchRequest WithoutType(SearchRequest request) => request.With(SearchFacets.Type) with { Page = request.Page };

    /// <summary>A request's address: the page's own term, while it is the one chosen, is in the path; everything else is in the query.</summary>
    private static string UrlOf(SearchRequest request, Place place)
    {
        var query = WithoutType(request);
        var path = "/catalogue";
        if (place is { Facet: { } facet, Term: { } term } && request.Filters.GetValueOrDefault(facet) is [var only] && only == term.Id)
        {
            path = place.Path;
            query = query.With(facet) with { Page = request.Page };
        }
        else if (place.Term is null)
        {
            path = place.Path;
        }

        return path + SearchQuery.Write(query);
    }

    private Tree? TreeOf(string facet, SearchRequest request, SearchResult result, Place place)
    {
        if (taxonomies.Current.ById.GetValueOrDefault(SearchFacets.TaxonomyOf(facet)!) is not { } tree)
            return null;
        var counts = Counts(result, facet);
        // The other filters stay when a term of this tree is clicked, also the page's own term of another tree.
        var query = SearchQuery.Write(WithoutType(request).With(facet));
        var lineage = request.Filters.GetValueOrDefault(facet) is [var chosen] && tree.All.TryGetValue(chosen, out var term) ? term.Lineage : [];
        return new(tree.Alias, tree.Title, tree.Url, Nodes(tree.Terms, counts, query, lineage), place.Tree == tree || lineage.Count > 0);
    }

    private static Dictionary<string, int> Counts(SearchResult result, string facet) =>
        (result.Facets.GetValueOrDefault(facet) ?? []).ToDictionary(count => count.Id, count => count.Count, StringComparer.Ordinal);

    /// <summary>The ways in: a taxonomy each, and the standard catalogues.</summary>
    private List<Link> Ways(Place place) =>
    [
        new("全部", "/catalogue", place.Tree is null),
        .. TreeFacets.Select(facet => taxonomies.Current.ById.GetValueOrDefault(SearchFacets.TaxonomyOf(facet)!)).OfType<TaxonomyTree>().Select(tree => new Link(tree.Title, tree.Url, place.Tree == tree)),
        new("标准目录", StandardPages.Path),
    ];

    /// <summary>The newest years that the list has, each as the address with only it chosen; chosen, as the address without.</summary>
    private static List<Link> Years(SearchRequest request, SearchResult result, Func<SearchRequest, string> url) =>
        [.. (result.Facets.GetValueOrDefault(SearchFacets.Year) ?? []).Take(MostYears).Select(year => (Year: year, IsChosen: request.Filters.GetValueOrDefault(SearchFacets.Year)?.Contains(year.Id) == true))
            .Select(one => new Link(one.Year.Label, url(one.IsChosen ? request.Toggle(SearchFacets.Year, one.Year.Id) : request.With(SearchFacets.Year, one.Year.Id)), one.IsChosen, one.Year.Count))];

    private static List<TreeNode> Nodes(IEnumerable<Term> terms, Dictionary<string, int> counts, string query, IReadOnlyList<Term> lineage) =>
        [.. terms.Select(term => new TreeNode(term.Id, term.Label, term.Url + query, counts.GetValueOrDefault(term.Id),
            lineage.Count > 0 && lineage[^1] == term, lineage.Contains(term), Nodes(term.Children, counts, query, lineage)))];

    private static List<Link> Breadcrumb(Place place) =>
    [
        new("首页", "/"),
        new("信息公开目录", "/catalogue", place.Tree is null),
        .. place.Tree is { } tree ? [new Link(tree.Title, tree.Url, place.Term is null)] : (Link[])[],
        .. place.Term?.Lineage.Select(term => new Link(term.Label, term.Url, term == place.Term)) ?? [],
    ];

    /// <summary>Where in the catalogue a page is.</summary>
    private sealed record Place(TaxonomyTree? Tree, Term? Term)
    {
        public string? Facet => Tree is null ? null : SearchFacets.OfTaxonomy(Tree.Id);

        public string Path => Term?.Url ?? Tree?.Url ?? "/catalogue";
    }
}
