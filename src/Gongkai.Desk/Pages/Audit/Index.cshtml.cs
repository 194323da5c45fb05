using Gongkai.Content;
using Gongkai.Desk.Audit;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Audit;

/// <summary>Who did what when: the audit trail, filtered, page by page, and as a file.</summary>
[RequirePermission(Permissions.ViewAuditTrail)]
internal sealed class IndexModel(IAuditTrail trail, AuditState state, SiteSettings site) : DeskPage
{
    // So many rows are verified in no time, unasked.
    private const long QuicklyVerified = 5000;

    [BindProperty(SupportsGet = true, Name = "user")]
    public string? UserName { get; set; }

    [BindProperty(SupportsGet = true, Name = "what")]
    public string? ActionName { get; set; }

    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "result")]
    public string? Result { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    public AuditFilter Filter { get; private set; } = new();

    public AuditPage Rows { get; private set; } = new([], 0);

    public AuditState.Verified? Verified { get; private set; }

    public int Pages => (int)Math.Clamp((Rows.Total + AuditFilter.PageSize - 1) / AuditFilter.PageSize, 1, AuditFilter.MaxPage);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Read();
        if (Filter.Faults.Count == 0)
            Rows = await trail.QueryAsync(Filter.ToQuery(site.TimeZone), cancellationToken);
        Verified = state.Last;
        if (Verified is null && Filter.IsEmpty && Rows.Total <= QuicklyVerified)
            Verified = await state.VerifyAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        Read();
        var verified = await state.VerifyAsync(cancellationToken);
        if (verified.Chain.IsWhole)
            Tell(L["审计记录完整。"]);
        else
            Tell(L["审计记录不完整，见下。"], MessageKind.Bad);
        return RedirectToPage(Filter.ToRoute(Filter.Number));
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        Read();
        if (Filter.Faults.Count > 0)
            return RedirectToPage(Filter.ToRoute());
        var asJsonLines = format == "jsonl";
        // Told first: whoever breaks the download off has part of it.
        await trail.AppendAsync([new(AuditActions.AuditExported) { Details = new(Filter.ToRoute().Select(one => KeyValuePair.Create(one.Key, (System.Text.Json.Nodes.JsonNode?)one.Value))) }], cancellationToken);
        return new AuditDownload(trail.StreamAsync(Filter.ToQuery(site.TimeZone), cancellationToken), asJsonLines);
    }

    public bool IsFaulty(string name) => Filter.Faults.Contains(name);

    private void Read()
    {
        Heading = L["审计记录"];
        Filter = AuditFilter.Of(UserName, ActionName, Item, Result, From, To, Number);
    }
}
