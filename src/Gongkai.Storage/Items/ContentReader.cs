using System.Runtime.CompilerServices;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reads items: what an item's page asks is one small indexed query each.</summary>
internal sealed class ContentReader(ReaderContexts contexts, ItemQueries queries, IContentDefinitions definitions, IMarkup markup) : IContentReader, IStoredVersions
{
    private const int PageSize = 200;

    public async Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var query = version == VersionOption.Published ? queries.PublishedJson : queries.LatestJson;
        return await query(lease.Context, contentItemId, cancellationToken) is { } json ? ItemJson.ReadItem(json) : null;
    }

    public async Task<IReadOnlyList<ContentItem>> GetManyAsync(
        IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var lease = await contexts.TakeAsync(cancellationToken);
        foreach (var ids in contentItemIds.Where(IsStorable).Distinct().Chunk(Bulk.ChunkSize))
        {
            var rows = lease.Context.Versions.Where(row => ids.Contains(row.ContentItemId) && (version == VersionOption.Published ? row.Published : row.Latest));
            foreach (var row in await rows.Select(row => new { row.ContentItemId, row.Json }).ToListAsync(cancellationToken))
                found[row.ContentItemId] = row.Json;
        }

        return [.. contentItemIds.Where(found.ContainsKey).Select(id => ItemJson.ReadItem(found[id]))];
    }

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Each type is in order by its index: merged, they are in order together, and no read stays open between pages.
        var types = contentTypes.Count > 0 ? contentTypes.Where(IsStorable).Distinct() : await StoredTypesAsync(cancellationToken);
        var heads = new List<IAsyncEnumerator<ContentItem>>();
        try
        {
            foreach (var type in types)
            {
                var items = StreamTypeAsync(type, version, cancellationToken).GetAsyncEnumerator(cancellationToken);
                heads.Add(items);
                if (!await items.MoveNextAsync())
                {
                    heads.Remove(items);
                    await items.DisposeAsync();
                }
            }

            while (heads.Count > 0)
            {
                var first = heads.MinBy(head => head.Current.ContentItemId, CodePointComparer.Instance)!;
                yield return first.Current;
                if (await first.MoveNextAsync())
                    continue;
                heads.Remove(first);
                await first.DisposeAsync();
            }
        }
        finally
        {
            foreach (var head in heads)
                await head.DisposeAsync();
        }
    }

    public async Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId) || !StorableText.IsStorable(contentType))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var links = new List<ContentItem>();
        await foreach (var json in queries.Backlinks(lease.Context, contentItemId, contentType).WithCancellation(cancellationToken))
            links.Add(ItemJson.ReadItem(json));
        return links;
    }

    public async Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(path))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await queries.Route(lease.Context, ReservedRoutes.Normalize(path), cancellationToken);
    }

    public async Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(alias))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await queries.Alias(lease.Context, ItemIndex.NormalizeAlias(alias), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var html = await queries.Html(lease.Context, item.ContentItemVersionId, cancellationToken);
        if (html is null)
            return new Dictionary<string, string>();
        return html.MarkupVersion == markup.Version
            ? ItemJson.ReadTexts(html.Json)
            : new DerivedHtml(markup).Of(IndexContribution.Of(item, definitions.Current));
    }

    public async Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var versions = await lease.Context.Versions.Where(row => row.ContentItemId == contentItemId)
            .OrderByDescending(row => row.Key).Select(row => row.Json).ToListAsync(cancellationToken);
        return [.. versions.Select(ItemJson.ReadItem)];
    }

    public async Task<IReadOnlyList<ContentItem>> NewestBacklinksAsync(string contentItemId, string contentType, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId) || !StorableText.IsStorable(contentType))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var newest = await lease.Context.References.Where(row => row.TargetId == contentItemId)
            .Join(lease.Context.Versions, reference => reference.VersionKey, row => row.Key, (_, row) => row)
            .Where(row => row.Latest && row.ContentType == contentType).OrderBy(row => row.ContentItemId).Select(row => row.Json).ToListAsync(cancellationToken);
        return [.. newest.Select(ItemJson.ReadItem)];
    }

    public async Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await Bulk.FindTypesAsync(lease.Context, contentItemIds.Where(IsStorable), cancellationToken);
    }

    public async Task<IReadOnlyCollection<string>> FindTermsInUseAsync(string taxonomyId, IReadOnlyCollection<string> termIds, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(taxonomyId))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return (await Bulk.FindTermUsesAsync(lease.Context, taxonomyId, termIds.Where(IsStorable), cancellationToken)).Select(use => use.TermId).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<DueSchedule>> DueAsync(DateTime untilUtc, int count, int skip = 0, CancellationToken cancellationToken = default)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        var context = lease.Context;
        var due = await context.Schedules.Where(row => row.DueUtc <= untilUtc)
            .Join(context.Versions, schedule => schedule.VersionKey, version => version.Key, (schedule, version) => new { schedule.DueUtc, schedule.Action, version.Key, version.ContentItemId, version.VersionId })
            .OrderBy(row => row.DueUtc).ThenBy(row => row.Key).ThenBy(row => row.Action).Skip(skip).Take(count).ToListAsync(cancellationToken);
        return [.. due.Select(row => new DueSchedule(row.ContentItemId, row.VersionId, row.Action, DateTime.SpecifyKind(row.DueUtc, DateTimeKind.Utc)))];
    }

    /// <summary>What cannot be stored is nowhere: the database need not be asked, and one would not answer.</summary>
    private static bool IsStorable(string text) => StorableText.IsStorable(text);

    private async Task<List<string>> StoredTypesAsync(CancellationToken cancellationToken)
    {
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await lease.Context.Versions.Select(row => row.ContentType).Distinct().ToListAsync(cancellationToken);
    }

    private async IAsyncEnumerable<ContentItem> StreamTypeAsync(string type, VersionOption version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = version == VersionOption.Published ? queries.PublishedPage : queries.LatestPage;
        var after = "";
        while (true)
        {
            var page = new List<string>(PageSize);
            await using (var lease = await contexts.TakeAsync(cancellationToken))
            {
                await foreach (var json in query(lease.Context, type, after, PageSize).WithCancellation(cancellationToken))
                    page.Add(json);
            }

            foreach (var json in page)
            {
                var item = ItemJson.ReadItem(json);
                after = item.ContentItemId;
                yield return item;
            }

            if (page.Count < PageSize)
                yield break;
        }
    }
}
