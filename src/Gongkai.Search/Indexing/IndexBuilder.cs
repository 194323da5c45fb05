using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Search.Indexing;

/// <summary>Builds an index whole from the items of the database.</summary>
/// <param name="feed">The changes.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="definitions">The site's definitions.</param>
/// <param name="settings">The site's settings.</param>
/// <param name="site">The same, in typed form.</param>
/// <param name="updates">Brings in what changes meanwhile.</param>
/// <param name="files">The text of attachments; null in a home that reads none.</param>
internal sealed class IndexBuilder(
    IChangeFeed feed, IUnitOfWork unitOfWork, IContentDefinitions definitions, ISettings settings, SiteSettings site, IndexUpdates updates, IFileTexts? files = null)
{
    private const int BatchSize = 100;

    // Beyond these the one reader of the database and the one merging thread hold them up.
    private const int MostThreads = 4;

    /// <summary>The profile that an index must have now.</summary>
    public IndexProfile Profile => IndexProfile.Read(settings, site, definitions.Current);

    /// <summary>The feed's last sequence number.</summary>
    public Task<long> GetLastAsync(CancellationToken cancellationToken) => feed.GetLastAsync(cancellationToken);

    /// <summary>Builds a generation from all items, committed.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="profile">What goes in.</param>
    /// <param name="isBesideReaders">Whether this process serves readers meanwhile: a processor is left to them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IndexGeneration> BuildAsync(string path, IndexProfile profile, bool isBesideReaders, CancellationToken cancellationToken)
    {
        // Read before the items: what changes while they are read is followed afterwards.
        var sequence = await feed.GetLastAsync(cancellationToken);
        var generation = IndexGeneration.Create(path, profile.Fingerprint);
        try
        {
            if (profile.ContentTypes.Count > 0)
                await AddAllAsync(generation, profile, Threads(isBesideReaders), cancellationToken);
            generation.Reach(sequence);
            generation.Show();
            generation.Commit();
            return generation;
        }
        catch
        {
            generation.Dispose();
            throw;
        }
    }

    /// <summary>Follows the feed up to a sequence number, in an index that nobody else writes.</summary>
    public async Task FollowAsync(IndexGeneration generation, IndexProfile profile, long sequence, CancellationToken cancellationToken)
    {
        while (generation.Sequence < sequence && (await updates.StepAsync(generation, profile, sequence, cancellationToken)).Count > 0)
        {
        }
    }

    private static int Threads(bool isBesideReaders) => Math.Clamp(Environment.ProcessorCount - (isBesideReaders ? 1 : 0), 1, MostThreads);

    private Task AddAllAsync(IndexGeneration generation, IndexProfile profile, int threads, CancellationToken cancellationToken) => unitOfWork.RunAsync(services =>
    {
        var items = services.GetRequiredService<IContentReader>().StreamAsync([.. profile.ContentTypes], VersionOption.Published, cancellationToken);
        // One thread at a time reads the next batch; what is made of it is the work, and is done by all.
        return Parallel.ForEachAsync(
            items.Where(item => item.IsPublic()).Chunk(BatchSize),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            async (batch, cancellation) => await AddAsync(generation, batch, cancellation));
    });

    // In a scope of its own: an open stream may keep its scope's connection to itself.
    private async Task AddAsync(IndexGeneration generation, ContentItem[] batch, CancellationToken cancellationToken)
    {
        var documents = new ItemDocument(definitions.Current, site, files);
        await unitOfWork.RunAsync(async services =>
        {
            var reader = services.GetRequiredService<IContentReader>();
            foreach (var item in batch)
                generation.Add(await documents.OfAsync(item, await reader.GetHtmlAsync(item, cancellationToken), cancellationToken));
        });
    }
}
