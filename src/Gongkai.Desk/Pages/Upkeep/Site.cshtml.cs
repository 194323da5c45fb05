using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Checks;
using Gongkai.Review.Upkeep.SiteChecks;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>The check of everything that is public: how far it is, and what it found, each with the way to its place.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class SiteModel(SiteCheckRuns runs, ISiteCheckRecords records, UpkeepAccess access, IContentReader reader, FindingPlaces places, IAuditTrail audit) : DeskPage
{
    private const int PageSize = 50;
    private const int MaxPage = 100_000;

    /// <summary>The check by which the list is filtered; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public string? Check { get; set; }

    [BindProperty(SupportsGet = true, Name = "at")]
    public int? At { get; set; }

    /// <summary>The newest run; null when there never was one.</summary>
    public SiteCheckRun? Run { get; private set; }

    public IReadOnlyList<SiteFinding> Findings { get; private set; } = [];

    /// <summary>How many findings each check has, in the order of the checks.</summary>
    public IReadOnlyList<(string Check, int Count)> Counts { get; private set; } = [];

    public int All => Counts.Sum(count => count.Count);

    /// <summary>How many the list has.</summary>
    public int Total => Check is null ? All : Counts.FirstOrDefault(count => count.Check == Check).Count;

    public int Current => Math.Clamp(At ?? 1, 1, MaxPage);

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool IsRunning => Run is { State: SiteCheckState.Waiting or SiteCheckState.Running };

    /// <summary>Whether whoever is there may begin and stop it.</summary>
    public bool MayRun => Can(Permissions.ManageSettings);

    /// <summary>The filter as parameters of an address.</summary>
    public Dictionary<string, string?> Filter => new(StringComparer.Ordinal) { ["check"] = Check };

    public string StateText => Run switch
    {
        null => L["还没有做过全站检查"],
        { State: SiteCheckState.Waiting } => L["马上开始：共 {0} 条", Words(Run.Items)],
        { State: SiteCheckState.Running } => L["正在检查：{0} / {1}", Words(Run.Passed), Words(Run.Items)],
        { State: SiteCheckState.Stopped } => L["已停止：查了 {0} / {1}", Words(Run.Passed), Words(Run.Items)],
        _ => L["检查完了"],
    };

    public static string Words(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public async Task OnGetAsync()
    {
        Heading = L["内容维护：全站检查"];
        Check = Check is not null && CheckNames.IsKnown(Check) ? Check : null;
        Run = await runs.FindAsync(HttpContext.RequestAborted);
        if (Run is null)
            return;
        var request = await RequestAsync(Run);
        var counts = await records.CountAsync(request, HttpContext.RequestAborted);
        Counts = [.. CheckNames.Defaults.Select(check => (check.Key, counts.Where(count => count.Check == check.Key).Sum(count => count.Count))).Where(count => count.Item2 > 0)];
        Findings = await records.FindingsAsync(request with { Skip = (Current - 1) * PageSize, Count = PageSize }, HttpContext.RequestAborted);
    }

    /// <summary>Leads to the editor that holds what was found: looked up when somebody wants to go there, not for each line.</summary>
    public async Task<IActionResult> OnGetPlaceAsync(int number, string? run)
    {
        if (await runs.FindAsync(HttpContext.RequestAborted) is not { } last || last.Id != run)
            return NotFound();
        var request = await RequestAsync(last) with { Check = null, After = number - 1, Count = 1 };
        if (number < 1 || await records.FindingsAsync(request, HttpContext.RequestAborted) is not [{ } finding] || finding.Number != number
            || await reader.GetAsync(finding.ContentItemId, VersionOption.Latest, HttpContext.RequestAborted) is not { } item)
            return NotFound();
        if (!Can(Permissions.EditContent, item))
            return RedirectToPage("/Content/Checks", null, new { id = finding.ContentItemId });
        var anchor = (await places.InFormAsync(item, HttpContext.RequestAborted))(new(finding.Check, CheckSeverity.Warning, PlaceIn(finding), new("")));
        return RedirectToPage("/Content/Edit", null, new { id = finding.ContentItemId }, anchor);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        Check = Check is not null && CheckNames.IsKnown(Check) ? Check : null;
        if (await runs.FindAsync(HttpContext.RequestAborted) is not { } run)
            return NotFound();
        await audit.AppendAsync([new(AuditActions.CheckSiteExported) { Details = new() { ["run"] = run.Id } }], HttpContext.RequestAborted);
        return new SiteCheckDownload(records, await RequestAsync(run));
    }

    [RequirePermission(Permissions.ManageSettings)]
    public async Task<IActionResult> OnPostStartAsync()
    {
        if (await runs.BeginAsync(HttpContext.RequestAborted) is null)
            Tell(L["检查已经在进行，没有重新开始。"], MessageKind.Warn);
        return RedirectToPage("/Upkeep/Site");
    }

    [RequirePermission(Permissions.ManageSettings)]
    public async Task<IActionResult> OnPostStopAsync(string? id)
    {
        if (await runs.StopAsync(id ?? "", HttpContext.RequestAborted))
            Tell(L["已停止，查过的结果都在，可以接着检查。"]);
        return RedirectToPage("/Upkeep/Site");
    }

    [RequirePermission(Permissions.ManageSettings)]
    public async Task<IActionResult> OnPostContinueAsync(string? id)
    {
        await runs.ContinueAsync(id ?? "", HttpContext.RequestAborted);
        return RedirectToPage("/Upkeep/Site");
    }

    public string MessageOf(SiteFinding finding) => L[finding.Message, [.. finding.Values]];

    /// <summary>Whether what was found says more than the message does.</summary>
    public bool ShowsExcerpt(SiteFinding finding) => finding.Excerpt.Length > 0 && !MessageOf(finding).Contains(finding.Excerpt, StringComparison.Ordinal);

    public string PlaceOf(SiteFinding finding)
    {
        var words = places.Words(PlaceIn(finding), finding.Check == CheckNames.UnreadFile);
        return words.Length > 0 ? words : L["去修改"];
    }

    private FindingPlace PlaceIn(SiteFinding finding) => new(finding.Path, Wording.AsWritten(L[finding.Label])) { File = finding.File, Line = finding.Line };

    private async Task<SiteFindingRequest> RequestAsync(SiteCheckRun run)
    {
        var scope = await access.ScopeOfAsync(CurrentUser, HttpContext.RequestAborted);
        return new(run.Id, scope.ContentTypes) { Offices = scope.Offices, Check = Check };
    }
}
