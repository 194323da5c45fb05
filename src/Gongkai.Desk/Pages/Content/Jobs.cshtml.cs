using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages.Content;

/// <summary>One's own pieces of work on many items, newest first.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class JobsModel(IDeskJobs jobs, BulkJobs bulk) : DeskPage
{
    private const int Most = 50;

    public IReadOnlyList<(DeskJob Job, BulkWork Work)> Jobs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["批量处理记录"];
        Jobs = [.. (await jobs.OfAsync(CurrentUser.Name, BulkJobs.Kind, Most, HttpContext.RequestAborted)).Select(job => (job, BulkWork.FromJson(job.Json)))];
    }

    public string StateOf(DeskJob job, BulkWork work) =>
        !job.IsDone ? bulk.IsAbandoned(job) ? L["中断"] : L["正在处理"] : work.IsStopped ? L["已停止"] : L["完成"];
}
