using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>What the audit trail says of a call of the content manager: a row for each operation that changed something or was refused, and one for a whole batch of an import.</summary>
internal static class ContentAudit
{
    // Names 250 items of an import's batch with ids of the usual length, and leaves room for the rest.
    private const int MaxIdCharacters = 24 * 1024;
    private const int MaxErrors = 10;

    /// <summary>The rows of a call that is about to be committed.</summary>
    public static IEnumerable<AuditEntry> Done(IReadOnlyList<ContentOperation> operations, ContentCall call)
    {
        var imports = new List<OperationResult>();
        for (var i = 0; i < operations.Count; i++)
        {
            var result = call.Results[i];
            if (result.Outcome is not (OperationOutcome.Added or OperationOutcome.Changed) || operations[i] is TakeStep)
                continue;
            if (operations[i] is ImportVersion)
                imports.Add(result);
            else
                yield return Of(operations[i], result, call);
        }

        if (imports is [var only])
            yield return Entry(AuditActions.ContentImported, only.ContentItemId, only.VersionId, call) with { Details = new() { ["outcome"] = OutcomeOf(only) } };
        else if (imports.Count > 1)
            yield return new(AuditActions.ContentImported) { Details = BatchOf(imports, call) };
    }

    /// <summary>The rows of the steps of reviews that a call takes.</summary>
    public static IEnumerable<AuditEntry> Reviewed(ContentCall call) =>
        call.Steps.Select(step => ReviewWriting.AuditOf(step, call.StateOf(step.ContentItemId).Latest)).OfType<AuditEntry>();

    /// <summary>The rows of a call of which nothing was done.</summary>
    /// <param name="operations">The call's operations.</param>
    /// <param name="results">Their results.</param>
    /// <param name="call">The call as far as it came; null when it did not begin.</param>
    public static IEnumerable<AuditEntry> Refused(IReadOnlyList<ContentOperation> operations, IReadOnlyList<OperationResult> results, ContentCall? call)
    {
        var refused = operations.Zip(results).Where(one => one.Second.Outcome == OperationOutcome.Refused).ToList();
        if (operations.Count > 1 && operations.All(operation => operation is ImportVersion))
        {
            yield return new(AuditActions.ContentImported, AuditResult.Refused)
            {
                Details = new() { ["versions"] = operations.Count, ["items"] = IdsOf(refused.Select(one => one.First.ContentItemId)), ["errors"] = ErrorsOf(refused.SelectMany(one => one.Second.Errors)) },
            };
            yield break;
        }

        foreach (var (operation, result) in refused)
            yield return Refused(operation, call) with { Details = new() { ["errors"] = ErrorsOf(result.Errors) } };
    }

    /// <summary>The row of a call that met another's change.</summary>
    public static AuditEntry Conflict(IReadOnlyList<ContentOperation> operations, ContentConflictException conflict)
    {
        var operation = operations.FirstOrDefault(one => one.ContentItemId == conflict.ContentItemId) ?? operations[0];
        return Refused(operation, null) with { Details = new() { ["conflict"] = conflict.CurrentVersionId ?? "" } };
    }

    private static AuditEntry Of(ContentOperation operation, OperationResult result, ContentCall call)
    {
        var before = call.Before.GetValueOrDefault(operation.ContentItemId, ItemState.None);
        var (action, details) = operation switch
        {
            SaveDraft save => (result.Outcome == OperationOutcome.Added ? AuditActions.ContentCreated : AuditActions.ContentSaved, Named("basedOn", save.BasedOnVersionId)),
            Publish => (AuditActions.ContentPublished, PublicationOf(before.Published, call.StateOf(operation.ContentItemId).Published)),
            Unpublish unpublish => (AuditActions.ContentUnpublished, WayOf(unpublish.Withdrawal)),
            RestoreVersion restore => (AuditActions.ContentRestored, Named("restored", restore.VersionId)),
            Delete delete => (AuditActions.ContentDeleted, WayOf(delete.Withdrawal) ?? Named("published", before.Published?.ContentItemVersionId)),
            SetSchedule schedule => (AuditActions.ContentScheduled, new JsonObject { ["schedule"] = schedule.Action.ToString(), ["due"] = FieldJson.Instant(schedule.DueUtc) }),
            _ => ("Content." + operation.GetType().Name, null),
        };
        return Entry(action, operation.ContentItemId, result.VersionId ?? before.Latest?.ContentItemVersionId, call) with { Details = details };
    }

