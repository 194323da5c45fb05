namespace Gongkai.Content;

/// <summary>Where a check of the whole site stands.</summary>
public enum SiteCheckState
{
    /// <summary>Nobody has begun it yet, or whoever did ended: it is gone on with where it stands.</summary>
    Waiting,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>Somebody stopped it; it can be gone on with.</summary>
    Stopped,

    /// <summary>It went through all there is.</summary>
    Done,
}

/// <summary>A check of everything that is public.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Owner">The account that began it.</param>
/// <param name="StartedUtc">When it was begun, UTC.</param>
public sealed record SiteCheckRun(string Id, string Owner, DateTime StartedUtc)
{
    /// <summary>When it last told of itself, UTC.</summary>
    public DateTime UpdatedUtc { get; init; }

    /// <summary>Where it stands.</summary>
    public SiteCheckState State { get; init; }

    /// <summary>The last item that was looked at; empty at the beginning.</summary>
    public string Position { get; init; } = "";

    /// <summary>How many published items there were when it began.</summary>
    public int Items { get; init; }

    /// <summary>How many of them were passed.</summary>
    public int Passed { get; init; }

    /// <summary>How much was found.</summary>
    public int Findings { get; init; }

    /// <summary>How many items could not be checked: the log says why.</summary>
    public int Failed { get; init; }
}

/// <summary>Something that a check of the whole site found. Personal data in it is masked.</summary>
/// <param name="Number">Its number within the run, from 1; given when it is stored.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Title">Its title.</param>
/// <param name="Check">The check that found it.</param>
/// <param name="IsBlocking">Whether it would keep the item from being published.</param>
public sealed record SiteFinding(int Number, string ContentItemId, string ContentType, string Title, string Check, bool IsBlocking)
{
    /// <summary>The published version that was checked.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The value's place in the item, as a JSON path.</summary>
    public string Path { get; init; } = "";

    /// <summary>What people call that place.</summary>
    public string Label { get; init; } = "";

    /// <summary>The attachment; empty for the item's own text.</summary>
    public string File { get; init; } = "";

    /// <summary>The line, or the attachment's paragraph; 0 when it is about the whole.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong: a key of texts, with values at <c>{0}</c>, <c>{1}</c>.</summary>
    public string Message { get; init; } = "";

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What was found, masked; empty when there is nothing to show.</summary>
    public string Excerpt { get; init; } = "";
}

/// <summary>Which findings are asked for.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ContentTypes">The types of the items; none gives nothing.</param>
public sealed record SiteFindingRequest(string RunId, IReadOnlyCollection<string> ContentTypes)
{
    /// <summary>The offices to whose items the user is kept; null for those of all.</summary>
    public OfficeChoice? Offices { get; init; }

    /// <summary>One check; null for all.</summary>
    public string? Check { get; init; }

    /// <summary>Only what would keep an item from being published, or only what would not; null for both.</summary>
    public bool? IsBlocking { get; init; }

    /// <summary>Those after this number.</summary>
    public int After { get; init; }

    /// <summary>How many to leave out after that.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most.</summary>
    public int Count { get; init; } = 50;
}

/// <summary>Port of a home that keeps the content itself: checks of the whole site and what they found. The findings of one run are kept, those of the last.</summary>
public interface ISiteCheckRecords
{
    /// <summary>The newest run, or null.</summary>
    Task<SiteCheckRun?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins a run in place of the one before, whose findings go; null, and nothing is done, while one waits or is under way.</summary>
    Task<SiteCheckRun?> BeginAsync(SiteCheckRun run, CancellationToken cancellationToken = default);

    /// <summary>Says where a run stands: to stop it, to go on. False when it is not in one of the states in which it must be, or is gone.</summary>
    Task<bool> MoveAsync(string id, IReadOnlyCollection<SiteCheckState> from, SiteCheckState to, DateTime nowUtc, CancellationToken cancellationToken = default);

    /// <summary>The published items after one, by id, with their types: what comes next.</summary>
    Task<IReadOnlyList<string>> NextAsync(string after, int count, CancellationToken cancellationToken = default);

    /// <summary>Stores what was found in a piece of a run, and where it stands, at once; false, and nothing is done, when it was stopped meanwhile or replaced.</summary>
    Task<bool> StoreAsync(SiteCheckRun run, IReadOnlyCollection<SiteFinding> findings, CancellationToken cancellationToken = default);

    /// <summary>Findings by number.</summary>
    Task<IReadOnlyList<SiteFinding>> FindingsAsync(SiteFindingRequest request, CancellationToken cancellationToken = default);

    /// <summary>How many findings each check has, and how many of them are blocking; the request's own check and severity, and what page it asks for, do not count.</summary>
    Task<IReadOnlyList<(string Check, bool IsBlocking, int Count)>> CountAsync(SiteFindingRequest request, CancellationToken cancellationToken = default);
}
