namespace Gongkai.Content;

/// <summary>Port: counts what people search for and which results they open, so that editors see what is missed. It knows no address and no person.</summary>
/// <remarks>Counting goes to memory and never waits; <see cref="WriteAsync"/> brings it to the database.</remarks>
public interface ISearchLog
{
    /// <summary>The form under which a query is counted: folded, white space run together, its first hundred characters.</summary>
    /// <returns>Null when it is not kept: nothing is in it, or it looks like the number of an identity card, a telephone or a bank card.</returns>
    string? KeyOf(string? query);

    /// <summary>Counts a search.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gave.</param>
    /// <param name="results">How many results there were; null when filters hid some.</param>
    void Searched(string key, int? results);

    /// <summary>Counts that a result was opened.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gave.</param>
    /// <param name="position">The result's place in the whole list, from 1.</param>
    void Clicked(string key, int position);

    /// <summary>Writes what was counted since the last time. The home calls it every minute and before it ends.</summary>
    Task WriteAsync(CancellationToken cancellationToken = default);
}

/// <summary>Port: keeps the counts of <see cref="ISearchLog"/> by day.</summary>
public interface ISearchLogStore
{
    /// <summary>Adds counts to those of a day.</summary>
    /// <param name="day">The day, in the site's time zone.</param>
    /// <param name="counts">The counts; each pair of query and position once.</param>
    /// <param name="mostQueries">How many different queries a day may have: once it has them, only those are counted further.</param>
    /// <param name="cancellationToken">Ends it before it is committed.</param>
    Task AddAsync(DateOnly day, IReadOnlyCollection<SearchCount> counts, int mostQueries, CancellationToken cancellationToken = default);

    /// <summary>The days from one to another, both inclusive; within a day the most frequent queries first.</summary>
    IAsyncEnumerable<SearchLogEntry> ReadAsync(DateOnly? from, DateOnly? to, CancellationToken cancellationToken = default);

    /// <summary>The queries that found something and were asked since a day by several people, as far as counts can tell: often enough and on several days. Most frequent first.</summary>
    Task<IReadOnlyList<string>> FrequentAsync(DateOnly since, int leastCount, int leastDays, int most, CancellationToken cancellationToken = default);

    /// <summary>Deletes the days before one; how many rows.</summary>
    Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default);
}

/// <summary>A count since the last writing.</summary>
/// <param name="Query">The query, as <see cref="ISearchLog.KeyOf"/> gives it.</param>
/// <param name="Position">0 for searches; for opened results their place from 1.</param>
/// <param name="Count">How many.</param>
/// <param name="Results">Of searches: how many results there were last; null when that is not known.</param>
public sealed record SearchCount(string Query, int Position, long Count, int? Results = null);

/// <summary>What a day has of a query.</summary>
/// <param name="Day">The day.</param>
/// <param name="Query">The query, folded.</param>
/// <param name="Searches">How often it was searched for.</param>
/// <param name="Results">How many results there were last; null when that is not known.</param>
/// <param name="Clicks">How often results were opened, by their position from 1, in its order.</param>
public sealed record SearchLogEntry(DateOnly Day, string Query, long Searches, int? Results, IReadOnlyList<KeyValuePair<int, long>> Clicks);
