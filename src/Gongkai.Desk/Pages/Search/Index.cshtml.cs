using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Figures;
using Gongkai.Desk.Searching;
using Gongkai.Desk.Shell;
using Gongkai.Review.Figures;
using Gongkai.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Search;

/// <summary>What people search for in a period: first what found nothing, then what is asked most.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSearch)]
internal sealed class IndexModel(ISearchedQueries queries, ISearchLogStore log, IAuditTrail audit, SiteAddresses addresses) : PeriodPage
{
    /// <summary>Lines of each list.</summary>
    public const int PageSize = 50;

    private const int UsualDays = 30;
    private const int MostPositions = 8;

    // No list is gone through further; the file has everything.
    private const int LastPage = 200;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>The queries that found nothing.</summary>
    public SearchedQueries Nothing { get; private set; } = new(0, []);

    /// <summary>All of them.</summary>
    public SearchedQueries All { get; private set; } = new(0, []);

    public int Pages => Math.Clamp((Math.Max(Nothing.Total, All.Total) + PageSize - 1) / PageSize, 1, LastPage);

    public async Task OnGetAsync()
    {
        Heading = L["站内搜索"];
        if (!ReadPeriod())
            return;
        Number = Math.Clamp(Number, 1, LastPage);
        Nothing = await FindAsync(foundNothing: true);
        All = await FindAsync(foundNothing: false);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        Heading = L["站内搜索"];
        if (!ReadPeriod())
            return Page();
        // Told first: whoever breaks the download off has part of it.
        await audit.AppendAsync([new(AuditActions.SearchLogExported) { Details = new() { ["from"] = Period!.FromText, ["to"] = Period.ToText } }], HttpContext.RequestAborted);
        return new SearchLogDownload(log.ReadAsync(Period.From, Period.To, HttpContext.RequestAborted));
    }

    /// <summary>The public search of a query.</summary>
    public string SearchOf(string query) => $"{Request.PathBase}{addresses.Search}?q={Uri.EscapeDataString(query)}";

    /// <summary>How often which place was opened: <c>第1条 12 次</c>.</summary>
    public string PositionsOf(SearchedQuery query) => string.Join(L["、"], query.Clicks.Take(MostPositions).Select(click => L["第 {0} 条 {1} 次", click.Key, click.Value]))
        + (query.Clicks.Count > MostPositions ? "…" : "");

    public static string NumberOf(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    protected override FigurePeriod UsualPeriod(DateOnly today) => new(today.AddDays(1 - UsualDays), today);

    private Task<SearchedQueries> FindAsync(bool foundNothing) => queries.FindAsync(Period!.From, Period.To, foundNothing, (Number - 1) * PageSize, PageSize, HttpContext.RequestAborted);
}
