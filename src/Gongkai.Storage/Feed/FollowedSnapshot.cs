using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Something small that is kept whole in memory and loaded again when the feed says that it changed.</summary>
internal abstract class FollowedSnapshot(ChangeFeed feed, ChangeSubject subject) : IChangeFollower, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _sequence = -1;
    private long _loaded = -1;

    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _sequence) >= sequence)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_sequence >= sequence)
                return;
            // Read before the load: what the load shows is at least as new.
            var last = await feed.GetLastAsync(subject, cancellationToken);
            if (last > _loaded)
            {
                await LoadAsync(cancellationToken);
                _loaded = last;
            }

            Volatile.Write(ref _sequence, Math.Max(sequence, last));
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        // It has no backlog: it is loaded whole.
        if (changes.Any(change => change.Subject == subject))
            await CatchUpAsync(changes.Max(change => change.Sequence), cancellationToken);
    }

    public void Dispose() => _gate.Dispose();

    protected abstract Task LoadAsync(CancellationToken cancellationToken);
}
