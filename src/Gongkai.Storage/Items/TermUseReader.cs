using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reads which items carry which terms.</summary>
internal sealed class TermUseReader(ReaderContexts contexts) : ITermUses
{
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string taxonomyId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(taxonomyId))
            return new Dictionary<string, int>();
        await using var lease = await contexts.TakeAsync(cancellationToken);
        // An item with a draft beside its published version is one item.
        return await lease.Context.Terms.Where(term => term.TaxonomyId == taxonomyId)
            .Join(lease.Context.Versions, term => term.VersionKey, version => version.Key, (term, version) => new { term.TermId, version.ContentItemId })
            .Distinct().GroupBy(use => use.TermId).Select(group => new { TermId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(count => count.TermId, count => count.Count, StringComparer.Ordinal, cancellationToken);
    }

    public async Task<IReadOnlyList<TermUse>> FindAsync(string taxonomyId, IReadOnlyCollection<string> termIds, int count, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(taxonomyId))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var context = lease.Context;
        var uses = new List<TermUse>();
        foreach (var ids in termIds.Where(id => StorableText.IsStorable(id)).Distinct(StringComparer.Ordinal).Chunk(Bulk.ChunkSize))
        {
            var found = await context.Terms.Where(term => term.TaxonomyId == taxonomyId && ids.Contains(term.TermId))
                .Join(context.Versions.Where(version => version.Latest), term => term.VersionKey, version => version.Key, (term, version) => new { term.TermId, version.ContentItemId, version.ContentType, version.Json })
                .OrderBy(use => use.ContentItemId).Take(count).ToListAsync(cancellationToken);
            uses.AddRange(found.Select(use => new TermUse(use.TermId, use.ContentItemId, use.ContentType, ItemJson.ReadItem(use.Json).DisplayText)));
            // A term that only the published version carries, and no longer its newest one.
            if (uses.Count < count)
            {
                var published = await context.Terms.Where(term => term.TaxonomyId == taxonomyId && ids.Contains(term.TermId))
                    .Join(context.Versions.Where(version => version.Published && !version.Latest), term => term.VersionKey, version => version.Key, (term, version) => new { term.TermId, version.ContentItemId, version.ContentType, version.Json })
                    .OrderBy(use => use.ContentItemId).Take(count).ToListAsync(cancellationToken);
                uses.AddRange(published.Select(use => new TermUse(use.TermId, use.ContentItemId, use.ContentType, ItemJson.ReadItem(use.Json).DisplayText)));
            }
        }

        return [.. uses.DistinctBy(use => (use.TermId, use.ContentItemId)).OrderBy(use => use.ContentItemId, StringComparer.Ordinal).Take(count)];
    }
}
