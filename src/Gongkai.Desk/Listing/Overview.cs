using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Listing;

/// <summary>A short list on the first page.</summary>
/// <param name="Title">What it has.</param>
/// <param name="Empty">What is said when there is nothing.</param>
/// <param name="Whole">What the whole list asks for.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">The first of them.</param>
internal sealed record OverviewList(string Title, string Empty, ListQuery Whole, int Total, IReadOnlyList<OverviewItem> Items);

/// <summary>A line of such a list.</summary>
/// <param name="Item">The item.</param>
/// <param name="MayEdit">Whether it leads to the editor.</param>
/// <param name="Note">When, as the list tells it.</param>
/// <param name="IsLate">Whether something that was to be done was not.</param>
internal sealed record OverviewItem(ListedItem Item, bool MayEdit, string Note, bool IsLate = false);

/// <summary>What waits for somebody: their own drafts and unsaved work, what waits for publication, what is about to happen, what was published lately. Only what they may see.</summary>
internal sealed class Overview(
    IItemLists lists, ListAccess access, KeptItems kept, Taxonomies taxonomies, IPermissions permissions, ICurrentUser current, SiteSettings site, Shell.DeskTimes times, DeskTexts texts, TimeProvider time)
{
    private const int Most = 6;

    // Publishing changes an item: what was published since then is among what was changed since then, which the lists have an index for.
    private const int LatelyDays = 30;

    // Done within seconds of its time; later than this it was not done.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Nearer than this, minutes are counted.
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>What was begun and not saved.</summary>
    public Task<IReadOnlyList<KeptItem>> KeptAsync(CancellationToken cancellationToken) => kept.ListAsync(Most, cancellationToken);

    /// <summary>The lists; none for whom there is no type.</summary>
    public async Task<IReadOnlyList<OverviewList>> ForAsync(CancellationToken cancellationToken)
    {
        var user = current.User;
        string[] types = [.. access.TypesFor(user).Select(type => type.Name)];
        if (types.Length == 0)
            return [];
        var offices = await access.OfficesOfAsync(user, cancellationToken);
        var found = new List<OverviewList>();
        if (permissions.IsAllowed(user, Permissions.EditContent))
            await AddAsync(texts["我的草稿"], texts["您没有等待发布的草稿。"], new() { State = ItemListState.Unpublished, Author = user.Name }, item => Modified(item, named: false));
        if (permissions.IsAllowed(user, Permissions.PublishContent))
            await AddAsync(texts["待发布"], texts["没有等待发布的草稿。"], new() { State = ItemListState.Unpublished }, item => Modified(item, named: true));
        await AddAsync(texts["已定时"], texts["没有定时发布或归档的内容。"], new() { State = ItemListState.Scheduled, Sort = ItemListSort.Due, Ascending = true }, Due);
        await AddAsync(
            texts["最近发布"], texts["最近 {0} 天没有发布过内容。", LatelyDays],
            new() { State = ItemListState.Published, Sort = ItemListSort.Published, From = site.Today.AddDays(-LatelyDays) }, Published);
        return found;

        async Task AddAsync(string title, string empty, ListQuery whole, Func<ListedItem, OverviewItem> line)
        {
            var list = await lists.FindAsync(whole.ToRequest(types, offices, taxonomies.Current, site.TimeZone) with { Size = Most }, cancellationToken);
            found.Add(new(title, empty, whole, list.Total, [.. list.Items.Select(line)]));
        }
    }

    private OverviewItem Modified(ListedItem item, bool named) =>
        new(item, permissions.IsAllowed(current.User, Permissions.EditContent, item.ContentType), named ? $"{times.TextOf(item.ModifiedUtc)} {item.Author}" : times.TextOf(item.ModifiedUtc));

    private OverviewItem Published(ListedItem item) => new(item, false, times.TextOf(item.PublishedUtc));

    private OverviewItem Due(ListedItem item)
    {
        var isPublication = item.PublishDueUtc is { } publish && !(item.ArchiveDueUtc < publish);
        var due = (isPublication ? item.PublishDueUtc : item.ArchiveDueUtc) ?? default;
        var left = due - time.GetUtcNow().UtcDateTime;
        if (left < -Patience)
            return new(item, false, isPublication ? texts["{0} 应发布，没有成功", times.TextOf(due)] : texts["{0} 应归档，没有成功", times.TextOf(due)], IsLate: true);
        if (left <= Near)
        {
            var minutes = Math.Max(1, (int)Math.Ceiling(left.TotalMinutes));
            return new(item, false, isPublication ? texts["{0} 分钟内发布", minutes] : texts["{0} 分钟内归档", minutes]);
        }

        return new(item, false, isPublication ? texts["{0} 发布", times.TextOf(due)] : texts["{0} 归档", times.TextOf(due)]);
    }
}
