using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web;

/// <summary>A column that lists one type by year, as <c>/interpretations</c> and <c>/interpretations/2021</c>.</summary>
/// <param name="ContentType">The type.</param>
/// <param name="Path">The column's address, which begins the routes of its items: <c>/questions</c>, <c>questions/2021/3</c>.</param>
/// <param name="Title">What people call the column.</param>
/// <param name="Template">The page's template.</param>
/// <param name="ColumnType">The column's type in the national page rules.</param>
/// <param name="Description">What the column holds, in a sentence.</param>
public sealed record YearColumn(string ContentType, string Path, string Title, string Template, string ColumnType, string Description)
{
    /// <summary>The column's breadcrumb.</summary>
    public IReadOnlyList<Link> Breadcrumb(int? year = null)
    {
        List<Link> links = [new("首页", "/"), new(Title, Path, year is null)];
        if (year is { } given)
            links.Add(new(PageTexts.Of("{0}年", given), UrlOf(given), IsCurrent: true));
        return links;
    }

    /// <summary>What a page of the column is called in the language of the page.</summary>
    public string HeadingOf(int? year = null) => year is { } given ? PageTexts.Of("{0}（{1}年）", PageTexts.Of(Title), given) : PageTexts.Of(Title);

    /// <summary>The column's page of a year.</summary>
    public string UrlOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{year}");

    /// <summary>How the routes of a year's items begin: <c>questions/2021/</c>.</summary>
    public string PrefixOf(int year) => UrlOf(year).TrimStart('/') + "/";
}

/// <summary>Shows the pages of a <see cref="YearColumn"/>: one search a page, no database.</summary>
/// <param name="search">The search.</param>
/// <param name="lists">Makes list entries.</param>
/// <param name="site">The page size.</param>
/// <param name="renderer">Renders the page.</param>
/// <param name="downloads">Where lists are had as files; null where nobody answers there.</param>
public sealed class YearColumnPage(ISearch search, ListEntries lists, SiteSettings site, IPageRenderer renderer, ListDownloads? downloads = null)
{
    /// <summary>Maps a column's two addresses, under a module's name.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, YearColumn column, string name)
    {
        endpoints.MapRead(column.Path, (HttpContext http, YearColumnPage page) => page.ShowAsync(http, column, null)).WithName(name);
        endpoints.MapRead(column.Path + "/{year:int:range(1,9999)}", (HttpContext http, int year, YearColumnPage page) => page.ShowAsync(http, column, year)).WithName(name + ".Year");
    }

    /// <summary>Shows a column, or one year of it; a year without items is 404.</summary>
    public async Task ShowAsync(HttpContext http, YearColumn column, int? year)
    {
        var (asked, _) = SearchQuery.Read(http.Request.Query);
        var request = new SearchRequest
        {
            Sort = SearchSort.Newest,
            Page = asked.Page,
            Size = site.PageSize,
            RoutePrefix = year is { } given ? column.PrefixOf(given) : null,
            CountFacets = false,
        }.With(SearchFacets.Type, column.ContentType) with
        { Page = asked.Page };
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

        if (Paging.IsPast(request, result.Total) || (year is not null && result.Total == 0))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = year is { } shown ? column.UrlOf(shown) : column.Path;
        var heading = column.HeadingOf(year);
        string Url(SearchRequest changed) => address + SearchQuery.Write(new() { Page = changed.Page });
        await renderer.RenderAsync(http, new(column.Template, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["Years"] = Years(column, year, http.RequestAborted),
            ["List"] = lists.Of(result.Hits),
            ["Pager"] = Paging.Of(request, result.Total, Url),
            ["Total"] = result.Total,
            ["Downloads"] = downloads?.LinksOf(request) ?? [],
            ["Breadcrumb"] = column.Breadcrumb(year),
        }, heading)
        {
            Metadata = new() { ColumnName = heading, ColumnType = column.ColumnType, ColumnKeywords = PageTexts.Of(column.Title), Description = PageTexts.Of(column.Description), Canonical = Url(request) },
        });
    }

    /// <summary>The years that the column has pages of. A year of a route may be another than that of the date: its neighbours are asked too.</summary>
    public IReadOnlyList<Link> Years(YearColumn column, int? current, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Size = 0 }.With(SearchFacets.Type, column.ContentType);
        var dated = (search.Search(request, cancellationToken).Facets.GetValueOrDefault(SearchFacets.Year) ?? [])
            .Select(count => int.Parse(count.Id, CultureInfo.InvariantCulture));
        int CountOf(int year) => search.Search(request with { CountFacets = false, RoutePrefix = column.PrefixOf(year) }, cancellationToken).Total;
        return [.. dated.SelectMany(year => (int[])[year - 1, year, year + 1]).Distinct().OrderDescending()
            .Select(year => (Year: year, Count: CountOf(year))).Where(found => found.Count > 0)
            .Select(found => new Link(PageTexts.Of("{0}年", found.Year), column.UrlOf(found.Year), found.Year == current, found.Count))];
    }
}
