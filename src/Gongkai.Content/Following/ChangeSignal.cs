namespace Gongkai.Content;

/// <summary>Wakes whoever waits for a change in this process: the followers of the feed, and background work that has its own.</summary>
public sealed class ChangeSignal : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Wakes who waits.</summary>
    public void Set()
    {
        // Two setters at once may both release: that costs one look too many, never one too few.
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    /// <summary>Waits for the signal, no longer than a time; takes it back.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _changed.WaitAsync(atMost, cancellationToken);

    /// <summary>The same by a clock that tests can turn. Being cancelled only ends it: whoever waits looks at the token.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changed = _changed.WaitAsync(over.Token);
        var elapsed = Task.Delay(atMost, time, over.Token);
        await Task.WhenAny(changed, elapsed);
        await over.CancelAsync();
        await Task.WhenAll(changed, elapsed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _changed.Dispose();
}
