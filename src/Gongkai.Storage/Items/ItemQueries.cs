using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The queries of a page view, compiled once. An object of its own, because what is compiled belongs to one engine.</summary>
internal sealed class ItemQueries
{
    public Func<StorageContext, string, CancellationToken, Task<string?>> PublishedJson { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string id, CancellationToken _) => context.Versions.Where(row => row.ContentItemId == id && row.Published).Select(row => row.Json).FirstOrDefault());

    public Func<StorageContext, string, CancellationToken, Task<string?>> LatestJson { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string id, CancellationToken _) => context.Versions.Where(row => row.ContentItemId == id && row.Latest).Select(row => row.Json).FirstOrDefault());

    public Func<StorageContext, string, CancellationToken, Task<RouteTarget?>> Route { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string path, CancellationToken _) =>
            context.Routes.Where(row => row.Path == path).Select(row => new RouteTarget(row.ContentItemId, row.ContainedItemId)).FirstOrDefault());

    public Func<StorageContext, string, CancellationToken, Task<string?>> Alias { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string alias, CancellationToken _) => context.Aliases.Where(row => row.Alias == alias).Select(row => row.ContentItemId).FirstOrDefault());

    public Func<StorageContext, string, CancellationToken, Task<HtmlRow?>> Html { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string versionId, CancellationToken _) => context.Versions.Where(row => row.VersionId == versionId)
            .Join(context.Html, version => version.Key, html => html.VersionKey, (version, html) => html).AsNoTracking().FirstOrDefault());

    public Func<StorageContext, string, string?, IAsyncEnumerable<string>> Backlinks { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string id, string? type) => context.References.Where(row => row.TargetId == id)
            .Join(context.Versions, reference => reference.VersionKey, row => row.Key, (reference, row) => row)
            .Where(row => row.Published && (type == null || row.ContentType == type))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.Key)
            .Select(row => row.Json));

#pragma warning disable CA1309 // It becomes SQL, where strings compare by the column's rule.
    public Func<StorageContext, string, string, int, IAsyncEnumerable<string>> PublishedPage { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string type, string after, int count) => context.Versions
            .Where(row => row.ContentType == type && row.Published && string.Compare(row.ContentItemId, after) > 0)
            .OrderBy(row => row.ContentItemId).Take(count).Select(row => row.Json));

    public Func<StorageContext, string, string, int, IAsyncEnumerable<string>> LatestPage { get; } = EF.CompileAsyncQuery(
        (StorageContext context, string type, string after, int count) => context.Versions
            .Where(row => row.ContentType == type && row.Latest && string.Compare(row.ContentItemId, after) > 0)
            .OrderBy(row => row.ContentItemId).Take(count).Select(row => row.Json));
#pragma warning restore CA1309
}
