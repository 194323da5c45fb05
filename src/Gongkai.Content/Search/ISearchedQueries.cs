namespace Gongkai.Content;

/// <summary>What a span of days has of a query.</summary>
/// <param name="Query">The query, folded.</param>
/// <param name="Searches">How often it was searched for.</param>
/// <param name="Results">How many results there were last; null when that is not known.</param>
/// <param name="Clicks">How often results were opened, by their position from 1, in its order.</param>
public sealed record SearchedQuery(string Query, long Searches, int? Results, IReadOnlyList<KeyValuePair<int, long>> Clicks)
{
    /// <summary>How often a result was opened.</summary>
    public long Opened => Clicks.Sum(click => click.Value);
}

/// <summary>Some of the queries of a span of days.</summary>
/// <param name="Total">How many different queries there are.</param>
/// <param name="Queries">Some of them.</param>
public sealed record SearchedQueries(int Total, IReadOnlyList<SearchedQuery> Queries);

/// <summary>Port of a home that keeps the search log itself: what a span of days has of each query, for those who look after the search.</summary>
public interface ISearchedQueries
{
    /// <summary>The queries of some days, the most frequent first.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="foundNothing">Only those that found nothing the last time that this is known of.</param>
    /// <param name="skip">So many are left out.</param>
    /// <param name="count">So many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<SearchedQueries> FindAsync(DateOnly from, DateOnly to, bool foundNothing, int skip, int count, CancellationToken cancellationToken = default);
}
