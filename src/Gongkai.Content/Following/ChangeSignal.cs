namespace Gongkai.Content;

/// <summary>Wakes whoever follows the feed in this process.</summary>
public sealed class ChangeSignal : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Wakes the followers.</summary>
    public void Set()
    {
        // Two setters at once may both release: that costs one look too many, never one too few.
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    /// <summary>Waits for the signal, no longer than a time; takes it back.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _changed.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _changed.Dispose();
}
