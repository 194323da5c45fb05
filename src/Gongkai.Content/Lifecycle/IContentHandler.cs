namespace Gongkai.Content;

/// <summary>Port: rules of a module that run inside the transaction of a change, by <see cref="Order"/>, those of one order as they were registered.</summary>
/// <remarks>A handler must not call <see cref="IContentManager"/>. What it throws rolls the call back.</remarks>
public interface IContentHandler
{
    /// <summary>Its place among the handlers, lowest first. The model's own come after those of modules, in whatever order a home registers them: a pattern fills in what a module left empty.</summary>
    int Order => 0;

    /// <summary>Takes out of a copy what belongs to the original alone: numbers, addresses, days, plans.</summary>
    void Copying(ContentItem copy)
    {
    }

    /// <summary>Before the transaction of a call begins, for what takes time: the versions that it will publish, as far as they are known. Refuses nothing.</summary>
    ValueTask PreparingAsync(IReadOnlyList<ContentItem> publishing, bool isImport, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Before a draft is stored. The item may be changed.</summary>
    ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Before a version becomes the published one, by an editor or by an import. The item may be changed, numbers drawn.</summary>
    ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>After a version became the published one.</summary>
    ValueTask PublishedAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Before the time is set, changed or cancelled at which something is to be done with the newest version. The item is not changed any more.</summary>
    ValueTask SchedulingAsync(ContentChange change, ScheduleAction action, DateTime? dueUtc, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Before an item is withdrawn.</summary>
    ValueTask UnpublishingAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>After an item was withdrawn.</summary>
    ValueTask UnpublishedAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Before an item is deleted.</summary>
    ValueTask DeletingAsync(ContentChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// <summary>A change as handlers see it.</summary>
/// <param name="item">The version that is changed.</param>
/// <param name="before">The item before.</param>
/// <param name="counters">The counters, drawn inside the change's transaction.</param>
/// <param name="isImport">Whether a recipe brings the version: its times and numbers are kept.</param>
public sealed class ContentChange(ContentItem item, ItemState before, ICounters counters, bool isImport)
{
    private readonly List<ValidationError> _errors = [];
    private readonly List<ReviewStep> _steps = [];

    /// <summary>The version that is changed; before-handlers may change it.</summary>
    public ContentItem Item { get; } = item;

    /// <summary>The item before the change.</summary>
    public ItemState Before { get; } = before;

    /// <summary>The counters; what is drawn is given back when the call is rolled back.</summary>
    public ICounters Counters { get; } = counters;

    /// <summary>Whether a recipe brings the version.</summary>
    public bool IsImport { get; } = isImport;

    /// <summary>Whether a pattern made the item's route: when it is taken the storage adds -2, -3, … to it.</summary>
    public bool HasGeneratedRoute { get; set; }

    /// <summary>Whether a pattern made the item's alias: when it is taken the storage adds -2, -3, … to it.</summary>
    public bool HasGeneratedAlias { get; set; }

    /// <summary>The faults that handlers found.</summary>
    public IReadOnlyList<ValidationError> Errors => _errors;

    /// <summary>The step of a review by which the version is saved; null when somebody edited it.</summary>
    public ReviewStep? Step { get; init; }

    /// <summary>Why a version is published ahead of what must become public with it; null when it is not.</summary>
    public string? AheadReason { get; init; }

    /// <summary>The items that the same call is about, as they are by now; null for another one. After-handlers see what the call comes to.</summary>
    public Func<string, ItemState?> InCall { get; init; } = _ => null;

    /// <summary>The ids of these items.</summary>
    public IEnumerable<string> IdsInCall { get; init; } = [];

    /// <summary>The steps of reviews that are written with the change.</summary>
    public IReadOnlyList<ReviewStep> Steps => _steps;

    /// <summary>Writes a step of a review, in the transaction of the change.</summary>
    public void Record(ReviewStep step) => _steps.Add(step);

    /// <summary>Refuses the change.</summary>
    /// <param name="path">The place, as a JSON path inside the item.</param>
    /// <param name="wording">What is wrong and what to do.</param>
    public void Refuse(string path, Wording wording) => _errors.Add(new(path, wording));
}

/// <summary>Port: counters that never give a number twice, per name.</summary>
/// <remarks>Next = highest given or imported + 1. Drawn inside the publishing transaction: a rolled-back one gives nothing away.</remarks>
public interface ICounters
{
    /// <summary>Draws the next number of a counter; the first is 1.</summary>
    Task<long> NextAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The highest number of a counter that was drawn or brought; 0 when there is none.</summary>
    Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Moves a counter past a number that an import brought.</summary>
    Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default);
}
