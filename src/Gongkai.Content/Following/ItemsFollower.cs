using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Content;

/// <summary>Something made of all published items of one type and made again when the feed says that one changed: few items, which every page may need.</summary>
/// <typeparam name="T">What is made; immutable, shared by readers without locks.</typeparam>
/// <param name="contentType">The type.</param>
/// <param name="empty">What there is before the feed was followed.</param>
/// <param name="feed">The feed.</param>
/// <param name="unitOfWork">Scopes to read in.</param>
/// <param name="reads">Notes that somebody looked; null where a home keeps no pages.</param>
public abstract class ItemsFollower<T>(string contentType, T empty, IChangeFeed feed, IUnitOfWork unitOfWork, IItemReads? reads) : IChangeFollower, IDisposable
    where T : class
{
    private const int BatchSize = 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private T _current = empty;
    private long _sequence = -1;

    /// <summary>What there is now: one read of a reference.</summary>
    public T Current
    {
        get
        {
            reads?.Note(contentType);
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
        // Going through the feed is quick however long it has become: only a changed item of the type has them read.
        if (changes.Any(IsOfType))
            await CatchUpAsync(changes.Max(change => change.Sequence), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes it of the published items, by ContentItemId.</summary>
    protected abstract T Make(IReadOnlyList<ContentItem> items);

    /// <summary>Gives up what it holds.</summary>
    protected virtual void Dispose(bool disposing) => _gate.Dispose();

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
            changed = changes.Any(IsOfType);
            reached = changes[^1].Sequence;
        }

        if (changed)
        {
            // Read before the load: what the load shows is at least as new.
            reached = await feed.GetLastAsync(cancellationToken);
            await unitOfWork.RunAsync(async services => Volatile.Write(ref _current, Make(await LoadAsync(services, cancellationToken))));
        }

        Volatile.Write(ref _sequence, Math.Max(reached, _sequence));
    }

    private bool IsOfType(Change change) => change.Subject == ChangeSubject.Item && change.ContentType == contentType;

    private async Task<List<ContentItem>> LoadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        await foreach (var item in services.GetRequiredService<IContentReader>().StreamAsync([contentType], VersionOption.Published, cancellationToken))
            items.Add(item);
        return items;
    }
}
