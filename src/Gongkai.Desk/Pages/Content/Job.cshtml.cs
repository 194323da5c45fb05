using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>How far work on many items is, with a result for each. It goes on when the page is closed.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class JobModel(IDeskJobs jobs, BulkJobs bulk) : DeskPage
{
    public DeskJob Job { get; private set; } = null!;

    public BulkWork Work { get; private set; } = null!;

    public bool IsAbandoned => bulk.IsAbandoned(Job);

    public bool IsRunning => !Job.IsDone && !IsAbandoned;

    public bool CanGoOn => Work.Left.Any() && !IsRunning;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Heading = Work.Verb switch { BulkVerb.Publish => L["批量发布"], BulkVerb.Unpublish => L["批量撤下"], BulkVerb.ChangeTopic => L["批量改主题"], _ => L["批量删除"] };
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        bulk.Stop(id);
        Tell(L["正在处理的一条完成后就停止。"], MessageKind.Warn);
        return RedirectToPage("/Content/Job", null, new { id });
    }

    public async Task<IActionResult> OnPostContinueAsync(string id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (CanGoOn)
            await bulk.ContinueAsync(CurrentUser, Job, HttpContext.RequestAborted);
        return RedirectToPage("/Content/Job", null, new { id });
    }

    public string OutcomeText(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Done => L["完成"],
        BulkOutcome.Unchanged => L["不用改"],
        BulkOutcome.Partly => L["存为草稿"],
        BulkOutcome.Forbidden => L["没有权限"],
        BulkOutcome.Missing => L["没有找到"],
        _ => L["没有完成"],
    };

    /// <summary>Somebody's work is shown to nobody else: titles in it may be of their office only.</summary>
    private async Task<bool> OpenAsync(string id)
    {
        if (await jobs.FindAsync(id, HttpContext.RequestAborted) is not { Kind: BulkJobs.Kind } job || !string.Equals(job.Owner, CurrentUser.Name, StringComparison.OrdinalIgnoreCase))
            return false;
        (Job, Work) = (job, BulkWork.FromJson(job.Json));
        return true;
    }
}
