using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Content;

/// <summary>The published taxonomies in memory, kept by following the change feed.</summary>
/// <param name="feed">The feed.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="reads">Notes that somebody looked; null where a home keeps no pages.</param>
public sealed class Taxonomies(IChangeFeed feed, IUnitOfWork unitOfWork, ITermReads? reads = null) : IChangeFollower, IDisposable
{
    private const int BatchSize = 1000;
    private const string ContentType = "Taxonomy";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private TaxonomySnapshot _current = TaxonomySnapshot.Empty;
    private long _sequence = -1;

    /// <summary>The taxonomies now: one read of a reference.</summary>
    public TaxonomySnapshot Current
    {
        get
        {
            reads?.Note();
            return Volatile.Read(ref _current);
        }
    }

    /// <inheritdoc/>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _sequence) >= sequence)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(sequence, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        // Going through the feed is quick however long it has become: only a changed taxonomy is read.
        if (changes.Any(IsOfTaxonomy))
            await CatchUpAsync(changes.Max(change => change.Sequence), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task FollowAsync(long sequence, CancellationToken cancellationToken)
    {
        if (_sequence >= sequence)
            return;
        var reached = _sequence;
        var changed = reached < 0;
        while (!changed && reached < sequence)
        {
            var changes = await feed.ReadAsync(reached, BatchSize, cancellationToken);
            if (changes.Count == 0)
                break;
            changed = changes.Any(IsOfTaxonomy);
            reached = changes[^1].Sequence;
        }

        if (changed)
        {
            // Read before the load: what the load shows is at least as new.
            reached = await feed.GetLastAsync(cancellationToken);
            await unitOfWork.RunAsync(async services => Volatile.Write(ref _current, new(await LoadAsync(services, cancellationToken))));
        }

        Volatile.Write(ref _sequence, Math.Max(reached, _sequence));
    }

    private static bool IsOfTaxonomy(Change change) => change.Subject == ChangeSubject.Item && change.ContentType == ContentType;

    private static async Task<List<ContentItem>> LoadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        await foreach (var item in services.GetRequiredService<IContentReader>().StreamAsync([ContentType], VersionOption.Published, cancellationToken))
            items.Add(item);
        return items;
    }
}
