using System.Linq.Expressions;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Answers what is overdue from an index of the lists' table, and keeps who looked at what.</summary>
internal sealed class Freshness(IDbContextFactory<StorageContext> contexts, StorageWriter writer, AuditScribe scribe, ICurrentUser current, TimeProvider time) : IFreshness
{
    public async Task<OverduePage> FindAsync(OverdueRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var overdue = Overdue(context, request);
        var total = await overdue.CountAsync(cancellationToken);
        var size = Math.Clamp(request.Size, 1, OverdueRequest.LargestPage);
        var skip = Math.Max(0, request.Page - 1L) * size;
        if (skip >= total)
            return new(total, []);
        // Which they are is in the index; the whole rows are read for one page only.
        var ids = await overdue.OrderBy(row => row.FreshUtc).ThenBy(row => row.ContentItemId).Skip((int)skip).Take(size).Select(row => row.ContentItemId).ToListAsync(cancellationToken);
        var rows = await context.Lists.AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, StringComparer.Ordinal, cancellationToken);
        var looks = await context.Looks.AsNoTracking().Where(look => ids.Contains(look.ContentItemId)).ToDictionaryAsync(look => look.ContentItemId, StringComparer.Ordinal, cancellationToken);
        var issuers = await ResponsibleRows.IssuersAsync(context, [.. rows.Values.Select(row => row.LatestKey)], cancellationToken);
        return new(total, [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new OverdueItem(ItemLists.ItemOf(row), row.Maker, [.. issuers[row.LatestKey]], Utc(row.FreshUtc ?? default))
        {
            LookedBy = looks.GetValueOrDefault(row.ContentItemId) is { } look && look.AtUtc == row.FreshUtc ? look.UserName : null,
        })]);
    }

    public async Task<int> CountAsync(OverdueRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Overdue(context, request).CountAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<string>> NoteAsync(IReadOnlyCollection<SeenItem> seen, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        var versions = seen.Where(item => StorableText.IsStorable(item.ContentItemId)).GroupBy(item => item.ContentItemId, StringComparer.Ordinal)
            .ToDictionary(item => item.Key, item => item.First().VersionId, StringComparer.Ordinal);
        // To the microsecond, as every engine keeps it: the list's row and the look are the same time.
        var now = time.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var noted = new List<string>();
        foreach (var chunk in versions.Keys.Chunk(Bulk.ChunkSize))
        {
            var rows = await context.Lists.AsNoTracking().Where(row => chunk.Contains(row.ContentItemId) && row.FreshUtc != null).ToListAsync(cancellationToken);
            rows.RemoveAll(row => row.PublishedVersionId != versions[row.ContentItemId]);
            var ids = rows.ConvertAll(row => row.ContentItemId);
            await context.Looks.Where(look => ids.Contains(look.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
            await context.InsertManyAsync(
                rows.Select(row => new LookRow { ContentItemId = row.ContentItemId, VersionId = row.PublishedVersionId!, UserName = current.User.Name, AtUtc = now }), cancellationToken);
            await context.Lists.Where(row => ids.Contains(row.ContentItemId)).ExecuteUpdateAsync(row => row.SetProperty(one => one.FreshUtc, now), cancellationToken);
            foreach (var row in rows)
            {
                transaction.Audit(scribe.Write(new(AuditActions.ContentStillRight)
                {
                    ContentItemId = row.ContentItemId,
                    VersionId = row.PublishedVersionId!,
                    ContentType = row.ContentType,
                    Title = row.Title,
                }));
            }

            noted.AddRange(ids);
        }

        await transaction.CommitAsync();
        return noted;
    }

    private static IQueryable<ListRow> Overdue(StorageContext context, OverdueRequest request)
    {
        var terms = request.Before.Where(type => StorableText.IsStorable(type.Key)).GroupBy(type => type.Value, type => type.Key).ToList();
        if (terms.Count == 0)
            return context.Lists.Where(_ => false);
        var latest = terms.Max(term => term.Key);
        return ResponsibleRows.Of(context, [.. terms.SelectMany(term => term)], request.Offices, request.Responsible)
            .Where(row => row.FreshUtc < latest)
            .WhereAny(terms.Select(term => Of([.. term], term.Key)));
    }

    private static Expression<Func<ListRow, bool>> Of(string[] types, DateTime before) => row => types.Contains(row.ContentType) && row.FreshUtc < before;

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
