using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Standards;

/// <summary>The standard catalogues: <c>/catalogue/standards</c> with a row for each field, <c>/catalogue/standards/&lt;field&gt;[/&lt;level&gt;]</c> with one for each item, a hundred a page.</summary>
internal sealed class StandardPages(StandardItems standards, StandardOverview overview, IPageRenderer renderer)
{
    private const int MostLinks = 3;
    private const int PageSize = 100;

    public const string Path = "/catalogue/standards";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Path, (HttpContext http, StandardPages pages) => pages.ShowFieldsAsync(http)).WithName("Gongkai.Catalogue.Standards");
        endpoints.MapRead(Path + "/{field}/{level?}", (HttpContext http, string field, string? level, StandardPages pages) => pages.ShowFieldAsync(http, field, level)).WithName("Gongkai.Catalogue.Standard");
    }

    /// <summary>The page of a field.</summary>
    public static string UrlOf(string field, string? level = null) => $"{Path}/{Uri.EscapeDataString(field)}{(level is null ? "" : "/" + Uri.EscapeDataString(level))}";

    /// <summary>What a page of standard catalogues holds, in a sentence.</summary>
    public static string DescriptionOf(string heading) => PageTexts.Of("{0}：按领域和层级列出应当公开的事项及其公开情况。", heading);

    private async Task ShowFieldsAsync(HttpContext http)
    {
        var items = standards.Current.Items;
        var rows = overview.Rows(items, links: 0, http.RequestAborted);
        var fields = items.Zip(rows).GroupBy(row => row.First.Field, row => row.Second, StringComparer.Ordinal)
            .Select(field => FieldModel(field.Key, [.. field])).ToList();

        await ShowAsync(http, PageTexts.Of("政务公开标准目录"), null, Path, new(StringComparer.Ordinal) { ["Fields"] = fields, ["Total"] = rows.Count, ["States"] = States(rows), ["Downloads"] = fields.Count == 0 ? [] : StandardDownload.LinksOf() }, []);
    }

    private async Task ShowFieldAsync(HttpContext http, string field, string? level)
    {
        var items = standards.Current.Items.Where(item => item.Field == field).ToList();
        if (items.Count == 0 || (level is not null && !StandardOverview.Levels.Contains(level)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var shown = items.Where(item => level is null || item.Levels.Contains(level)).ToList();
        var request = new SearchRequest { Page = SearchQuery.Read(http.Request.Query, PageSize).Request.Page, Size = PageSize };
        if (Paging.IsPast(request, shown.Count))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var rows = overview.Rows([.. shown.Skip((request.Page - 1) * PageSize).Take(PageSize)], MostLinks, http.RequestAborted);
        var all = rows.Count == shown.Count ? rows : overview.Rows(shown, links: 0, http.RequestAborted);
        string Url(SearchRequest asked) => UrlOf(field, level) + SearchQuery.Write(new() { Page = asked.Page });
        await ShowAsync(http, PageTexts.Of("{0}标准目录", PageTexts.Of(field)), PageTexts.LanguageOf(field), Url(request), new(StringComparer.Ordinal)
        {
            ["Rows"] = rows,
            ["Total"] = shown.Count,
            ["Pager"] = Paging.Of(request, shown.Count, Url),
            ["Levels"] = (Link[])
            [
                new("全部层级", UrlOf(field), level is null, items.Count),
                .. StandardOverview.Levels.Select(one => new Link(one, UrlOf(field, one), one == level, items.Count(item => item.Levels.Contains(one)))),
            ],
            ["Downloads"] = shown.Count == 0 ? [] : StandardDownload.LinksOf(field, level),
            ["States"] = States(all),
        }, [new("标准目录", Path), new(field, UrlOf(field), level is null), .. level is null ? (Link[])[] : [new(level, UrlOf(field, level), IsCurrent: true)]]);
    }

    private Task ShowAsync(HttpContext http, string heading, string? language, string url, Dictionary<string, object?> model, Link[] below)
    {
        model["Heading"] = heading;
        model["HeadingLanguage"] = language;
        model["Breadcrumb"] = (Link[])[new("首页", "/"), new("信息公开目录", "/catalogue"), .. below.Length > 0 ? below : [new Link("标准目录", Path, IsCurrent: true)]];
        return renderer.RenderAsync(http, new("GongkaiStandards", model, heading)
        {
            Metadata = new() { ColumnName = heading, ColumnType = "信息公开目录", Description = DescriptionOf(heading), Canonical = url },
        });
    }

    private static StandardFieldModel FieldModel(string field, IReadOnlyList<StandardRowModel> rows) => new(
        new(field, UrlOf(field)), rows.Count, Count(rows, StandardStates.Published), Count(rows, StandardStates.Late), Count(rows, StandardStates.Missing), Count(rows, StandardStates.OnRequest));

    private static List<Link> States(IReadOnlyList<StandardRowModel> rows) =>
        [.. StandardStates.All.Select(state => new Link(state, "", Count: Count(rows, state))).Where(state => state.Count > 0)];

    private static int Count(IReadOnlyList<StandardRowModel> rows, string state) => rows.Count(row => row.State == state);
}
