using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using OrchardSite.Caching;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.StaticCopy;

/// <summary>The site's public items as a copy knows them: which there are, which changed for readers.</summary>
/// <param name="unitOfWork">Reads items.</param>
/// <param name="feed">The changes.</param>
/// <param name="definitions">Tells what items link to.</param>
/// <param name="taxonomies">Tells in which lists items stand.</param>
internal sealed class SiteItems(IUnitOfWork unitOfWork, IChangeFeed feed, IContentDefinitions definitions, Taxonomies taxonomies)
{
    private const int BatchSize = 500;

    // Who may do what at the desk shows on no public page.
    private static readonly string[] UnseenSettings = [SettingsNames.Accounts, SettingsNames.Roles, "SetUp"];

    /// <summary>The last change.</summary>
    public Task<long> GetLastAsync(CancellationToken cancellationToken) => feed.GetLastAsync(cancellationToken);

    /// <summary>What is different for readers from what was known, whatever was changed: everything that is public is read.</summary>
    /// <param name="known">The items as they were.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ItemChanges> CompareAsync(IReadOnlyDictionary<string, CopyItem> known, CancellationToken cancellationToken)
    {
        var result = new ItemChanges();
        var gone = known.Keys.ToHashSet(StringComparer.Ordinal);
        await unitOfWork.RunAsync(async services =>
        {
            await foreach (var item in services.GetRequiredService<IContentReader>().StreamAsync([], VersionOption.Published, cancellationToken))
            {
                if (!item.IsPublic())
                    continue;
                gone.Remove(item.ContentItemId);
                var now = Of(item);
                if (known.GetValueOrDefault(now.Id) != now)
                    result.Items[now.Id] = now;
            }
        });
        foreach (var id in gone)
            result.Items[id] = known[id] with { Stamp = "" };
        return result;
    }

    /// <summary>What changed for readers between two changes, the second included.</summary>
    /// <param name="after">The change after which to begin.</param>
    /// <param name="last">The change with which to end.</param>
    /// <param name="known">The items as they were.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ItemChanges> ReadChangesAsync(long after, long last, IReadOnlyDictionary<string, CopyItem> known, CancellationToken cancellationToken)
    {
        var result = new ItemChanges();
        for (var at = after; at < last;)
        {
            var changes = await feed.ReadAsync(at, BatchSize, cancellationToken);
            if (changes.Count == 0)
                break;
            at = changes[^1].Sequence;
            result.IsAnything |= changes.Any(change => change.Subject == ChangeSubject.Definitions || (change.Subject == ChangeSubject.Settings && !UnseenSettings.Contains(change.Id)));
            await AddAsync(result, [.. changes.Where(change => change.Subject == ChangeSubject.Item).DistinctBy(change => change.Id)], known, cancellationToken);
        }

        return result;
    }

    private async Task AddAsync(ItemChanges result, List<Change> changes, IReadOnlyDictionary<string, CopyItem> known, CancellationToken cancellationToken)
    {
        var published = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        await unitOfWork.RunAsync(async services =>
        {
            foreach (var item in await services.GetRequiredService<IContentReader>().GetManyAsync([.. changes.Select(change => change.Id)], VersionOption.Published, cancellationToken))
                published[item.ContentItemId] = item;
        });
        foreach (var change in changes)
        {
            var item = published.GetValueOrDefault(change.Id) is { } found && found.IsPublic() ? found : null;
            var now = item is null ? new CopyItem(change.Id, "", known.GetValueOrDefault(change.Id)?.Url ?? "") : Of(item);
            // A draft was saved, or an import brought what there was: nobody sees anything of it.
            if ((known.GetValueOrDefault(change.Id)?.Stamp ?? "") == now.Stamp)
                continue;
            result.Items[change.Id] = now;
            result.Tags.UnionWith(PageTags.Of(change));
            if (item is not null)
                result.Tags.UnionWith(PageTags.OfContent(item, definitions.Current, taxonomies.Current));
        }
    }

    private static CopyItem Of(ContentItem item) =>
        new(item.ContentItemId, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Json.ToJsonString())))[..16], item.ContentType == "Taxonomy" ? "" : AutoroutePart.UrlOf(item));
}

/// <summary>What changed for readers.</summary>
internal sealed class ItemChanges
{
    /// <summary>Whether any page may have changed: definitions or settings did.</summary>
    public bool IsAnything { get; set; }

    /// <summary>The tags of pages that may have changed.</summary>
    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The items as they are now; with an empty stamp, what is not public any more.</summary>
    public Dictionary<string, CopyItem> Items { get; } = new(StringComparer.Ordinal);
}
