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

/// <summary>A version with something to be done at a time.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version: the newest draft to publish, or the published one to withdraw.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="DueUtc">When, UTC.</param>
public sealed record DueSchedule(string ContentItemId, string VersionId, ScheduleAction Action, DateTime DueUtc);

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

    /// <summary>All versions of an item, newest first.</summary>
    Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>Of some items, those that exist: their type by id, for checks before an import.</summary>
    Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default);

    /// <summary>Of some terms of a taxonomy, those that published or newest versions of items carry.</summary>
    Task<IReadOnlyCollection<string>> FindTermsInUseAsync(string taxonomyId, IReadOnlyCollection<string> termIds, CancellationToken cancellationToken = default);

    /// <summary>What is to be done up to a time, earliest first, at most <paramref name="count"/> after the first <paramref name="skip"/>.</summary>
    Task<IReadOnlyList<DueSchedule>> DueAsync(DateTime untilUtc, int count, int skip = 0, CancellationToken cancellationToken = default);
}
