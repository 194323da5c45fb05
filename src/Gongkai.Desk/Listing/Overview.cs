using Gongkai.Content;

namespace Gongkai.Desk.Listing;

/// <summary>A short list on the first page.</summary>
/// <param name="Title">What it has.</param>
/// <param name="Empty">What is said when there is nothing.</param>
/// <param name="State">The state of the whole list; null for all.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">The first of them.</param>
public sealed record OverviewList(string Title, string Empty, ItemListState? State, int Total, IReadOnlyList<ListedItem> Items);

/// <summary>What is under way in what somebody may see: drafts, what is scheduled, the newest changes.</summary>
internal sealed class Overview(IItemLists lists, ListAccess access, ICurrentUser current, Texts.DeskTexts texts)
{
    private const int Most = 8;

    /// <summary>The lists; none for whom there is no type.</summary>
    public async Task<IReadOnlyList<OverviewList>> ForAsync(CancellationToken cancellationToken)
    {
        var types = access.TypesFor(current.User);
        if (types.Count == 0)
            return [];
        var all = new ItemListRequest { ContentTypes = [.. types.Select(type => type.Name)], Offices = await access.OfficesOfAsync(current.User, cancellationToken), Size = Most };
        return
        [
            await OfAsync(texts["待发布"], texts["没有等待发布的草稿。"], all with { State = ItemListState.Unpublished }),
            await OfAsync(texts["已定时"], texts["没有定时发布或归档的内容。"], all with { State = ItemListState.Scheduled, Sort = ItemListSort.Due, Ascending = true }),
            await OfAsync(texts["最近更新"], texts["这里还没有内容。"], all),
        ];

        async Task<OverviewList> OfAsync(string title, string empty, ItemListRequest request)
        {
            var list = await lists.FindAsync(request, cancellationToken);
            return new(title, empty, request.State, list.Total, list.Items);
        }
    }
}
