using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Keeps the rows of the desk's lists: written in the transaction of the change.</summary>
internal static class ItemListRows
{
    /// <summary>Writes the rows of items that changed.</summary>
    /// <param name="context">The database, inside the transaction.</param>
    /// <param name="changed">The items as they are after the change, deleted ones too, each with the key of its newest version.</param>
    /// <param name="known">Those that may have a row.</param>
    /// <param name="contributionOf">What a version gives.</param>
    /// <param name="isWithdrawn">Whether an item is withdrawn from the public after the change.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task WriteAsync(
        StorageContext context, IReadOnlyCollection<(string Id, ItemState State, long LatestKey)> changed, IEnumerable<string> known,
        Func<ContentItem, IndexContribution> contributionOf, Func<string, bool> isWithdrawn, CancellationToken cancellationToken)
    {
        var looked = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var ids in known.Chunk(Bulk.ChunkSize))
        {
            await context.Lists.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
            foreach (var look in await context.Looks.AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken))
                looked[look.ContentItemId] = look.AtUtc;
        }

        await context.InsertManyAsync(
            changed.Select(item => ListRow.Of(item.State, item.LatestKey, contributionOf, isWithdrawn(item.Id), looked.TryGetValue(item.Id, out var at) ? at : null)).OfType<ListRow>(), cancellationToken);
    }

    /// <summary>Of some items, those that are withdrawn.</summary>
    public static async Task<HashSet<string>> FindWithdrawnAsync(StorageContext context, IEnumerable<string> contentItemIds, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in contentItemIds.Chunk(Bulk.ChunkSize))
            found.UnionWith(await context.Withdrawals.Where(row => ids.Contains(row.ContentItemId)).Select(row => row.ContentItemId).ToListAsync(cancellationToken));
        return found;
    }
}
