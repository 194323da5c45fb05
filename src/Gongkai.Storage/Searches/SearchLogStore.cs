using System.Runtime.CompilerServices;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The counts of searches in a table. They are no content: nothing of them is in the feed.</summary>
internal sealed class SearchLogStore(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : ISearchLogStore
{
    // Editors who save wait for one batch, not for a minute's counts.
    private const int BatchSize = 500;

    public async Task AddAsync(DateOnly day, IReadOnlyCollection<SearchCount> counts, int mostQueries, CancellationToken cancellationToken = default)
    {
        foreach (var batch in counts.Chunk(BatchSize))
        {
            await using var transaction = await writer.BeginAsync(cancellationToken);
            await AddAsync(transaction.Context, day, batch, mostQueries, cancellationToken);
            await transaction.CommitAsync();
        }
    }

    public async IAsyncEnumerable<SearchLogEntry> ReadAsync(DateOnly? from, DateOnly? to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Days one after the other: no more than a day is in memory.
        var (first, last) = (from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
        var days = await context.SearchCounts.AsNoTracking().Where(row => row.Day >= first && row.Day <= last).Select(row => row.Day).Distinct().OrderBy(day => day).ToListAsync(cancellationToken);
        foreach (var day in days)
        {
            var rows = await context.SearchCounts.AsNoTracking().Where(row => row.Day == day).ToListAsync(cancellationToken);
            foreach (var entry in rows.GroupBy(row => row.Query, StringComparer.Ordinal).Select(group => EntryOf(day, group))
                .OrderByDescending(entry => entry.Searches).ThenBy(entry => entry.Query, StringComparer.Ordinal))
                yield return entry;
        }
    }

    public async Task<IReadOnlyList<string>> FrequentAsync(DateOnly since, int leastCount, int leastDays, int most, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // A row of searches is one day's.
        return await context.SearchCounts.AsNoTracking().Where(row => row.Position == 0 && row.Day >= since && row.Results > 0)
            .GroupBy(row => row.Query)
            .Select(group => new { Query = group.Key, Count = group.Sum(row => row.Count), Days = group.Count() })
            .Where(query => query.Count >= leastCount && query.Days >= leastDays)
            .OrderByDescending(query => query.Count).ThenBy(query => query.Query)
            .Take(most)
            .Select(query => query.Query)
            .ToListAsync(cancellationToken);
    }

    public async Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var deleted = await transaction.Context.SearchCounts.Where(row => row.Day < day).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return deleted;
    }

    private static async Task AddAsync(StorageContext context, DateOnly day, SearchCount[] batch, int mostQueries, CancellationToken cancellationToken)
    {
        var queries = batch.Select(count => count.Query).Distinct(StringComparer.Ordinal).ToList();
        var known = (await context.SearchCounts.AsNoTracking().Where(row => row.Day == day && queries.Contains(row.Query)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.Query, row.Position));
        var room = mostQueries - await context.SearchCounts.Where(row => row.Day == day).Select(row => row.Query).Distinct().CountAsync(cancellationToken);
        var kept = known.Keys.Select(key => key.Query).ToHashSet(StringComparer.Ordinal);
        foreach (var count in batch)
        {
            if (known.TryGetValue((count.Query, count.Position), out var row))
            {
                row.Count += count.Count;
                row.Results = count.Results ?? row.Results;
                context.Update(row);
                continue;
            }

            if (!kept.Contains(count.Query) && room-- <= 0)
                continue;
            kept.Add(count.Query);
            context.Add(new SearchCountRow { Day = day, Query = count.Query, Position = count.Position, Count = count.Count, Results = count.Results });
        }
    }

    private static SearchLogEntry EntryOf(DateOnly day, IGrouping<string, SearchCountRow> rows)
    {
        var searches = rows.FirstOrDefault(row => row.Position == 0);
        return new(day, rows.Key, searches?.Count ?? 0, searches?.Results,
            [.. rows.Where(row => row.Position > 0).OrderBy(row => row.Position).Select(row => KeyValuePair.Create(row.Position, row.Count))]);
    }
}
