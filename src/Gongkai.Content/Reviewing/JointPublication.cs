namespace Gongkai.Content;

/// <summary>Takes along what must become public together: a call that publishes one half of a pair, or sets its time, does the same with the other half when that is ready.</summary>
/// <remarks>It holds nothing back: what may not be public alone is refused by handlers, inside the transaction, however it comes there.</remarks>
/// <param name="together">What belongs together; a home without such a rule has none.</param>
/// <param name="reader">The items.</param>
/// <param name="manager">Carries it out.</param>
public sealed class JointPublication(IEnumerable<IPublishedTogether> together, IContentReader reader, IContentManager manager)
{
    /// <summary>Carries operations out, completed.</summary>
    /// <param name="operations">What somebody wants to do.</param>
    /// <param name="mayPublish">Whether they may publish an item that is taken along; one that they may not stays.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>One result for each of <paramref name="operations"/>; the faults of what was taken along are with the operation that took it.</returns>
    /// <exception cref="ContentConflictException">Somebody changed one of the items meanwhile.</exception>
    public async Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, Func<ContentItem, bool> mayPublish, CancellationToken cancellationToken = default)
    {
        var taken = await FindAsync(operations, mayPublish, cancellationToken);
        if (taken.Count == 0)
            return await manager.ExecuteAsync(operations, cancellationToken);
        var results = (await manager.ExecuteAsync([.. operations, .. taken.Select(one => one.Operation)], cancellationToken)).Results;
        var own = results.Take(operations.Count).ToList();
        foreach (var ((item, by, _), result) in taken.Zip(results.Skip(operations.Count)))
        {
            if (result.Outcome == OperationOutcome.Refused)
                own[by] = own[by] with { VersionId = null, Outcome = OperationOutcome.Refused, Errors = [.. own[by].Errors, .. result.Errors.Select(error => new ValidationError("", $"“{TitleOf(item)}”：{error.Wording}"))] };
        }

        return new(own);
    }

    private async Task<List<(ContentItem Item, int By, ContentOperation Operation)>> FindAsync(IReadOnlyList<ContentOperation> operations, Func<ContentItem, bool> mayPublish, CancellationToken cancellationToken)
    {
        var known = operations.Where(IsForReaders).Select(operation => operation.ContentItemId).ToHashSet(StringComparer.Ordinal);
        var taken = new List<(ContentItem, int, ContentOperation)>();
        foreach (var (operation, i) in operations.Select((operation, i) => (operation, i)).Where(one => IsForReaders(one.operation)))
        {
            var saved = operations.Take(i).OfType<SaveDraft>().LastOrDefault(save => save.ContentItemId == operation.ContentItemId)?.Item;
            if ((saved ?? await reader.GetAsync(operation.ContentItemId, VersionOption.Latest, cancellationToken)) is not { } item)
                continue;
            foreach (var one in together)
            {
                foreach (var other in (await one.ReadyWithAsync(item, cancellationToken)).Where(other => mayPublish(other) && known.Add(other.ContentItemId)))
                    taken.Add((other, i, Like(operation, other)));
            }
        }

        return taken;
    }

    /// <summary>What goes ahead by itself takes nothing along.</summary>
    private static bool IsForReaders(ContentOperation operation) => operation is Publish { AheadReason: null } or SetSchedule { Action: ScheduleAction.Publish };

    private static ContentOperation Like(ContentOperation operation, ContentItem other) => operation is Publish publish
        ? new Publish(other.ContentItemId, other.ContentItemVersionId, publish.DueUtc)
        : new SetSchedule(other.ContentItemId, ScheduleAction.Publish, ((SetSchedule)operation).DueUtc, other.ContentItemVersionId);

    private static string TitleOf(ContentItem item) => item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId;
}
