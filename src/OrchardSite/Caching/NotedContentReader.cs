using System.Runtime.CompilerServices;
using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Reads items and notes for the page under way which.</summary>
internal sealed class NotedContentReader(IContentReader reader, PageReads reads) : IContentReader
{
    public Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        Note(contentItemId);
        return reader.GetAsync(contentItemId, version, cancellationToken);
    }

    public Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        Note(contentItemIds);
        return reader.GetManyAsync(contentItemIds, version, cancellationToken);
    }

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var tag in contentTypes.Count == 0 ? [PageTags.AnyList] : contentTypes.Select(PageTags.List))
            reads.Add(tag);
        await foreach (var item in reader.StreamAsync(contentTypes, version, cancellationToken))
            yield return item;
    }

    public async Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default)
    {
        reads.Add(PageTags.Links(contentItemId));
        var found = await reader.BacklinksAsync(contentItemId, contentType, cancellationToken);
        // One that is turned to another item leaves this page by its own tag.
        foreach (var item in found)
            Note(item.ContentItemId);
        return found;
    }

    public async Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default)
    {
        var found = await reader.FindRouteAsync(path, cancellationToken);
        Note(found?.ContentItemId);
        return found;
    }

    public async Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default)
    {
        var found = await reader.FindAliasAsync(alias, cancellationToken);
        Note(found);
        return found;
    }

    public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default)
    {
        Note(item.ContentItemId);
        return reader.GetHtmlAsync(item, cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default)
    {
        Note(contentItemIds);
        return reader.FindTypesAsync(contentItemIds, cancellationToken);
    }

    private void Note(string? contentItemId)
    {
        if (contentItemId is not null && reads.IsNoting)
            reads.Add(PageTags.Item(contentItemId));
    }

    private void Note(IReadOnlyCollection<string> contentItemIds)
    {
        if (!reads.IsNoting)
            return;
        foreach (var id in contentItemIds)
            reads.Add(PageTags.Item(id));
    }
}
