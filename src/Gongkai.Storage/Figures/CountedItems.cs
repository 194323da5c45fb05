using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reads what reports count from its own narrow table; who may see what is asked as the lists ask it.</summary>
internal sealed class CountedItems(ReaderContexts contexts, SiteSettings site) : ICountedItems
{
    private const string Interpretation = "PolicyInterpretation";

    public async Task<IReadOnlyList<CountedItem>> PublicAsync(CountedScope scope, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        // Of what says no day itself, the moment of its publication decides.
        var (begin, end) = (LocalDays.BeginOf(from, site.TimeZone), to < DateOnly.MaxValue ? LocalDays.BeginOf(to.AddDays(1), site.TimeZone) : DateTime.MaxValue);
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var rows = await Within(lease.Context, scope)
            .Where(row => row.IsPublic && ((row.Day >= from && row.Day <= to) || (row.Day == null && row.PublishedUtc >= begin && row.PublishedUtc < end)))
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(ItemOf).OrderByDescending(item => item.Day).ThenBy(item => item.ContentItemId, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<CountedItem>> FindAsync(CountedScope scope, IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var found = new List<CountedItem>();
        foreach (var ids in contentItemIds.Where(id => StorableText.IsStorable(id)).Distinct(StringComparer.Ordinal).Chunk(Bulk.ChunkSize))
            found.AddRange((await Within(lease.Context, scope).Where(row => ids.Contains(row.ContentItemId)).AsNoTracking().ToListAsync(cancellationToken)).Select(ItemOf));
        return found;
    }

    public async Task<IReadOnlyDictionary<string, DateOnly>> InterpretedOnAsync(CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var context = lease.Context;
        var links = await context.Versions.Where(version => version.ContentType == Interpretation && version.Published)
            .Join(context.Counted.Where(row => row.IsPublic), version => version.ContentItemId, row => row.ContentItemId, (version, row) => new { version.Key, row.Day, row.PublishedUtc })
            .Join(context.References, version => version.Key, link => link.VersionKey, (version, link) => new { link.TargetId, version.Day, version.PublishedUtc })
            .ToListAsync(cancellationToken);
        return links.Select(link => (link.TargetId, Day: DayOf(link.Day, link.PublishedUtc))).Where(link => link.Day is not null)
            .GroupBy(link => link.TargetId, link => link.Day!.Value, StringComparer.Ordinal).ToDictionary(days => days.Key, days => days.Min(), StringComparer.Ordinal);
    }

    private static IQueryable<CountedRow> Within(StorageContext context, CountedScope scope) => context.Counted.Join(
        ItemListQuery.Fitting(context, new() { ContentTypes = scope.ContentTypes, Offices = scope.Offices }), row => row.ContentItemId, line => line.ContentItemId, (row, _) => row);

    private CountedItem ItemOf(CountedRow row) => new(row.ContentItemId, row.ContentType)
    {
        IsPublic = row.IsPublic,
        Day = DayOf(row.Day, row.PublishedUtc),
        LeadIssuer = row.LeadIssuer,
        Form = row.Form,
        Pairs = row.Pairs,
        NeedsInterpretation = row.NeedsInterpretation,
    };

    private DateOnly? DayOf(DateOnly? day, DateTime? publishedUtc) => day ?? (publishedUtc is { } utc ? site.DayOf(utc) : null);
}