    /// <summary>What a publication replaced, and whether the document was repealed by it or is in force again.</summary>
    private static JsonObject? PublicationOf(ContentItem? before, ContentItem? now)
    {
        var details = Named("replaced", before?.ContentItemVersionId);
        if (before is null || now is null || Repeal.ValidityOf(now) is not { } validity || validity == Repeal.ValidityOf(before))
            return details;
        details!["validity"] = validity;
        if (Repeal.ReasonOf(now) is { Length: > 0 } reason)
            details["reason"] = reason;
        return details;
    }

    private static AuditEntry Refused(ContentOperation operation, ContentCall? call)
    {
        var (action, item, version) = operation switch
        {
            SaveDraft save => (save.BasedOnVersionId is null ? AuditActions.ContentCreated : AuditActions.ContentSaved, save.Item, save.BasedOnVersionId),
            Publish publish => (AuditActions.ContentPublished, null, publish.VersionId),
            Unpublish unpublish => (AuditActions.ContentUnpublished, null, unpublish.VersionId),
            RestoreVersion restore => (AuditActions.ContentRestored, null, restore.VersionId),
            Delete delete => (AuditActions.ContentDeleted, null, delete.VersionId),
            SetSchedule schedule => (AuditActions.ContentScheduled, null, schedule.VersionId),
            TakeStep take => (AuditActions.ReviewStepTaken, null, take.Step.VersionId),
            ImportVersion import => (AuditActions.ContentImported, import.Item, import.Item.ContentItemVersionId),
            _ => ("Content." + operation.GetType().Name, (ContentItem?)null, (string?)null),
        };
        item ??= call?.StateOf(operation.ContentItemId) is { } state ? state.Latest ?? state.Published : null;
        return new(action, AuditResult.Refused)
        {
            ContentItemId = operation.ContentItemId,
            VersionId = version ?? "",
            ContentType = item?.ContentType ?? "",
            Title = item is null ? "" : TitleOf(item),
        };
    }

    private static AuditEntry Entry(string action, string contentItemId, string? versionId, ContentCall call)
    {
        var before = call.Before.GetValueOrDefault(contentItemId, ItemState.None);
        var item = versionId is not null && call.Stored.Versions.TryGetValue(versionId, out var version) ? version.Item : call.StateOf(contentItemId).Latest ?? before.Latest ?? before.Published;
        return new(action)
        {
            ContentItemId = contentItemId,
            VersionId = versionId ?? "",
            ContentType = call.Stored.Types.GetValueOrDefault(contentItemId, ""),
            Title = item is null ? "" : TitleOf(item),
        };
    }

    private static JsonObject BatchOf(List<OperationResult> imports, ContentCall call) => new()
    {
        ["versions"] = imports.Count,
        ["added"] = imports.Count(one => one.Outcome == OperationOutcome.Added),
        ["changed"] = imports.Count(one => one.Outcome == OperationOutcome.Changed),
        ["types"] = new JsonObject(imports.CountBy(one => call.Stored.Types[one.ContentItemId]).OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => KeyValuePair.Create(type.Key, (JsonNode?)type.Value))),
        ["items"] = IdsOf(imports.Select(one => one.ContentItemId)),
    };

    private static JsonArray IdsOf(IEnumerable<string> ids)
    {
        var named = new JsonArray();
        var room = MaxIdCharacters;
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if ((room -= id.Length + 3) < 0)
                break;
            named.Add(id);
        }

        return named;
    }

    private static JsonArray ErrorsOf(IEnumerable<ValidationError> errors) =>
        new([.. errors.Take(MaxErrors).Select(error => new JsonObject { ["path"] = Shortened(error.Path), ["message"] = Shortened(error.Message) })]);

    private static string Shortened(string text) => text.Length <= 300 ? text : text[..300] + "…";

    private static string TitleOf(ContentItem item) => item.DisplayText is { Length: > 0 } title ? title : item.Part("TitlePart")?.Text("Title") ?? "";

    private static JsonObject? Named(string name, string? value) => value is null ? null : new() { [name] = value };

    private static JsonObject? WayOf(Withdrawal? withdrawal)
    {
        if (withdrawal is null)
            return null;
        var way = new JsonObject { ["way"] = withdrawal.Way.ToString() };
        if ((withdrawal.TargetId ?? withdrawal.TargetPath) is { Length: > 0 } target)
            way["target"] = target;
        if (withdrawal.Redirects)
            way["redirects"] = true;
        return way;
    }

    private static string OutcomeOf(OperationResult result) => result.Outcome == OperationOutcome.Added ? "added" : "changed";
}
