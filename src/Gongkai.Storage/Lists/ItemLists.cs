using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Answers the desk's lists from their own narrow table, one query for the page and one for the total.</summary>
internal sealed class ItemLists(ReaderContexts contexts) : IItemLists
{
    public async Task<ItemList> FindAsync(ItemListRequest request, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var fitting = ItemListQuery.InState(ItemListQuery.Fitting(lease.Context, request), request.State);
        var total = await fitting.CountAsync(cancellationToken);
        var size = Math.Clamp(request.Size, 1, ItemListRequest.LargestPage);
        var skip = Math.Max(0, request.Page - 1L) * size;
        if (skip >= total)
            return new(total, []);
        var rows = await ItemListQuery.Sorted(fitting, request.Sort, request.Ascending).Skip((int)skip).Take(size).AsNoTracking().ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(ItemOf));
    }

    public async Task<IReadOnlyDictionary<ItemListState, int>> CountStatesAsync(ItemListRequest request, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var counts = await ItemListQuery.Fitting(lease.Context, request).GroupBy(row => row.States).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return Enum.GetValues<ItemListState>().ToDictionary(state => state, state => counts.Where(count => ItemListQuery.IsIn(count.Key, state)).Sum(count => count.Count));
    }

    public async Task<IReadOnlyList<string>> AuthorsAsync(IReadOnlyCollection<string> contentTypes, int count, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        string[] types = [.. contentTypes];
        return await lease.Context.Lists.Where(row => types.Contains(row.ContentType) && row.Author != "").Select(row => row.Author).Distinct().Order().Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>The line of a row.</summary>
    public static ListedItem ItemOf(ListRow row) => new(row.ContentItemId, row.ContentType, row.Title)
    {
        LatestVersionId = row.LatestVersionId,
        PublishedVersionId = row.PublishedVersionId,
        States = row.States,
        Number = row.Number,
        Author = row.Author,
        ModifiedUtc = DateTime.SpecifyKind(row.ModifiedUtc, DateTimeKind.Utc),
        PublishedUtc = Utc(row.PublishedUtc),
        PublishDueUtc = Utc(row.PublishDueUtc),
        ArchiveDueUtc = Utc(row.ArchiveDueUtc),
    };

    private static DateTime? Utc(DateTime? time) => time is { } value ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : null;
}
