using Gongkai.Content;

namespace Gongkai.Desk.Searching;

/// <summary>An item that editors pick for a query.</summary>
/// <param name="Target">As the list has it: an id, or an address of the site.</param>
/// <param name="Item">The public item; null when there is none.</param>
internal sealed record PickTarget(string Target, ContentItem? Item)
{
    /// <summary>What a line says for it: the target, but the id of an item whose address would be read as several words, or is written otherwise in links.</summary>
    public string Word => Item is not null && (!System.Text.Ascii.IsValid(Target) || VocabularyText.WordsOf(Target).Count != 1) ? Item.ContentItemId : Target;
}

/// <summary>Finds what picks name. What is not public is none: nobody would find it.</summary>
internal sealed class PickTargets(IContentReader reader, SiteSettings site)
{
    /// <summary>A target as the search knows it: of an address of this site only the path is left.</summary>
    public string Normalize(string typed)
    {
        var address = typed.Trim();
        if (site.BaseUrl.Length > 0 && address.StartsWith(site.BaseUrl + "/", StringComparison.OrdinalIgnoreCase))
            address = address[site.BaseUrl.Length..];
        else if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            address = uri.PathAndQuery;
        if (!address.Contains('/', StringComparison.Ordinal))
            return address;
        var end = address.AsSpan().IndexOfAny('?', '#');
        return "/" + Uri.UnescapeDataString(end < 0 ? address : address[..end]).Trim('/');
    }

    /// <summary>What is wrong with some targets; null when all of them are public.</summary>
    public static VocabularyFault? FaultOf(IEnumerable<PickTarget> targets) => targets.FirstOrDefault(target => target.Item is null) is { } missing
        ? new(VocabularyFault.Right, "“{0}”不是公开着的内容：请核对编号，或从浏览器的地址栏复制它在本站的网址。", ShortText.Of(missing.Target))
        : null;

    /// <summary>The items of some targets, in their order.</summary>
    public async Task<IReadOnlyList<PickTarget>> FindAsync(IReadOnlyCollection<string> targets, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in targets.Distinct(StringComparer.Ordinal))
        {
            // As the search reads it: with a slash it is an address.
            if (!target.Contains('/', StringComparison.Ordinal))
                ids[target] = target;
            else if (await reader.FindRouteAsync(target, cancellationToken) is { ContainedItemId: null } found)
                ids[target] = found.ContentItemId;
        }

        var items = (await reader.GetManyAsync([.. ids.Values.Distinct(StringComparer.Ordinal)], VersionOption.Published, cancellationToken))
            .Where(item => item.IsPublic()).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. targets.Select(target => new PickTarget(target, ids.TryGetValue(target, out var id) ? items.GetValueOrDefault(id) : null))];
    }
}
