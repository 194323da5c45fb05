namespace Gongkai.Content;

/// <summary>Port: keeps by item and day how many readers found its page useful and how many did not. It knows nobody.</summary>
public interface IUsefulCounts
{
    /// <summary>Adds counts to those of a day.</summary>
    /// <param name="day">The day, in the site's time zone.</param>
    /// <param name="counts">The counts; each item once.</param>
    /// <param name="cancellationToken">Ends it before it is committed.</param>
    Task AddAsync(DateOnly day, IReadOnlyCollection<UsefulCount> counts, CancellationToken cancellationToken = default);

    /// <summary>The items with the most “no” since a day, most first; equal ones with fewer “yes” first.</summary>
    Task<IReadOnlyList<UsefulCount>> WorstAsync(DateOnly since, int most, CancellationToken cancellationToken = default);

    /// <summary>Deletes the days before one; how many rows.</summary>
    Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default);
}

/// <summary>How many found an item's page useful.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Yes">How many did.</param>
/// <param name="No">How many did not.</param>
public sealed record UsefulCount(string ContentItemId, long Yes, long No);
