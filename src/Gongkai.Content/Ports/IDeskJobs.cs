namespace Gongkai.Content;

/// <summary>Work on many items that goes on when its page is closed.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Owner">The name of the account that began it.</param>
/// <param name="Kind">What sort of work it is.</param>
/// <param name="CreatedUtc">When it was begun, UTC.</param>
/// <param name="UpdatedUtc">When it last told of itself, UTC: one that is silent for long lost its process.</param>
/// <param name="IsDone">Whether it is over.</param>
/// <param name="Json">What is to be done, and what was.</param>
public sealed record DeskJob(string Id, string Owner, string Kind, DateTime CreatedUtc, DateTime UpdatedUtc, bool IsDone, string Json);

/// <summary>Port: keeps jobs, so that they can be looked at from any process and after a restart. Those of a month ago are forgotten.</summary>
public interface IDeskJobs
{
    /// <summary>How long jobs are kept.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Stores a job in place of the one of its id.</summary>
    Task SaveAsync(DeskJob job, CancellationToken cancellationToken = default);

    /// <summary>A job, or null.</summary>
    Task<DeskJob?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Somebody's jobs of a kind, newest first.</summary>
    Task<IReadOnlyList<DeskJob>> OfAsync(string owner, string kind, int count, CancellationToken cancellationToken = default);

    /// <summary>The newest jobs of a kind, whoever began them, newest first.</summary>
    Task<IReadOnlyList<DeskJob>> NewestAsync(string kind, int count, CancellationToken cancellationToken = default);
}
