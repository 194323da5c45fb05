namespace Gongkai.Content;

/// <summary>One thing to do with one item. Several in a call are one transaction.</summary>
/// <param name="ContentItemId">The item.</param>
public abstract record ContentOperation(string ContentItemId);

/// <summary>Saves an edited item as its newest version, a draft. An item that is not there yet is made.</summary>
/// <param name="Item">The item as edited; it is copied.</param>
/// <param name="BasedOnVersionId">The version that the editor saw, null for a new item; another one meanwhile is a <see cref="ContentConflictException"/>.</param>
public sealed record SaveDraft(ContentItem Item, string? BasedOnVersionId) : ContentOperation(Item.ContentItemId);

/// <summary>Publishes an item's newest version.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version that the publisher saw; another newest one is a <see cref="ContentConflictException"/>. Null does not ask.</param>
/// <param name="DueUtc">The time at which it was to be done: nothing is done when that was changed meanwhile. Null when it is done by hand.</param>
/// <param name="AheadReason">Why it is published ahead of what must become public with it; null when it is not.</param>
public sealed record Publish(string ContentItemId, string? VersionId = null, DateTime? DueUtc = null, string? AheadReason = null) : ContentOperation(ContentItemId);

/// <summary>Withdraws an item from the public; its newest version stays as a draft. On an item that is withdrawn already, what its address answers is changed.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The published version that is meant; another one is a <see cref="ContentConflictException"/>. Null does not ask.</param>
/// <param name="Withdrawal">How; null is <see cref="Withdrawal.Unsaid"/>.</param>
/// <param name="DueUtc">The time at which it was to be done: nothing is done when that was changed meanwhile. Null when it is done by hand.</param>
public sealed record Unpublish(string ContentItemId, string? VersionId = null, Withdrawal? Withdrawal = null, DateTime? DueUtc = null) : ContentOperation(ContentItemId);

/// <summary>Sets, changes or cancels the time at which the newest draft is published or the published version is archived. Makes no new version.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="DueUtc">When, UTC; null cancels it.</param>
/// <param name="VersionId">The newest version that was seen; another one is a <see cref="ContentConflictException"/>. Null does not ask.</param>
public sealed record SetSchedule(string ContentItemId, ScheduleAction Action, DateTime? DueUtc, string? VersionId = null) : ContentOperation(ContentItemId);

/// <summary>Makes an old version's content the newest draft.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version to take up again.</param>
public sealed record RestoreVersion(string ContentItemId, string VersionId) : ContentOperation(ContentItemId);

/// <summary>Takes an item away from readers and lists; its history stays.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Withdrawal">How it is withdrawn, if it is public; null is <see cref="Withdrawal.Unsaid"/>.</param>
/// <param name="VersionId">The newest version that was seen; another one is a <see cref="ContentConflictException"/>. Null does not ask.</param>
public sealed record Delete(string ContentItemId, Withdrawal? Withdrawal = null, string? VersionId = null) : ContentOperation(ContentItemId);

/// <summary>Takes in one version from a recipe, with its ids, flags and times. A version that the history already has changes nothing.</summary>
/// <param name="Item">The version as the recipe has it; it is copied.</param>
public sealed record ImportVersion(ContentItem Item) : ContentOperation(Item.ContentItemId);

/// <summary>Takes a step of a review. Makes no new version, unless the step decides something that the item says.</summary>
/// <param name="Step">The step; its version is the newest one that was seen: another one is a <see cref="ContentConflictException"/>.</param>
/// <param name="SeenSteps">How many steps of the item's were seen: more meanwhile refuse it.</param>
/// <param name="Decided">The newest version with what the step decides; null when it decides nothing. It becomes a version of its own.</param>
public sealed record TakeStep(ReviewStep Step, int SeenSteps, ContentItem? Decided = null) : ContentOperation(Step.ContentItemId);

/// <summary>What an operation came to.</summary>
public enum OperationOutcome
{
    /// <summary>Nothing was to do.</summary>
    Unchanged,

    /// <summary>The item was not there before.</summary>
    Added,

    /// <summary>The item changed.</summary>
    Changed,

    /// <summary>The operation has faults; nothing of the call was done.</summary>
    Refused,
}

/// <summary>The result of one operation.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version that came of it; null when nothing did.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Errors">Its faults.</param>
public sealed record OperationResult(string ContentItemId, string? VersionId, OperationOutcome Outcome, IReadOnlyList<ValidationError> Errors);

/// <summary>The result of a call, one <see cref="OperationResult"/> for each operation in its order.</summary>
/// <param name="Results">The results.</param>
public sealed record ContentResult(IReadOnlyList<OperationResult> Results)
{
    /// <summary>Whether the call was committed: no operation was refused.</summary>
    public bool Succeeded => Results.All(result => result.Outcome != OperationOutcome.Refused);
}

/// <summary>Someone else changed the item meanwhile. Nothing was done.</summary>
public sealed class ContentConflictException(string contentItemId, string? currentVersionId)
    : Exception($"内容“{contentItemId}”已被他人修改，请对照最新版本（{currentVersionId ?? "已删除"}）后再保存。")
{
    /// <summary>The item.</summary>
    public string ContentItemId { get; } = contentItemId;

    /// <summary>Its newest version; null when it was deleted.</summary>
    public string? CurrentVersionId { get; } = currentVersionId;
}
