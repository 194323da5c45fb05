using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Adds up the counts of searches over days: a query for how many there are, one for a page of them, one for what was opened of these.</summary>
internal sealed class SearchedQueryReader(IDbContextFactory<StorageContext> contexts) : ISearchedQueries
{
    public async Task<SearchedQueries> FindAsync(DateOnly from, DateOnly to, bool foundNothing, int skip, int count, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.SearchCounts.AsNoTracking().Where(row => row.Day >= from && row.Day <= to);
        var searches = rows.Where(row => row.Position == 0);
        var queries = searches.GroupBy(row => row.Query)
            .Select(group => new { Query = group.Key, Searches = group.Sum(row => row.Count), Day = group.Max(row => row.Results != null ? (DateOnly?)row.Day : null) })
            .LeftJoin(searches, query => new { query.Query, query.Day }, row => new { row.Query, Day = (DateOnly?)row.Day }, (query, row) => new { query.Query, query.Searches, row!.Results });
        if (foundNothing)
            queries = queries.Where(query => query.Results == 0);
        var total = await queries.CountAsync(cancellationToken);
        var page = await queries.OrderByDescending(query => query.Searches).ThenBy(query => query.Query).Skip(skip).Take(count).ToListAsync(cancellationToken);
        string[] texts = [.. page.Select(query => query.Query)];
        var clicks = (await rows.Where(row => row.Position > 0 && texts.Contains(row.Query)).GroupBy(row => new { row.Query, row.Position })
                .Select(group => new { group.Key.Query, group.Key.Position, Count = group.Sum(row => row.Count) }).ToListAsync(cancellationToken))
            .ToLookup(click => click.Query, click => KeyValuePair.Create(click.Position, click.Count), StringComparer.Ordinal);
        return new(total, [.. page.Select(query => new SearchedQuery(query.Query, query.Searches, query.Results, [.. clicks[query.Query].OrderBy(click => click.Key)]))]);
    }
}
