using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Keeps the rows that reports count: written in the transaction of the change, with those of the lists.</summary>
internal static class CountedRows
{
    /// <summary>Writes the rows of items that changed.</summary>
    /// <param name="context">The database, inside the transaction.</param>
    /// <param name="changed">The items as they are after the change, deleted ones too.</param>
    /// <param name="known">Those that may have a row.</param>
    /// <param name="contributionOf">What a version gives.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task WriteAsync(
        StorageContext context, IEnumerable<ItemState> changed, IEnumerable<string> known, Func<ContentItem, IndexContribution> contributionOf, CancellationToken cancellationToken)
    {
        foreach (var ids in known.Chunk(Bulk.ChunkSize))
            await context.Counted.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        await context.InsertManyAsync(changed.Select(state => CountedRow.Of(state, contributionOf)).OfType<CountedRow>(), cancellationToken);
    }
}
