using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Feedback;

/// <summary>What a reader says is wrong, and what was done about it.</summary>
[RequirePermission(Permissions.ManageFeedback)]
internal sealed class ReportModel(IErrorReports reports, IContentReader reader) : DeskPage
{
    /// <summary>The longest remark.</summary>
    public const int LongestRemark = 500;

    public ErrorReport Report { get; private set; } = null!;

    /// <summary>The item as it is now; null when the page shows none, or it is none of whoever looks.</summary>
    public ContentItem? Item { get; private set; }

    public string Remark { get; private set; } = "";

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? remark)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Remark = remark?.Trim() ?? "";
        Fault = Remark.Length == 0 ? L["请写明怎样处理的，例如“已改正”或“核实无误”。"]
            : Remark.Length > LongestRemark ? L["处理说明最多 {0} 字。", LongestRemark]
            : StorableText.IsStorable(Remark) ? null : L["处理说明含有不能保存的字符，请删去。"];
        if (Fault is not null)
            return Page();
        if (await reports.CloseAsync(id, Remark, HttpContext.RequestAborted))
            Tell(L["已记为处理完毕。"]);
        else
            Tell(L["这条纠错刚刚已由别人处理。"], MessageKind.Warn);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await reports.FindAsync(id, HttpContext.RequestAborted) is not { } report)
            return false;
        (Report, Heading) = (report, L["网页纠错"]);
        if (report.ContentItemId.Length > 0 && await reader.GetAsync(report.ContentItemId, VersionOption.Latest, HttpContext.RequestAborted) is { } item && Can(Permissions.ViewContent, item))
            Item = item;
        return true;
    }
}
