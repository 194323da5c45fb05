using Gongkai.Content;

namespace Gongkai.Desk.Publishing;

/// <summary>A public item that may take another's place.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
public sealed record Replacement(string Id, string Title, string Address);

/// <summary>Finds what takes another item's place: by its address, its id, or words. Only what readers can open.</summary>
/// <param name="reader">The items.</param>
/// <param name="search">The public items by words.</param>
internal sealed class Replacements(IContentReader reader, ISearch search)
{
    private const int Most = 10;
    private const int Longest = 300;

    /// <summary>The one item of an address or an id; null when it is neither, or not public.</summary>
    public async Task<Replacement?> FindExactAsync(string text, CancellationToken cancellationToken)
    {
        var sought = text.Trim();
        if (sought.Length is 0 or > Longest)
            return null;
        // An address as it was copied from the browser's bar.
        var path = Uri.TryCreate(sought, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? Uri.UnescapeDataString(uri!.AbsolutePath) : sought;
        return await OfAsync(sought, cancellationToken)
            ?? (path.StartsWith('/') && await reader.FindRouteAsync(path, cancellationToken) is { ContainedItemId: null } target ? await OfAsync(target.ContentItemId, cancellationToken) : null);
    }

    /// <summary>What may be meant.</summary>
    public async Task<IReadOnlyList<Replacement>> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (await FindExactAsync(text, cancellationToken) is { } exact)
            return [exact];
        if (text.Trim().Length is 0 or > Longest)
            return [];
        try
        {
            return [.. search.Search(new() { Query = text.Trim(), Size = Most, CountFacets = false }, cancellationToken).Hits.Select(hit => Of(hit.Item))];
        }
        catch (SearchRequestException)
        {
            return [];
        }
    }

    private async Task<Replacement?> OfAsync(string id, CancellationToken cancellationToken) =>
        await reader.GetAsync(id, cancellationToken: cancellationToken) is { } item && item.IsPublic() ? Of(item) : null;

    private static Replacement Of(ContentItem item) => new(item.ContentItemId, item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId, AutoroutePart.UrlOf(item));
}
