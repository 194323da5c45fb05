using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Editing;

/// <summary>Finds items to link to. What the editor may not see is not found, and its title not told.</summary>
internal sealed class ItemPicking(IContentReader reader, IItemLists lists, IContentDefinitions definitions, IPermissions permissions, ICurrentUser current, DeskTexts texts)
{
    private const int Most = 12;
    private const int Looked = 60;
    private const int LongestQuery = 200;

    /// <summary>Of some ids, the items that the editor may see.</summary>
    public async Task<IReadOnlyList<PickedItem>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : [.. (await reader.GetManyAsync(ids, VersionOption.Latest, cancellationToken)).Where(MaySee).Select(Of)];

    /// <summary>Items of some types (all when empty) for what was typed: words of the title or a number, or an id; the newest for nothing.</summary>
    public async Task<IReadOnlyList<PickedItem>> FindAsync(IReadOnlyList<string> types, string typed, CancellationToken cancellationToken)
    {
        var query = typed.Trim();
        if (query.Length > LongestQuery)
            return [];
        var found = new List<ContentItem>();
        if (query.Length > 0 && await reader.GetAsync(query, VersionOption.Latest, cancellationToken) is { } exact && (types.Count == 0 || types.Contains(exact.ContentType)))
            found.Add(exact);
        var request = new ItemListRequest { ContentTypes = types.Count > 0 ? types : [.. definitions.Current.Types.Keys], Text = query.Length > 0 ? query : null, Size = Looked };
        var listed = (await lists.FindAsync(request, cancellationToken)).Items;
        found.AddRange(await reader.GetManyAsync([.. listed.Select(item => item.ContentItemId)], VersionOption.Latest, cancellationToken));
        return [.. found.DistinctBy(item => item.ContentItemId).Where(MaySee).Take(Most).Select(Of)];
    }

    private bool MaySee(ContentItem item) => permissions.IsAllowed(current.User, Permissions.ViewContent, item);

    private PickedItem Of(ContentItem item)
    {
        var contribution = IndexContribution.Of(item, definitions.Current);
        string?[] notes =
        [
            definitions.Current.FindType(item.ContentType)?.Definition.DisplayName ?? item.ContentType,
            contribution.Texts.FirstOrDefault(text => text.Role == IndexedTextRole.Number)?.Text,
            contribution.Day("IssuedOn")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            item.Published ? null : texts["草稿"],
        ];
        return new(item.ContentItemId, item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId, item.ContentType, string.Join(" · ", notes.Where(note => !string.IsNullOrEmpty(note))));
    }
}
