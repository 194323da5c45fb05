using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Feedback;

/// <summary>What readers say is wrong: what waits, and what was dealt with.</summary>
[RequirePermission(Permissions.ManageFeedback)]
internal sealed class IndexModel(IErrorReports reports) : DeskPage
{
    private const int PageSize = 50;
    private const int MaxPage = 2000;
    private const int LongestId = 100;

    /// <summary><c>new</c>, <c>done</c> or <c>all</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    public ErrorReportPage Found { get; private set; } = new([], 0);

    public int Current => Math.Clamp(Number ?? 1, 1, MaxPage);

    public int Pages => Math.Clamp((Found.Total + PageSize - 1) / PageSize, 1, MaxPage);

    public async Task OnGetAsync()
    {
        Heading = L["网页纠错"];
        State = State is "done" or "all" ? State : "new";
        var item = Item is { Length: > 0 and <= LongestId } given && StorableText.IsStorable(given) ? given : null;
        Found = await reports.QueryAsync(new(State switch { "new" => false, "done" => true, _ => null }, item, (Current - 1) * PageSize, PageSize), HttpContext.RequestAborted);
    }

    /// <summary>The beginning of a text.</summary>
    public static string Short(string text) => text.Length <= 80 ? text : ShortText.Cut(text, 80) + "…";
}
