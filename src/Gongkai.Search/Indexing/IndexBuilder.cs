using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search.Indexing;

/// <summary>Brings an index to the state of the database: whole from its items, or by the changes since.</summary>
/// <param name="feed">The changes.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="definitions">The site's definitions.</param>
/// <param name="settings">The site's settings.</param>
/// <param name="site">The same, in typed form.</param>
internal sealed class IndexBuilder(IChangeFeed feed, IUnitOfWork unitOfWork, IContentDefinitions definitions, ISettings settings, SiteSettings site)
{
    private const int BatchSize = 200;

    /// <summary>The profile that an index must have now.</summary>
    public IndexProfile Profile => IndexProfile.Read(settings, site, definitions.Current);

    /// <summary>The feed's last sequence number.</summary>
    public Task<long> GetLastAsync(CancellationToken cancellationToken) => feed.GetLastAsync(cancellationToken);

    /// <summary>Builds a generation from all items, committed.</summary>
    public async Task<IndexGeneration> BuildAsync(string path, IndexProfile profile, CancellationToken cancellationToken)
    {
        // Read before the items: what changes while they are read is followed afterwards.
        var sequence = await feed.GetLastAsync(cancellationToken);
        var generation = IndexGeneration.Create(path, profile.Fingerprint);
        try
        {
            if (profile.ContentTypes.Count > 0)
                await AddAllAsync(generation, profile, cancellationToken);
            generation.Show(sequence);
            generation.Commit();
            return generation;
        }
        catch
        {
            generation.Dispose();
            throw;
        }
    }

    /// <summary>Follows the feed up to a sequence number and shows the result.</summary>
    /// <returns>Whether something changed that may change the profile.</returns>
    public async Task<bool> FollowAsync(IndexGeneration generation, IndexProfile profile, long sequence, CancellationToken cancellationToken)
    {
        var mayChangeProfile = false;
        while (generation.Sequence < sequence)
        {
            var changes = await feed.ReadAsync(generation.Sequence, BatchSize, cancellationToken);
            if (changes.Count == 0)
                break;
            // Not further than asked: whoever waits for a publication does not wait for an import that came after it.
            var wanted = changes.TakeWhile(change => change.Sequence <= sequence).ToList();
            mayChangeProfile |= wanted.Exists(change => change.Subject == ChangeSubject.Definitions
                || (change.Subject == ChangeSubject.Settings && change.Id is SettingsNames.Site or SettingsNames.IndexProfiles));
            await ApplyAsync(generation, profile, wanted, cancellationToken);
            generation.Show(wanted.Count > 0 ? wanted[^1].Sequence : sequence);
        }

        return mayChangeProfile;
    }

    private async Task ApplyAsync(IndexGeneration generation, IndexProfile profile, List<Change> changes, CancellationToken cancellationToken)
    {
        var changed = changes.Where(change => change.Subject == ChangeSubject.Item).DistinctBy(change => change.Id).ToList();
        var ids = changed.Where(change => profile.ContentTypes.Contains(change.ContentType)).Select(change => change.Id).ToList();
        var gone = changed.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
        {
            await unitOfWork.RunAsync(async services =>
            {
                var reader = services.GetRequiredService<IContentReader>();
                var documents = new ItemDocument(definitions.Current, site);
                foreach (var item in await reader.GetManyAsync(ids, VersionOption.Published, cancellationToken))
                {
                    if (!item.IsPublic())
                        continue;
                    generation.Update(item.ContentItemId, documents.Of(item, await reader.GetHtmlAsync(item, cancellationToken)));
                    gone.Remove(item.ContentItemId);
                }
            });
        }

        // Unpublished, deleted, hidden, or of a type that the profile has not: out of the index, whatever was there.
        foreach (var id in gone)
            generation.Delete(id);
    }

    private Task AddAllAsync(IndexGeneration generation, IndexProfile profile, CancellationToken cancellationToken) => unitOfWork.RunAsync(async services =>
    {
        var batch = new List<ContentItem>(BatchSize);
        await foreach (var item in services.GetRequiredService<IContentReader>().StreamAsync([.. profile.ContentTypes], VersionOption.Published, cancellationToken))
        {
            if (!item.IsPublic())
                continue;
            batch.Add(item);
            if (batch.Count == BatchSize)
                await AddAsync(generation, batch, cancellationToken);
        }

        await AddAsync(generation, batch, cancellationToken);
    });

    // In a scope of its own: an open stream may keep its scope's connection to itself.
    private async Task AddAsync(IndexGeneration generation, List<ContentItem> batch, CancellationToken cancellationToken)
    {
        var documents = new ItemDocument(definitions.Current, site);
        await unitOfWork.RunAsync(async services =>
        {
            var reader = services.GetRequiredService<IContentReader>();
            foreach (var item in batch)
                generation.Add(documents.Of(item, await reader.GetHtmlAsync(item, cancellationToken)));
        });
        batch.Clear();
    }
}
