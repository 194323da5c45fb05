using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace OrchardSite.Pages;

/// <summary>The home page: search, topics, and the newest of each type. Everything comes from the index.</summary>
internal sealed class HomePage(ISearch search, Taxonomies taxonomies, ListEntries lists, IPageRenderer renderer)
{
    private const int Newest = 6;
    private const string ReportTitle = "年度报告";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/", (HttpContext http, HomePage page) => page.ShowAsync(http)).WithName("OrchardSite.Home").ExcludeFromDescription();

    private async Task ShowAsync(HttpContext http)
    {
        var entries = Latest("DisclosureEntry", countFacets: true);
        var counts = (entries.Facets.GetValueOrDefault(SearchFacets.Topic) ?? []).ToDictionary(count => count.Id, count => count.Count, StringComparer.Ordinal);
        await renderer.RenderAsync(http, new("GongkaiHome", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Topics"] = (taxonomies.Current.FindByAlias("topics")?.Terms ?? [])
                .Select(term => new TreeNode(term.Id, term.Label, term.Url, counts.GetValueOrDefault(term.Id), IsCurrent: false, IsOpen: false, [])).ToList(),
            ["Entries"] = lists.Of(entries.Hits),
            ["Interpretations"] = lists.Of(Latest("PolicyInterpretation").Hits),
            ["Questions"] = lists.Of(Latest("QaIssue").Hits),
            ["Report"] = LatestReport(),
            ["Total"] = entries.Total,
        }, null)
        {
            Metadata = new() { ColumnName = PageTexts.Of("首页"), ColumnType = "首页", ColumnKeywords = PageTexts.Of("政府信息公开,政策文件,政策解读,政策问答"), Description = PageTexts.Of("查找、阅读主动公开的政府信息、政策解读和政策问答。"), Canonical = "/" },
        });
    }

    private SearchResult Latest(string type, bool countFacets = false) =>
        search.Search(new SearchRequest { Sort = SearchSort.Newest, Size = Newest, CountFacets = countFacets }.With(SearchFacets.Type, type));

    /// <summary>The newest annual report of disclosure work.</summary>
    /// <remarks>Regulation Art. 49, 50: published by 31 January (departments) or 31 March (governments).</remarks>
    private ListEntry? LatestReport()
    {
        var found = search.Search(new SearchRequest { Query = "政府信息公开工作年度报告", CountFacets = false }.With(SearchFacets.Type, "DisclosureEntry"));
        var reports = found.Hits.Where(hit => hit.Title.Text.EndsWith(ReportTitle, StringComparison.Ordinal)).OrderByDescending(hit => hit.Date).Take(1).ToList();
        return lists.Of(reports) is [var report] ? report with { TitleHtml = MarkedText.Plain(report.Title).ToHtml() } : null;
    }
}
