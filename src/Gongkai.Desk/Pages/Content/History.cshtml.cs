using Gongkai.Content;
using Gongkai.Desk.Publishing;
using Gongkai.Desk.Shell;
using Gongkai.Review.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>An item's state and all its versions: publish, schedule, restore, delete.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class HistoryModel(ItemActions actions, PublishPanels panels, IStoredVersions versions, IAccounts accounts, ReviewWork work) : DeskPage
{
    public ItemRights Item { get; private set; } = null!;

    public PublishPanel Panel { get; private set; } = null!;

    /// <summary>Its review; null when there never was one.</summary>
    public ReviewPanel? Review { get; private set; }

    public IReadOnlyList<HistoryLine> Versions { get; private set; } = [];

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id, null);

    [RequirePermission(Permissions.PublishContent)]
    public Task<IActionResult> OnPostPublishAsync(string id, string? seen) =>
        ActAsync(id, item => actions.PublishAsync(item, seen, Cancellation), L["已发布，读者可以看到了。"]);

    [RequirePermission(Permissions.PublishContent)]
    public Task<IActionResult> OnPostScheduleAsync(string id, string? seen, ScheduleAction what, string? when, bool cancel) => Enum.IsDefined(what)
        ? ActAsync(id, item => actions.ScheduleAsync(item, what, cancel ? null : when, seen, Cancellation), cancel || string.IsNullOrWhiteSpace(when) ? L["已取消定时。"] : L["已设定时间。"], what, when)
        : Task.FromResult<IActionResult>(BadRequest());

    [RequirePermission(Permissions.PublishContent)]
    public Task<IActionResult> OnPostUndoRepealAsync(string id, string? seen) =>
        ActAsync(id, item => actions.UndoRepealAsync(item, seen, Cancellation), L["已恢复为现行有效。"]);

    [RequirePermission(Permissions.EditContent)]
    public Task<IActionResult> OnPostRestoreAsync(string id, string? seen, string version) =>
        ActAsync(id, item => actions.RestoreAsync(item, version, string.IsNullOrEmpty(seen) ? null : seen, Cancellation), L["已恢复成新的草稿，公开的内容没有变。"]);

    [RequirePermission(Permissions.DeleteContent)]
    public Task<IActionResult> OnPostDeleteAsync(string id, string? seen) =>
        ActAsync(id, item => actions.DeleteAsync(item, seen, Cancellation), L["已删除。历史版本还在，可以从这里恢复。"]);

    /// <summary>Runs an action and comes back: with a message, or with what was wrong beside what was written.</summary>
    private async Task<IActionResult> ActAsync(string id, Func<ItemRights, Task<ActionOutcome>> act, string done, ScheduleAction? what = null, string? when = null)
    {
        if (await actions.OpenAsync(id, Cancellation) is not { } item)
            return NotFound();
        var outcome = await act(item);
        if (outcome.IsForbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!outcome.IsDone)
            return await ShowAsync(id, new(outcome.Faults, what, when));
        Tell(done);
        return RedirectToPage("/Content/History", null, new { id });
    }

    private async Task<IActionResult> ShowAsync(string id, PanelFault? fault)
    {
        if (await actions.OpenAsync(id, Cancellation) is not { } item)
            return NotFound();
        Item = item;
        Panel = await panels.OfAsync(item, fault, Cancellation);
        var names = (await accounts.ListAsync(Cancellation)).ToDictionary(account => account.Name, account => account.DisplayName, StringComparer.OrdinalIgnoreCase);
        var history = await versions.HistoryAsync(id, Cancellation);
        Versions =
        [
            .. history.Select((version, i) => new HistoryLine(version, history.Count - i, i + 1 < history.Count ? history[i + 1].ContentItemVersionId : null,
                names.GetValueOrDefault(version.Author) is { Length: > 0 } name ? name : version.Author)).Where(line => item.IsDeleted || Can(Permissions.ViewContent, line.Version)),
        ];
        Review = await work.FindAsync(item.Newest, Cancellation);
        Heading = item.Title;
        return Page();
    }
}

/// <summary>A version in a history.</summary>
/// <param name="Version">The version.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="PreviousId">The version before; null for the first.</param>
/// <param name="AuthorName">What people call who wrote it.</param>
internal sealed record HistoryLine(ContentItem Version, int Number, string? PreviousId, string AuthorName);
