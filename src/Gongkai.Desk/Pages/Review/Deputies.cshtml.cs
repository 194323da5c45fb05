using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Review.Deputies;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Review;

/// <summary>Who acts for whom.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class DeputiesModel(DeputyWork work) : DeskPage
{
    public IReadOnlyList<DeputyLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Name, string Label)> Accounts { get; private set; } = [];

    public bool MayNameForOthers => work.MayNameForOthers;

    public ValidationError? Fault { get; private set; }

    public string Absent { get; private set; } = "";

    public string StandIn { get; private set; } = "";

    public string From { get; private set; } = "";

    public string Until { get; private set; } = "";

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync(string? absent, string? standIn, string? from, string? until)
    {
        (Absent, StandIn, From, Until) = (MayNameForOthers ? absent ?? "" : CurrentUser.Name, standIn ?? "", from ?? "", until ?? "");
        Fault = !TryRead(From, out var first) ? new("From", new("开始日期应写作 2026-03-01。"))
            : !TryRead(Until, out var last) ? new("Until", new("结束日期应写作 2026-03-01。"))
            : await work.AddAsync(Absent, StandIn, first, last, HttpContext.RequestAborted);
        if (Fault is not null)
        {
            await LoadAsync();
            return Page();
        }

        Tell(L["代理人已保存。"]);
        return RedirectToPage("/Review/Deputies", null, null);
    }

    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        if (!await work.EndAsync(id ?? "", HttpContext.RequestAborted))
            return NotFound();
        Tell(L["代理已取消。"]);
        return RedirectToPage("/Review/Deputies", null, null);
    }

    private async Task LoadAsync()
    {
        Heading = L["代理人"];
        Lines = await work.ListAsync(HttpContext.RequestAborted);
        Accounts = await work.AccountsAsync(HttpContext.RequestAborted);
    }

    private static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
