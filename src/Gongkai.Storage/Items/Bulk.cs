using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Look-ups for many items at once.</summary>
internal static class Bulk
{
    /// <summary>So many values go into one query.</summary>
    public const int ChunkSize = 500;

    /// <summary>The types of those items that have a version.</summary>
    public static async Task<Dictionary<string, string>> FindTypesAsync(StorageContext context, IEnumerable<string> contentItemIds, CancellationToken cancellationToken)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ids in contentItemIds.Distinct().Chunk(ChunkSize))
        {
            var found = context.Versions.Where(row => ids.Contains(row.ContentItemId)).Select(row => new { row.ContentItemId, row.ContentType }).Distinct();
            foreach (var row in await found.ToListAsync(cancellationToken))
                types[row.ContentItemId] = row.ContentType;
        }

        return types;
    }

    /// <summary>Which published or newest versions carry which of some terms.</summary>
    public static async Task<List<TermRow>> FindTermUsesAsync(
        StorageContext context, string taxonomyId, IEnumerable<string> termIds, CancellationToken cancellationToken)
    {
        var uses = new List<TermRow>();
        foreach (var ids in termIds.Distinct().Chunk(ChunkSize))
            uses.AddRange(await context.Terms.AsNoTracking().Where(row => row.TaxonomyId == taxonomyId && ids.Contains(row.TermId)).ToListAsync(cancellationToken));
        return uses;
    }
}
