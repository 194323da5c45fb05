using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Refuses operations with text that no database keeps, before anything is asked of one.</summary>
internal static class UnstorableTexts
{
    /// <summary>The result of a call with such an operation; null when every text can be stored.</summary>
    public static ContentResult? RefuseIn(IReadOnlyList<ContentOperation> operations)
    {
        var refused = operations.Select(Refuse).ToList();
        return refused.Exists(one => one is not null)
            ? new([.. operations.Select((operation, i) => refused[i] ?? new(operation.ContentItemId, null, OperationOutcome.Unchanged, []))])
            : null;
    }

    /// <summary>The result of such an operation; null when every text of it can be stored.</summary>
    public static OperationResult? Refuse(ContentOperation operation)
    {
        var (item, versionId) = operation switch
        {
            SaveDraft save => (save.Item, save.BasedOnVersionId),
            ImportVersion import => (import.Item, null),
            Publish publish => (null, publish.VersionId),
            RestoreVersion restore => (null, restore.VersionId),
            _ => ((ContentItem?)null, (string?)null),
        };
        List<ValidationError> errors = [.. StorableText.FaultsOf(item?.Json)];
        if (item is null && !StorableText.IsStorable(operation.ContentItemId))
            errors.Add(StorableText.Fault("ContentItemId"));
        if (operation is Publish { AheadReason: { } reason } && !StorableText.IsStorable(reason))
            errors.Add(StorableText.Fault(nameof(Publish.AheadReason)));
        if (!StorableText.IsStorable(versionId))
            errors.Add(StorableText.Fault("ContentItemVersionId"));
        return errors.Count == 0 ? null : new(operation.ContentItemId, null, OperationOutcome.Refused, errors);
    }
}
