using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>One call of <see cref="IContentManager"/> inside its transaction: carries the operations out in memory and gathers what is to be written.</summary>
internal sealed class ContentCall(
    WriteTransaction transaction, StoredItems stored, DefinitionSnapshot definitions, TaxonomySnapshot taxonomies, ContentValidator validator,
    IReadOnlyList<IContentHandler> handlers, DateTime now, TimeZoneInfo zone)
{
    private readonly TermOverlay _terms = new(taxonomies);
    private readonly Dictionary<string, string> _arrived = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly List<(int Index, Func<IContentHandler, ValueTask> Run, ContentChange Change)> _after = [];

    /// <summary>The result of each operation so far.</summary>
    public List<OperationResult> Results { get; } = [];

    /// <summary>The items that changed, each with the number of its last operation.</summary>
    public Dictionary<string, int> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>The states of the items when the call began.</summary>
    public Dictionary<string, ItemState> Before { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions (by id) whose route a pattern made.</summary>
    public HashSet<string> GeneratedRoutes { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions (by id) whose alias a pattern made.</summary>
    public HashSet<string> GeneratedAliases { get; } = new(StringComparer.Ordinal);

    /// <summary>How items are withdrawn, as their operations say.</summary>
    public Dictionary<string, Withdrawal> Withdrawals { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps of reviews that are written with it.</summary>
    public List<ReviewStep> Steps { get; } = [];

    /// <summary>Whether readers may lose something.</summary>
    public bool Withdraws { get; private set; }

    /// <summary>Whether an editor changed what is published.</summary>
    public bool ChangesPublished { get; private set; }

    public StoredItems Stored => stored;

    public bool IsRefused => Results.Any(result => result.Outcome == OperationOutcome.Refused);

    /// <summary>Carries one operation out.</summary>
    public async Task RunAsync(ContentOperation operation, Arrival? arrival, CancellationToken cancellationToken)
    {
        if (operation.ContentItemId.Length == 0)
        {
            Results.Add(Refused(operation, [new("ContentItemId", new("缺少内容编号（ContentItemId），请补上。"))]));
            return;
        }

        // The operations after a refused one would see a state that never was.
        if (_refused.Contains(operation.ContentItemId))
        {
            Results.Add(new(operation.ContentItemId, null, OperationOutcome.Unchanged, []));
            return;
        }

        var result = operation switch
        {
            SaveDraft save => await SaveAsync(save, cancellationToken),
            Publish publish => await PublishAsync(publish, cancellationToken),
            Unpublish unpublish => await UnpublishAsync(unpublish, cancellationToken),
            RestoreVersion restore => await RestoreAsync(restore, cancellationToken),
            SetSchedule schedule => await SetScheduleAsync(schedule, cancellationToken),
            TakeStep take => await TakeStepAsync(take, cancellationToken),
            Delete delete => await DeleteAsync(delete, cancellationToken),
            ImportVersion import => await ImportAsync(import, arrival!, cancellationToken),
            _ => throw new NotSupportedException($"{operation.GetType().Name} is no known operation."),
        };
        if (result.Outcome == OperationOutcome.Refused)
            _refused.Add(operation.ContentItemId);
        Results.Add(result);
    }

    /// <summary>Runs the handlers that come after, when everything else was found right.</summary>
    public async Task RunAfterHandlersAsync()
    {
        foreach (var (index, run, change) in _after)
        {
            foreach (var handler in handlers)
                await run(handler);
            Steps.AddRange(change.Steps);
            Refuse(index, change.Errors);
        }
    }

    /// <summary>Refuses an operation that was carried out before.</summary>
    public void Refuse(int index, IReadOnlyList<ValidationError> errors)
    {
        if (errors.Count > 0)
            Results[index] = Results[index] with { VersionId = null, Outcome = OperationOutcome.Refused, Errors = [.. Results[index].Errors, .. errors] };
    }

    public ItemState StateOf(string contentItemId) => stored.States.GetValueOrDefault(contentItemId, ItemState.None);

    private async Task<OperationResult> SaveAsync(SaveDraft operation, CancellationToken cancellationToken)
    {
        if (FaultOfType(operation.Item) is { } fault)
            return Refused(operation, [fault]);
        return await SaveAsync(operation, ContentLifecycle.SaveDraft(StateOf(operation.ContentItemId), operation.Item, operation.BasedOnVersionId, now), cancellationToken);
    }

    private async Task<OperationResult> RestoreAsync(RestoreVersion operation, CancellationToken cancellationToken)
    {
        if (stored.Versions.GetValueOrDefault(operation.VersionId) is not { } old || old.Row.ContentItemId != operation.ContentItemId)
            return Refused(operation, [new("", $"内容“{operation.ContentItemId}”的历史中没有版本“{operation.VersionId}”。")]);
        return await SaveAsync(operation, ContentLifecycle.Restore(StateOf(operation.ContentItemId), old.Item, now), cancellationToken);
    }

    private async Task<OperationResult> SaveAsync(ContentOperation operation, ItemChange change, CancellationToken cancellationToken)
    {
        var errors = await RunHandlersAsync(change.Inserted!, change, isImport: false, (handler, it) => handler.SavingAsync(it, cancellationToken));
        return Finish(operation, change, [.. errors, .. Validate(change.Inserted!, forPublication: false)], change.Inserted!);
    }

    private async Task<OperationResult> PublishAsync(Publish operation, CancellationToken cancellationToken)
    {
        if (IsNoLongerDue(StateOf(operation.ContentItemId).Latest, ScheduleAction.Publish, operation.DueUtc))
            return Unchanged(operation);
        var change = ContentLifecycle.Publish(StateOf(operation.ContentItemId), operation.VersionId, operation.ContentItemId, now);
        if (change.IsNothing)
            return Unchanged(operation);
        var version = change.After.Published!;
        var errors = await RunHandlersAsync(version, change, isImport: false, (handler, it) => handler.PublishingAsync(it, cancellationToken), aheadReason: operation.AheadReason);
        RunAfter(version, change, isImport: false, (handler, it) => handler.PublishedAsync(it, cancellationToken), operation.AheadReason);
        ChangesPublished = true;
        return Finish(operation, change, [.. errors, .. Validate(version, forPublication: true)], version);
    }

    private async Task<OperationResult> UnpublishAsync(Unpublish operation, CancellationToken cancellationToken)
    {
        var state = StateOf(operation.ContentItemId);
        if (IsNoLongerDue(state.Published, ScheduleAction.Unpublish, operation.DueUtc))
            return Unchanged(operation);
        if (NoteWithdrawal(operation.ContentItemId, operation.Withdrawal) is { Count: > 0 } faults)
            return Refused(operation, faults);
        var change = ContentLifecycle.Unpublish(state, operation.VersionId);
        if (change.IsNothing)
            return operation.Withdrawal is null || !stored.WereThere.Contains(operation.ContentItemId) ? Unchanged(operation) : Readdressed(operation, state);
        var version = change.Updated[0];
        var errors = await RunHandlersAsync(version, change, isImport: false, (handler, it) => handler.UnpublishingAsync(it, cancellationToken));
        RunAfter(version, change, isImport: false, (handler, it) => handler.UnpublishedAsync(it, cancellationToken));
        ChangesPublished = true;
        return Finish(operation, change, errors, version);
    }

    private async Task<OperationResult> SetScheduleAsync(SetSchedule operation, CancellationToken cancellationToken)
    {
        var state = StateOf(operation.ContentItemId);
        var change = ContentLifecycle.SetSchedule(state, operation.Action, operation.DueUtc, operation.VersionId, operation.ContentItemId);
        if (change.IsNothing)
            return Unchanged(operation);
        if (ScheduleRules.FaultOf(state, operation.Action, operation.DueUtc, now, zone) is { } fault)
            return Refused(operation, [new(operation.Action == ScheduleAction.Publish ? "PublishLaterPart" : "ArchiveLaterPart", fault)]);
        var errors = await RunHandlersAsync(change.After.Latest!, change, isImport: false, (handler, it) => handler.SchedulingAsync(it, operation.Action, operation.DueUtc, cancellationToken));
        return Finish(operation, change, errors, change.After.Latest);
    }

    private async Task<OperationResult> TakeStepAsync(TakeStep operation, CancellationToken cancellationToken)
    {
        var (step, state) = (operation.Step, StateOf(operation.ContentItemId));
        if (state.Latest?.ContentItemVersionId != step.VersionId)
            throw new ContentConflictException(operation.ContentItemId, state.Latest?.ContentItemVersionId);
        // Two who decide at once: the writer is alone, so the second one sees the first one's step.
        if (Steps.Exists(one => one.ContentItemId == step.ContentItemId) || await ReviewWriting.CountAsync(transaction.Context, operation.ContentItemId, cancellationToken) != operation.SeenSteps)
            return Refused(operation, [new("", new("别人刚刚办理过这条内容，没有重复办理。请看过现在的状态再决定。"))]);
        if (operation.Decided is null)
        {
            Steps.Add(step);
            return Noted(operation, state, step.VersionId);
        }

        var change = ContentLifecycle.SaveDraft(state, operation.Decided, step.VersionId, now);
        var version = change.Inserted!;
        var errors = await RunHandlersAsync(version, change, isImport: false, (handler, it) => handler.SavingAsync(it, cancellationToken), step);
        Steps.Add(step with { VersionId = version.ContentItemVersionId });
        return Finish(operation, change, [.. errors, .. Validate(version, forPublication: false)], version);
    }

    /// <summary>What is to be done at a time is done only while that is still its time.</summary>
    private static bool IsNoLongerDue(ContentItem? version, ScheduleAction action, DateTime? dueUtc) =>
        dueUtc is not null && version is not null && ScheduleTimes.Of(version, action) != dueUtc;

    private IReadOnlyList<ValidationError> NoteWithdrawal(string contentItemId, Withdrawal? withdrawal)
    {
        if (withdrawal is null)
            return [];
        Withdrawals[contentItemId] = withdrawal;
        return WithdrawalRules.FaultsOf(contentItemId, withdrawal);
    }

    /// <summary>Of an item that is not public any more, what its addresses answer is to be changed.</summary>
    private OperationResult Readdressed(Unpublish operation, ItemState state) => Noted(operation, state, null);

    /// <summary>Something about the item changes, and no version.</summary>
    private OperationResult Noted(ContentOperation operation, ItemState state, string? versionId)
    {
        Before.TryAdd(operation.ContentItemId, state);
        Changed[operation.ContentItemId] = Results.Count;
        return new(operation.ContentItemId, versionId, OperationOutcome.Changed, []);
    }

    private async Task<OperationResult> DeleteAsync(Delete operation, CancellationToken cancellationToken)
    {
        var change = ContentLifecycle.Delete(StateOf(operation.ContentItemId), operation.VersionId, operation.ContentItemId);
        if (change.IsNothing)
            return Unchanged(operation);
        if (NoteWithdrawal(operation.ContentItemId, operation.Withdrawal) is { Count: > 0 } faults)
            return Refused(operation, faults);
        var errors = await RunHandlersAsync(change.Updated[^1], change, isImport: false, (handler, it) => handler.DeletingAsync(it, cancellationToken));
        ChangesPublished |= change.Before.Published is not null;
        return Finish(operation, change, errors, null);
    }

    private async Task<OperationResult> ImportAsync(ImportVersion operation, Arrival arrival, CancellationToken cancellationToken)
    {
        if (FaultOfType(operation.Item) is { } typeFault)
            return Refused(operation, [typeFault]);
        switch (await ImportRules.CompareAsync(transaction.Context, operation, arrival, stored.Known, _arrived, cancellationToken))
        {
            case ArrivalFate.AlreadyThere:
                return Unchanged(operation);
            case ArrivalFate.Contradicts:
                return Refused(operation, [ImportRules.Contradiction(arrival)]);
        }

        _arrived[arrival.VersionId] = arrival.Hash;
        var change = ContentLifecycle.Import(StateOf(operation.ContentItemId), operation.Item, now);
        var version = change.Inserted!;
        IReadOnlyList<ValidationError> errors = [];
        if (version.Published)
        {
            errors = await RunHandlersAsync(version, change, isImport: true, (handler, it) => handler.PublishingAsync(it, cancellationToken));
            RunAfter(version, change, isImport: true, (handler, it) => handler.PublishedAsync(it, cancellationToken));
        }
        else if (version.Latest)
        {
            errors = await RunHandlersAsync(version, change, isImport: true, (handler, it) => handler.SavingAsync(it, cancellationToken));
        }

        return Finish(operation, change, [.. errors, .. Validate(version, version.Published)], version, arrival.Hash);
    }

    private async Task<IReadOnlyList<ValidationError>> RunHandlersAsync(
        ContentItem version, ItemChange change, bool isImport, Func<IContentHandler, ContentChange, ValueTask> run, ReviewStep? step = null, string? aheadReason = null)
    {
        var it = new ContentChange(version, change.Before, transaction.Counters, isImport) { Step = step, AheadReason = aheadReason, InCall = InCall, IdsInCall = stored.Types.Keys };
        foreach (var handler in handlers)
            await run(handler, it);
        Steps.AddRange(it.Steps);
        if (it.HasGeneratedRoute)
            GeneratedRoutes.Add(version.ContentItemVersionId);
        if (it.HasGeneratedAlias)
            GeneratedAliases.Add(version.ContentItemVersionId);
        return it.Errors;
    }

    private void RunAfter(ContentItem version, ItemChange change, bool isImport, Func<IContentHandler, ContentChange, ValueTask> run, string? aheadReason = null)
    {
        if (handlers.Count == 0)
            return;
        var it = new ContentChange(version, change.Before, transaction.Counters, isImport) { AheadReason = aheadReason, InCall = InCall, IdsInCall = stored.Types.Keys };
        _after.Add((Results.Count, handler => run(handler, it), it));
    }

    private ItemState? InCall(string contentItemId) => stored.Types.ContainsKey(contentItemId) ? StateOf(contentItemId) : null;

    private IReadOnlyList<ValidationError> Validate(ContentItem version, bool forPublication) =>
        validator.Validate(version, definitions, _terms, forPublication);

    private ValidationError? FaultOfType(ContentItem item) => ImportRules.FaultOfType(item, stored.Types);

    private OperationResult Finish(ContentOperation operation, ItemChange change, IReadOnlyList<ValidationError> errors, ContentItem? version, string? importHash = null)
    {
        if (errors.Count > 0)
            return Refused(operation, errors);
        Before.TryAdd(operation.ContentItemId, StateOf(operation.ContentItemId));
        if (change.Inserted is { } inserted)
            stored.Versions[inserted.ContentItemVersionId] = NewVersion(inserted, importHash);
        foreach (var updated in change.Updated)
            stored.Versions[updated.ContentItemVersionId].Change(updated);
        stored.States[operation.ContentItemId] = change.After;
        Changed[operation.ContentItemId] = Results.Count;
        Withdraws |= change.Withdraws;
        if (change.Before.Published?.ContentItemVersionId != change.After.Published?.ContentItemVersionId)
            _terms.Replace(operation.ContentItemId, change.After.Published);
        var type = (change.Inserted ?? change.Updated[0]).ContentType;
        var outcome = stored.Types.TryAdd(operation.ContentItemId, type) ? OperationOutcome.Added : OperationOutcome.Changed;
        return new(operation.ContentItemId, version?.ContentItemVersionId, outcome, []);
    }

    private TrackedVersion NewVersion(ContentItem version, string? importHash)
    {
        var row = new VersionRow
        {
            Key = stored.NextKey++,
            ContentItemId = version.ContentItemId,
            VersionId = version.ContentItemVersionId,
            ContentType = version.ContentType,
            ImportHash = importHash,
        };
        return new(row, version, isNew: true);
    }

    private static OperationResult Refused(ContentOperation operation, IReadOnlyList<ValidationError> errors) =>
        new(operation.ContentItemId, null, OperationOutcome.Refused, errors);

    private static OperationResult Unchanged(ContentOperation operation) => new(operation.ContentItemId, null, OperationOutcome.Unchanged, []);
}
