using System.Runtime.CompilerServices;
using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>Reads the items by going through them all.</summary>
internal sealed class MemoryReader(MemoryStore store, IMarkup markup) : IContentReader
{
    public Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        Task.FromResult(Of(store.Items.GetValueOrDefault(contentItemId), version)?.Clone());

    public async Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        var items = new List<ContentItem>();
        foreach (var id in contentItemIds)
        {
            if (await GetAsync(id, version, cancellationToken) is { } item)
                items.Add(item);
        }

        return items;
    }

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var item in store.Items.Values.Select(state => Of(state, version)).OfType<ContentItem>().OrderBy(item => item.ContentItemId, StringComparer.Ordinal).ToList())
        {
            if (contentTypes.Count == 0 || contentTypes.Contains(item.ContentType))
                yield return item.Clone();
        }
    }

    public Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ContentItem>>([.. store.Published
            .Where(item => (contentType is null || item.ContentType == contentType) && ContributionOf(item).References.Any(reference => reference.ContentItemId == contentItemId))
            .OrderByDescending(item => item.PublishedUtc).Select(item => item.Clone())]);

    public Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult<RouteTarget?>(store.Published
        .SelectMany(item => ContributionOf(item).Routes, (item, route) => (Path: ReservedRoutes.Normalize(route.Path), Target: new RouteTarget(item.ContentItemId, route.ContainedItemId)))
        .FirstOrDefault(route => route.Path == ReservedRoutes.Normalize(path)).Target);

    public Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default) =>
        Task.FromResult(store.Published.FirstOrDefault(item => ContributionOf(item).Aliases.Contains(alias))?.ContentItemId);

    public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(ContributionOf(item).Markup.ToDictionary(entry => entry.Key, entry => markup.ToHtml(entry.Source, entry.Format)));

    public Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(contentItemIds.Select(id => store.Items.GetValueOrDefault(id)?.Latest).OfType<ContentItem>()
            .ToDictionary(item => item.ContentItemId, item => item.ContentType));

    private static ContentItem? Of(ItemState? state, VersionOption version) => version == VersionOption.Published ? state?.Published : state?.Latest;

    private IndexContribution ContributionOf(ContentItem item) => IndexContribution.Of(item, store.Current);
}
