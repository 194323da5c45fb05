namespace Gongkai.Content;

/// <summary>Something made of some of the documents of <see cref="ISettings"/> and made again when the feed says that one changed.</summary>
/// <param name="feed">The feed.</param>
/// <param name="documents">The documents' names.</param>
public abstract class SettingsFollower(IChangeFeed feed, params string[] documents) : IChangeFollower, IDisposable
{
    private const int BatchSize = 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _sequence = -1;

    /// <inheritdoc/>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _sequence) >= sequence)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var reached = _sequence;
            var changed = reached < 0;
            while (!changed && reached < sequence)
            {
                var changes = await feed.ReadAsync(reached, BatchSize, cancellationToken);
                if (changes.Count == 0)
                    break;
                changed = changes.Any(IsOfThese);
                reached = changed ? reached : changes[^1].Sequence;
            }

            if (changed)
            {
                // The settings follow first, so they show at least as much.
                Load();
                reached = sequence;
            }

            Volatile.Write(ref _sequence, Math.Max(reached, _sequence));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        if (!changes.Any(IsOfThese))
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Load();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes it of the documents as they are now.</summary>
    protected abstract void Load();

    /// <summary>Gives up what it holds.</summary>
    protected virtual void Dispose(bool disposing) => _gate.Dispose();

    private bool IsOfThese(Change change) => change.Subject == ChangeSubject.Settings && documents.Contains(change.Id);
}
