using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Reviews;
using Gongkai.Desk.Shell;
using Gongkai.Review.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Desk.Pages.Review;

/// <summary>One item's review: where it stands, what can be done, what was done.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class ItemModel(ReviewWork work, IContentReader reader, PreviewLinks previews, IAuditTrail audit, LinkGenerator links) : DeskPage
{
    private ContentItem _latest = null!;

    public ReviewForm Form { get; private set; } = null!;

    public bool MayPreview => Can(Permissions.PreviewContent, _latest);

    public bool MayEdit => Can(Permissions.EditContent, _latest);

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStepAsync(string id, string? step, string? seen, int steps, string? remark, string? mode, string? ground, string? ahead)
    {
        var command = new StepCommand(id, step ?? "", seen ?? "", steps, remark ?? "", mode is null ? null : new(mode, ground ?? ""), (ahead ?? "").Trim());
        if (await work.TakeAsync(command, Cancellation) is not { } outcome || !await LoadAsync(id))
            return NotFound();
        if (outcome.IsDone)
        {
            Tell(L["已办理，现在处在“{0}”。", outcome.StageLabel]);
            return RedirectToPage("/Review/Item", null, new { id });
        }

        Form = Form with { Remark = command.Remark, Mode = mode ?? Form.Mode, Ground = ground ?? Form.Ground, AheadReason = command.AheadReason, Faults = outcome.Faults };
        return Page();
    }

    /// <summary>What is reviewed, as a page of the site: by its version, so that nobody approves what they did not see.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!MayPreview)
            return StatusCode(Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden);
        await audit.AppendAsync([new(AuditActions.ContentPreviewed) { ContentItemId = id, ContentType = _latest.ContentType, VersionId = _latest.ContentItemVersionId, Title = _latest.DisplayText }], Cancellation);
        var seal = previews.Seal(new(id, _latest.ContentType, _latest.ContentItemVersionId, null));
        return Redirect(links.GetPathByName(HttpContext, "Gongkai.Desk.Preview", new { seal })!);
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await reader.GetAsync(id, VersionOption.Latest, Cancellation) is not { } latest || !Can(Permissions.ViewContent, latest) || await work.FindAsync(latest, Cancellation) is not { } panel)
            return false;
        (_latest, Form) = (latest, ReviewForm.Of(id, panel) with { ContentType = latest.ContentType });
        Heading = L["审核：{0}", latest.DisplayText.Length > 0 ? latest.DisplayText : id];
        return true;
    }
}
