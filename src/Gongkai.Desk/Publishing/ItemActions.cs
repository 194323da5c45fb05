using Gongkai.Content;

namespace Gongkai.Desk.Publishing;

/// <summary>What came of an action.</summary>
/// <param name="IsDone">Whether it was done; else nothing was.</param>
/// <param name="Faults">Why not.</param>
/// <param name="IsForbidden">Whether whoever asked may not do it.</param>
public sealed record ActionOutcome(bool IsDone, IReadOnlyList<ValidationError> Faults, bool IsForbidden = false)
{
    /// <summary>Done.</summary>
    public static ActionOutcome Done { get; } = new(true, []);

    /// <summary>Not theirs to do.</summary>
    public static ActionOutcome Forbidden { get; } = new(false, [], IsForbidden: true);

    /// <summary>Not done, for a reason.</summary>
    public static ActionOutcome Refused(string path, Wording wording) => new(false, [new(path, wording)]);
}

/// <summary>Publishes, schedules, withdraws, repeals, restores and deletes one item for whoever is there.</summary>
/// <param name="reader">The items.</param>
/// <param name="versions">Their histories.</param>
/// <param name="content">Changes them.</param>
/// <param name="permissions">The rule.</param>
/// <param name="current">Who is there.</param>
/// <param name="site">The time zone.</param>
/// <param name="time">The clock.</param>
/// <param name="joint">Carries it out, with what is published together.</param>
internal sealed class ItemActions(
    IContentReader reader, IStoredVersions versions, IContentManager content, IPermissions permissions, ICurrentUser current, SiteSettings site, TimeProvider time, JointPublication joint)
{
    private static readonly Wording Conflict = new("别人刚刚改过这条内容，没有处理。请看过新的版本后再试。");

    private DeskUser User => current.User;

    /// <summary>An item, and what may be done to it; null when there is none that whoever is there may see.</summary>
    public async Task<ItemRights?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var latest = await reader.GetAsync(id, VersionOption.Latest, cancellationToken);
        var newest = latest ?? (await versions.HistoryAsync(id, cancellationToken) is [var last, ..] ? last : null);
        if (newest is null || !permissions.IsAllowed(User, latest is null ? Permissions.DeleteContent : Permissions.ViewContent, newest))
            return null;
        var published = latest is null or { Published: true } ? latest : await reader.GetAsync(id, cancellationToken: cancellationToken);
        return new(new(published, latest), newest, IsAllowed(Permissions.EditContent, newest), IsAllowed(Permissions.PublishContent, newest) && (published is null || IsAllowed(Permissions.PublishContent, published)),
            IsAllowed(Permissions.DeleteContent, newest));
    }

    /// <summary>Publishes the newest version.</summary>
    /// <param name="item">The item.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<ActionOutcome> PublishAsync(ItemRights item, string? seen, CancellationToken cancellationToken) =>
        RunAsync(item.MayPublish, [new Publish(item.Id, seen ?? "")], cancellationToken);

    /// <summary>Sets a time, or cancels it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="text">The time as it was written, in the site's time zone; empty cancels.</param>
    /// <param name="seen">The newest version that was seen.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ActionOutcome> ScheduleAsync(ItemRights item, ScheduleAction action, string? text, string? seen, CancellationToken cancellationToken)
    {
        DateTime? due = null;
        if (!string.IsNullOrWhiteSpace(text))
        {
            due = ScheduleRules.ReadLocal(text, site.TimeZone, out var unread);
            if ((unread ?? ScheduleRules.FaultOf(item.State, action, due, time.GetUtcNow().UtcDateTime, site.TimeZone)) is { } fault)
                return ActionOutcome.Refused("When", fault);
        }

        return await RunAsync(item.MayPublish, [new SetSchedule(item.Id, action, due, seen ?? "")], cancellationToken);
    }

    /// <summary>Withdraws the item, or changes what a withdrawn one's address answers.</summary>
    /// <param name="item">The item.</param>
    /// <param name="withdrawal">How.</param>
    /// <param name="seen">The published version that was seen; null when none was.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ActionOutcome> WithdrawAsync(ItemRights item, Withdrawal withdrawal, string? seen, CancellationToken cancellationToken) =>
        WithdrawalRules.FaultsOf(item.Id, withdrawal) is { Count: > 0 } faults
            ? new(false, faults)
            : await RunAsync(item.MayPublish, [new Unpublish(item.Id, item.State.Published is null ? null : seen ?? "", withdrawal)], cancellationToken);

    /// <summary>Repeals the item: it stays public with a notice.</summary>
    public async Task<ActionOutcome> RepealAsync(ItemRights item, Repeal repeal, string? seen, CancellationToken cancellationToken)
    {
        if (!item.MayPublish)
            return ActionOutcome.Forbidden;
        if (item.State.Published is not { } published)
            return ActionOutcome.Refused(nameof(Repeal.Validity), new("只有已发布的内容才能废止。"));
        if (published.ContentItemVersionId != seen)
            return ActionOutcome.Refused("", Conflict);
        if (Repeal.FaultsOf(published, repeal) is { Count: > 0 } faults)
            return new(false, faults);
        var known = (await reader.GetManyAsync(repeal.ReplacedBy, VersionOption.Published, cancellationToken)).Where(Publicity.IsPublic).Select(one => one.ContentItemId).ToHashSet(StringComparer.Ordinal);
        if (repeal.ReplacedBy.FirstOrDefault(id => !known.Contains(id)) is { } missing)
            return ActionOutcome.Refused(nameof(Repeal.ReplacedBy), $"替代文件“{missing}”不存在或没有公开，读者打不开。请先发布它，或另选一条。");
        return await AmendAsync(item, repeal.ApplyTo, cancellationToken);
    }

    /// <summary>Undoes a repeal.</summary>
    public async Task<ActionOutcome> UndoRepealAsync(ItemRights item, string? seen, CancellationToken cancellationToken) =>
        !item.MayPublish ? ActionOutcome.Forbidden
        : item.State.Published?.ContentItemVersionId != seen ? ActionOutcome.Refused("", Conflict)
        : await AmendAsync(item, Repeal.Undo, cancellationToken);

    /// <summary>Makes an old version the newest draft.</summary>
    /// <param name="item">The item.</param>
    /// <param name="versionId">The old version.</param>
    /// <param name="seen">The newest version that was seen; null when the item is deleted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ActionOutcome> RestoreAsync(ItemRights item, string versionId, string? seen, CancellationToken cancellationToken)
    {
        if (item.State.Latest?.ContentItemVersionId != seen)
            return ActionOutcome.Refused("", Conflict);
        var old = (await versions.HistoryAsync(item.Id, cancellationToken)).FirstOrDefault(version => version.ContentItemVersionId == versionId);
        if (old is null)
            return ActionOutcome.Refused("", new("历史中没有这个版本。"));
        // What it would become is theirs, too: an old version may name another office.
        var may = item.IsDeleted ? item.MayDelete && IsAllowed(Permissions.EditContent, old) : item.MayEdit && IsAllowed(Permissions.EditContent, old);
        return await RunAsync(may, [new RestoreVersion(item.Id, versionId)], cancellationToken);
    }

    /// <summary>Deletes the item; its history stays.</summary>
    public Task<ActionOutcome> DeleteAsync(ItemRights item, string? seen, CancellationToken cancellationToken) => RunAsync(item.MayDelete, [new Delete(item.Id, VersionId: seen ?? "")], cancellationToken);

    private bool MayPublish(ContentItem item) => IsAllowed(Permissions.PublishContent, item);

    private bool IsAllowed(string permission, ContentItem item) => permissions.IsAllowed(User, permission, item);

    private async Task<ActionOutcome> AmendAsync(ItemRights item, Func<ContentItem, ContentItem> change, CancellationToken cancellationToken)
    {
        var author = User.Name;
        try
        {
            return OutcomeOf(await new PublishedAmendment(content).RunAsync(item.State, version =>
            {
                var changed = change(version);
                changed.Author = author;
                return changed;
            }, cancellationToken));
        }
        catch (ContentConflictException)
        {
            return ActionOutcome.Refused("", Conflict);
        }
    }

    private async Task<ActionOutcome> RunAsync(bool isAllowed, IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken)
    {
        if (!isAllowed)
            return ActionOutcome.Forbidden;
        try
        {
            return OutcomeOf(await joint.ExecuteAsync(operations, MayPublish, cancellationToken));
        }
        catch (ContentConflictException)
        {
            return ActionOutcome.Refused("", Conflict);
        }
    }

    private static ActionOutcome OutcomeOf(ContentResult result) => result.Succeeded ? ActionOutcome.Done : new(false, [.. result.Results.SelectMany(one => one.Errors)]);
}
