using System.Runtime.CompilerServices;
using Gongkai.Content;
using Microsoft.Extensions.Caching.Memory;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.ContentManagement.Routing;
using YesSql;
using YesSql.Services;
using ContentItem = Gongkai.Content.ContentItem;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Content;

/// <summary>Items as Orchard Core stores them.</summary>
internal sealed class ContentReader(
    ISession session, IContentDefinitions definitions, IMarkup markup, IAutorouteEntries routes, IContentHandleManager handles, IMemoryCache cache) : IContentReader
{
    private const int PageSize = 200;

    public async Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) =>
        (await GetManyAsync([contentItemId], version, cancellationToken)) is [var item] ? item : null;

    public async Task<IReadOnlyList<ContentItem>> GetManyAsync(
        IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        foreach (var ids in contentItemIds.Distinct(StringComparer.Ordinal).Chunk(PageSize))
        {
            var query = version == VersionOption.Published
                ? session.Query<Item, ContentItemIndex>(index => index.ContentItemId.IsIn(ids) && index.Published)
                : session.Query<Item, ContentItemIndex>(index => index.ContentItemId.IsIn(ids) && index.Latest);
            foreach (var item in await query.ListAsync(cancellationToken))
                found[item.ContentItemId] = item.ToOurs();
        }

        return [.. contentItemIds.Select(id => found.GetValueOrDefault(id)).OfType<ContentItem>()];
    }

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // By the database's own numbers: a page is found by its key however far the stream has come. What is read is not kept in the session.
        var types = contentTypes.Count > 0 ? contentTypes.ToArray() : [.. definitions.Current.Types.Keys];
        for (var after = 0L; ;)
        {
            var last = after;
            var query = version == VersionOption.Published
                ? session.Query<Item, ContentItemIndex>(index => index.ContentType.IsIn(types) && index.Published && index.DocumentId > last)
                : session.Query<Item, ContentItemIndex>(index => index.ContentType.IsIn(types) && index.Latest && index.DocumentId > last);
            var page = (await query.OrderBy(index => index.DocumentId).Take(PageSize).ListAsync(cancellationToken)).ToList();
            if (page.Count == 0)
                yield break;
            foreach (var item in page)
            {
                session.Detach(item);
                yield return item.ToOurs();
            }

            after = page[^1].Id;
        }
    }

    public async Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default)
    {
        var links = await session.QueryIndex<GongkaiLinkIndex>(index => index.Target == contentItemId).ListAsync(cancellationToken);
        var items = await GetManyAsync([.. links.Where(link => contentType is null || link.ContentType == contentType).Select(link => link.ContentItemId)], VersionOption.Published, cancellationToken);
        return [.. items.DistinctBy(item => item.ContentItemId).OrderByDescending(item => item.PublishedUtc)];
    }

    public async Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default)
    {
        var (found, entry) = await routes.TryGetEntryByPathAsync("/" + path.Trim('/'));
        return found ? new(entry.ContentItemId, entry.ContainedContentItemId) : null;
    }

    public async Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default) => await handles.GetContentItemIdAsync("alias:" + alias);

    public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default)
    {
        // A published version may be saved again under its id, so its time counts too.
        var html = cache.GetOrCreate(("gongkai-html", item.ContentItemVersionId, item.ModifiedUtc, definitions.Current), entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromMinutes(5);
            return (IReadOnlyDictionary<string, string>)IndexContribution.Of(item, definitions.Current).Markup
                .DistinctBy(source => source.Key).ToDictionary(source => source.Key, source => markup.ToHtml(source.Source, source.Format), StringComparer.Ordinal);
        })!;
        return Task.FromResult(html);
    }

    public async Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ids in contentItemIds.Distinct(StringComparer.Ordinal).Chunk(PageSize))
        {
            foreach (var index in await session.QueryIndex<ContentItemIndex>(index => index.ContentItemId.IsIn(ids) && index.Latest).ListAsync(cancellationToken))
                types[index.ContentItemId] = index.ContentType;
        }

        return types;
    }
}
