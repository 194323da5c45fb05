using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The tables of links to elsewhere. They are no content: nothing of them is in the feed.</summary>
internal sealed class OutsideLinks(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : IOutsideLinks
{
    private const string Followed = "outside-links";
    private const int MaxCount = 500;

    public async Task StoreUsesAsync(IReadOnlyDictionary<string, IReadOnlyCollection<OutsideLink>> links, long sequence, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        foreach (var chunk in links.Keys.Chunk(Bulk.ChunkSize))
        {
            var known = (await context.OutsideLinkUses.AsNoTracking().Where(use => chunk.Contains(use.ContentItemId)).ToListAsync(cancellationToken)).ToHashSet(UseComparer.Instance);
            var now = chunk.SelectMany(id => links[id].Select(link => new OutsideLinkUseRow { ContentItemId = id, LinkId = link.Id })).ToHashSet(UseComparer.Instance);
            var gone = known.Except(now, UseComparer.Instance).ToList();
            foreach (var item in gone.GroupBy(use => use.ContentItemId, StringComparer.Ordinal))
            {
                var ids = item.Select(use => use.LinkId).ToList();
                await context.OutsideLinkUses.Where(use => use.ContentItemId == item.Key && ids.Contains(use.LinkId)).ExecuteDeleteAsync(cancellationToken);
            }

            var added = now.Except(known, UseComparer.Instance).ToList();
            await AddAsync(context, [.. chunk.SelectMany(id => links[id]).DistinctBy(link => link.Id)], [.. added.Select(use => use.LinkId).Distinct(StringComparer.Ordinal)], nowUtc, cancellationToken);
            await context.InsertManyAsync(added, cancellationToken);
            foreach (var ids in gone.Select(use => use.LinkId).Distinct(StringComparer.Ordinal).Chunk(Bulk.ChunkSize))
                await context.OutsideLinks.Where(link => ids.Contains(link.Id) && !context.OutsideLinkUses.Any(use => use.LinkId == link.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.Counters.AdvanceAsync(Followed, sequence, cancellationToken);
        await transaction.CommitAsync();
    }

    public async Task<IReadOnlyList<OutsideLink>> DueAsync(DateTime nowUtc, int count, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.OutsideLinks.AsNoTracking().Where(link => link.NextUtc <= nowUtc).OrderBy(link => link.NextUtc).ThenBy(link => link.Id).Take(count).ToListAsync(cancellationToken)).ConvertAll(Of);
    }

    public async Task StoreAsync(IReadOnlyCollection<OutsideLink> links, CancellationToken cancellationToken = default)
    {
        if (links.Count == 0)
            return;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.OutsideLinks;
        // One that no item has any more meanwhile stays forgotten.
        foreach (var link in links)
        {
            await rows.Where(row => row.Id == link.Id).ExecuteUpdateAsync(row => row
                .SetProperty(one => one.State, link.State).SetProperty(one => one.Status, link.Status).SetProperty(one => one.Reason, link.Reason)
                .SetProperty(one => one.LookedUtc, link.LookedUtc).SetProperty(one => one.NextUtc, link.NextUtc)
                .SetProperty(one => one.FailingSince, link.FailingSince).SetProperty(one => one.FailedOn, link.FailedOn).SetProperty(one => one.FailedDays, link.FailedDays), cancellationToken);
        }

        await transaction.CommitAsync();
    }

    public async Task<bool> AskAgainAsync(string id, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return false;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var found = await transaction.Context.OutsideLinks.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.NextUtc, nowUtc), cancellationToken);
        await transaction.CommitAsync();
        return found > 0;
    }

    public async Task<FailingLinkPage> FindAsync(FailingLinkRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = ResponsibleRows.Of(context, request.ContentTypes, request.Offices, request.Responsible);
        var failing = Failing(context, request, items);
        var total = await failing.CountAsync(cancellationToken);
        var size = Math.Clamp(request.Size, 1, MaxCount);
        var skip = Math.Max(0, request.Page - 1L) * size;
        if (skip >= total)
            return new(total, []);
        var links = await failing.OrderBy(link => link.FailingSince == null).ThenBy(link => link.FailingSince).ThenBy(link => link.Id).Skip((int)skip).Take(size).AsNoTracking().ToListAsync(cancellationToken);
        var ids = links.ConvertAll(link => link.Id);
        var uses = context.OutsideLinkUses.Where(use => ids.Contains(use.LinkId)).Join(items, use => use.ContentItemId, row => row.ContentItemId, (use, row) => new { use.LinkId, row.ContentItemId, row.Title, row.Maker, row.LatestKey });
        var counts = await uses.GroupBy(use => use.LinkId).Select(link => new { link.Key, Count = link.Count() }).ToDictionaryAsync(link => link.Key, link => link.Count, StringComparer.Ordinal, cancellationToken);
        var first = await context.OutsideLinks.Where(link => ids.Contains(link.Id))
            .SelectMany(link => uses.Where(use => use.LinkId == link.Id).OrderBy(use => use.ContentItemId).Take(FailingLinkRequest.MostUses)).ToListAsync(cancellationToken);
        var issuers = await ResponsibleRows.IssuersAsync(context, [.. first.Select(use => use.LatestKey).Distinct()], cancellationToken);
        var named = first.ToLookup(use => use.LinkId, use => new OutsideLinkUse(use.LinkId, use.ContentItemId, use.Title, use.Maker, [.. issuers[use.LatestKey]]), StringComparer.Ordinal);
        return new(total, [.. links.Select(link => new FailingLink(Of(link), [.. named[link.Id].OrderBy(use => use.ContentItemId, StringComparer.Ordinal)], counts.GetValueOrDefault(link.Id)))]);
    }

    public async Task<int> CountAsync(FailingLinkRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Failing(context, request, ResponsibleRows.Of(context, request.ContentTypes, request.Offices, request.Responsible)).CountAsync(cancellationToken);
    }

    public async Task<OutsideLinkProgress> ProgressAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new(
            await context.OutsideLinks.CountAsync(cancellationToken), await context.OutsideLinks.CountAsync(link => link.LookedUtc != null, cancellationToken),
            await context.Counters.Where(row => row.Name == Followed).Select(row => row.Value).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>Those that failed on so many days, and those that lead inside some network, of which readers have nothing either.</summary>
    private static IQueryable<OutsideLinkRow> Failing(StorageContext context, FailingLinkRequest request, IQueryable<ListRow> items)
    {
        var days = request.LeastDays;
        return context.OutsideLinks.Where(link => (link.FailedDays >= days || link.State == OutsideLinkState.Refused)
            && context.OutsideLinkUses.Any(use => use.LinkId == link.Id && items.Any(row => row.ContentItemId == use.ContentItemId)));
    }

    private static async Task AddAsync(StorageContext context, IReadOnlyCollection<OutsideLink> links, IReadOnlyCollection<string> used, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in used.Chunk(Bulk.ChunkSize))
            known.UnionWith(await context.OutsideLinks.Where(link => ids.Contains(link.Id)).Select(link => link.Id).ToListAsync(cancellationToken));
        var wanted = used.ToHashSet(StringComparer.Ordinal);
        await context.InsertManyAsync(
            links.Where(link => wanted.Contains(link.Id) && !known.Contains(link.Id)).Select(link => new OutsideLinkRow { Id = link.Id, Address = link.Address, Reason = "", NextUtc = nowUtc }), cancellationToken);
    }

    private static OutsideLink Of(OutsideLinkRow row) => new(row.Id, row.Address)
    {
        State = row.State,
        Status = row.Status,
        Reason = row.Reason,
        LookedUtc = row.LookedUtc is { } looked ? DateTime.SpecifyKind(looked, DateTimeKind.Utc) : null,
        NextUtc = DateTime.SpecifyKind(row.NextUtc, DateTimeKind.Utc),
        FailingSince = row.FailingSince,
        FailedOn = row.FailedOn,
        FailedDays = row.FailedDays,
    };

    private sealed class UseComparer : IEqualityComparer<OutsideLinkUseRow>
    {
        public static UseComparer Instance { get; } = new();

        public bool Equals(OutsideLinkUseRow? one, OutsideLinkUseRow? other) => one?.ContentItemId == other?.ContentItemId && one?.LinkId == other?.LinkId;

        public int GetHashCode(OutsideLinkUseRow use) => HashCode.Combine(use.ContentItemId, use.LinkId);
    }
}
