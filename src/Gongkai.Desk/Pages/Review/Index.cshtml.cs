using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Review.Steps;

namespace Gongkai.Desk.Pages.Review;

/// <summary>What waits for whoever is there, what they submitted, and what is overdue.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class IndexModel(ReviewLists lists) : DeskPage
{
    public string List { get; private set; } = "";

    public IReadOnlyList<(string List, string Text)> Tabs => [("tasks", L["我的任务"]), ("mine", L["我提交的"]), ("overdue", L["超期的"])];

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    public string Empty => List switch
    {
        "mine" => L["您提交审核的内容都办完了。"],
        "overdue" => L["没有超过期限还没办理的内容。"],
        _ => L["没有等您办理的内容。"],
    };

    public static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    public async Task OnGetAsync(string? list)
    {
        List = list is "mine" or "overdue" ? list : "tasks";
        Heading = L["审核"];
        Lines = List switch
        {
            "mine" => await lists.SubmissionsAsync(HttpContext.RequestAborted),
            "overdue" => await lists.OverdueAsync(HttpContext.RequestAborted),
            _ => await lists.TasksAsync(HttpContext.RequestAborted),
        };
    }
}
