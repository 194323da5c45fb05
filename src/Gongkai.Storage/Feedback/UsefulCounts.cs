using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The table of how useful pages are. It is no content: nothing of it is in the feed.</summary>
internal sealed class UsefulCounts(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : IUsefulCounts
{
    public async Task AddAsync(DateOnly day, IReadOnlyCollection<UsefulCount> counts, CancellationToken cancellationToken = default)
    {
        if (counts.Count == 0)
            return;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.UsefulCounts;
        var ids = counts.Select(count => count.ContentItemId).ToList();
        var known = await rows.AsNoTracking().Where(row => row.Day == day && ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        foreach (var count in counts)
        {
            if (known.TryGetValue(count.ContentItemId, out var row))
                rows.Update(row);
            else
                rows.Add(row = new() { Day = day, ContentItemId = count.ContentItemId });
            row.Yes += count.Yes;
            row.No += count.No;
        }

        await transaction.CommitAsync();
    }

    public async Task<IReadOnlyList<UsefulCount>> WorstAsync(DateOnly since, int most, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.UsefulCounts.AsNoTracking().Where(row => row.Day >= since).GroupBy(row => row.ContentItemId)
            .Select(item => new { Id = item.Key, Yes = item.Sum(row => row.Yes), No = item.Sum(row => row.No) })
            .Where(item => item.No > 0)
            .OrderByDescending(item => item.No).ThenBy(item => item.Yes).ThenBy(item => item.Id).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new UsefulCount(row.Id, row.Yes, row.No));
    }

    public async Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var deleted = await transaction.Context.UsefulCounts.Where(row => row.Day < day).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return deleted;
    }
}
