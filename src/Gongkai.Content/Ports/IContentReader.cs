namespace Gongkai.Content;

/// <summary>Which version of an item is meant.</summary>
public enum VersionOption
{
    /// <summary>The version that readers see. It need not be public: ask <see cref="Publicity.IsPublic"/>.</summary>
    Published,

    /// <summary>The newest version, which may be a draft.</summary>
    Latest,
}

/// <summary>Where a route leads.</summary>
/// <param name="ContentItemId">The published item.</param>
/// <param name="ContainedItemId">The item inside it, as a term; null for the item itself.</param>
public sealed record RouteTarget(string ContentItemId, string? ContainedItemId);

/// <summary>Port: items as they are stored. Scoped; the items are copies that the caller owns.</summary>
public interface IContentReader
{
    /// <summary>One item, or null.</summary>
    Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default);

    /// <summary>Several items in the order of the ids; missing ones are left out.</summary>
    Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default);

    /// <summary>All items of some types (all types when empty), by ContentItemId in the order of code points, as a stream.</summary>
    IAsyncEnumerable<ContentItem> StreamAsync(IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default);

    /// <summary>The published items that link to an item, of one type if given, newest publication first.</summary>
    Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default);

    /// <summary>Where a route of a published item leads, or null. Case and outer slashes do not matter.</summary>
    Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The published item with an alias, or null.</summary>
    Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default);

    /// <summary>The HTML derived of a published version, by <see cref="MarkupEntry.Key"/>. Empty when it has none.</summary>
    Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default);

    /// <summary>Of some items, those that exist: their type by id, for checks before an import.</summary>
    Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default);
}
