using System.Runtime.CompilerServices;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reads items: what an item's page asks is one small indexed query each.</summary>
internal sealed class ContentReader(IDbContextFactory<StorageContext> contexts, IContentDefinitions definitions, IMarkup markup) : IContentReader
{
    private const int PageSize = 200;

    private static readonly Func<StorageContext, string, CancellationToken, Task<string?>> PublishedJson = EF.CompileAsyncQuery(
        (StorageContext context, string id, CancellationToken _) => context.Versions.Where(row => row.ContentItemId == id && row.Published).Select(row => row.Json).FirstOrDefault());

    private static readonly Func<StorageContext, string, CancellationToken, Task<string?>> LatestJson = EF.CompileAsyncQuery(
        (StorageContext context, string id, CancellationToken _) => context.Versions.Where(row => row.ContentItemId == id && row.Latest).Select(row => row.Json).FirstOrDefault());

    private static readonly Func<StorageContext, string, CancellationToken, Task<RouteTarget?>> Route = EF.CompileAsyncQuery(
        (StorageContext context, string path, CancellationToken _) =>
            context.Routes.Where(row => row.Path == path).Select(row => new RouteTarget(row.ContentItemId, row.ContainedItemId)).FirstOrDefault());

    private static readonly Func<StorageContext, string, CancellationToken, Task<string?>> Alias = EF.CompileAsyncQuery(
        (StorageContext context, string alias, CancellationToken _) => context.Aliases.Where(row => row.Alias == alias).Select(row => row.ContentItemId).FirstOrDefault());

    private static readonly Func<StorageContext, string, CancellationToken, Task<HtmlRow?>> Html = EF.CompileAsyncQuery(
        (StorageContext context, string versionId, CancellationToken _) => context.Versions.Where(row => row.VersionId == versionId)
            .Join(context.Html, version => version.Key, html => html.VersionKey, (version, html) => html).AsNoTracking().FirstOrDefault());

#pragma warning disable CA1309 // It becomes SQL, where strings compare by the column's rule.
    private static readonly Func<StorageContext, string, string, int, IAsyncEnumerable<string>> PublishedPage = EF.CompileAsyncQuery(
        (StorageContext context, string type, string after, int count) => context.Versions
            .Where(row => row.ContentType == type && row.Published && string.Compare(row.ContentItemId, after) > 0)
            .OrderBy(row => row.ContentItemId).Take(count).Select(row => row.Json));

    private static readonly Func<StorageContext, string, string, int, IAsyncEnumerable<string>> LatestPage = EF.CompileAsyncQuery(
        (StorageContext context, string type, string after, int count) => context.Versions
            .Where(row => row.ContentType == type && row.Latest && string.Compare(row.ContentItemId, after) > 0)
            .OrderBy(row => row.ContentItemId).Take(count).Select(row => row.Json));
#pragma warning restore CA1309

    public async Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var query = version == VersionOption.Published ? PublishedJson : LatestJson;
        return await query(context, contentItemId, cancellationToken) is { } json ? ItemJson.ReadItem(json) : null;
    }

    public async Task<IReadOnlyList<ContentItem>> GetManyAsync(
        IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in contentItemIds.Distinct().Chunk(Bulk.ChunkSize))
        {
            var rows = context.Versions.Where(row => ids.Contains(row.ContentItemId) && (version == VersionOption.Published ? row.Published : row.Latest));
            foreach (var row in await rows.Select(row => new { row.ContentItemId, row.Json }).ToListAsync(cancellationToken))
                found[row.ContentItemId] = row.Json;
        }

        return [.. contentItemIds.Where(found.ContainsKey).Select(id => ItemJson.ReadItem(found[id]))];
    }

    public async IAsyncEnumerable<ContentItem> StreamAsync(
        IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Each type is in order by its index: merged, they are in order together, and no read stays open between pages.
        var types = contentTypes.Count > 0 ? contentTypes.Distinct() : await StoredTypesAsync(cancellationToken);
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
                var first = heads.MinBy(head => head.Current.ContentItemId, StringComparer.Ordinal)!;
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
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var links = await context.References.Where(row => row.TargetId == contentItemId)
            .Join(context.Versions, reference => reference.VersionKey, row => row.Key, (reference, row) => row)
            .Where(row => row.Published && (contentType == null || row.ContentType == contentType))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.Key)
            .Select(row => row.Json).ToListAsync(cancellationToken);
        return [.. links.Select(ItemJson.ReadItem)];
    }

    public async Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Route(context, ReservedRoutes.Normalize(path), cancellationToken);
    }

    public async Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Alias(context, ItemIndex.NormalizeAlias(alias), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var html = await Html(context, item.ContentItemVersionId, cancellationToken);
        if (html is null)
            return new Dictionary<string, string>();
        return html.MarkupVersion == markup.Version
            ? ItemJson.ReadTexts(html.Json)
            : new DerivedHtml(markup).Of(IndexContribution.Of(item, definitions.Current));
    }

    public async Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await context.Versions.Where(row => row.ContentItemId == contentItemId)
            .OrderByDescending(row => row.Key).Select(row => row.Json).ToListAsync(cancellationToken);
        return [.. versions.Select(ItemJson.ReadItem)];
    }

    public async Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Bulk.FindTypesAsync(context, contentItemIds, cancellationToken);
    }

    public async Task<IReadOnlyCollection<string>> FindTermsInUseAsync(string taxonomyId, IReadOnlyCollection<string> termIds, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await Bulk.FindTermUsesAsync(context, taxonomyId, termIds, cancellationToken)).Select(use => use.TermId).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<DueSchedule>> DueAsync(DateTime untilUtc, int count, int skip = 0, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Schedules.Where(row => row.DueUtc <= untilUtc)
            .Join(context.Versions, schedule => schedule.VersionKey, version => version.Key, (schedule, version) => new { schedule.DueUtc, schedule.Action, version.Key, version.ContentItemId, version.VersionId })
            .OrderBy(row => row.DueUtc).ThenBy(row => row.Key).ThenBy(row => row.Action).Skip(skip).Take(count).ToListAsync(cancellationToken);
        return [.. due.Select(row => new DueSchedule(row.ContentItemId, row.VersionId, row.Action, DateTime.SpecifyKind(row.DueUtc, DateTimeKind.Utc)))];
    }

    private async Task<List<string>> StoredTypesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Versions.Select(row => row.ContentType).Distinct().ToListAsync(cancellationToken);
    }

    private async IAsyncEnumerable<ContentItem> StreamTypeAsync(string type, VersionOption version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = version == VersionOption.Published ? PublishedPage : LatestPage;
        var after = "";
        while (true)
        {
            var page = new List<string>(PageSize);
            await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
            {
                await foreach (var json in query(context, type, after, PageSize).WithCancellation(cancellationToken))
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
