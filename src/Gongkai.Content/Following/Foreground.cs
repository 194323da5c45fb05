namespace Gongkai.Content;

/// <summary>Lets what a person waits for go before what nobody waits for: an import's next batch, and the index's next step through a backlog, begin when no editor's call is under way.</summary>
/// <remarks>On few processors whoever works beside an editor takes half of the machine, and whoever holds the writer when an editor comes is waited for. Neither waits for ever: editors without a pause slow an import down, they do not stop it.</remarks>
/// <param name="time">The clock.</param>
public sealed class Foreground(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private TaskCompletionSource? _free;
    private int _count;
    private long? _left;

    /// <summary>Whether somebody waits now or did in the last ten seconds, and will soon again: background work is cut small.</summary>
    public bool IsLively
    {
        get
        {
            lock (_gate)
                return _count > 0 || (_left is { } left && time.GetElapsedTime(left) < Remembered);
        }
    }

    /// <summary>Says that somebody waits for the work that begins now, until the result is disposed.</summary>
    public IDisposable Enter()
    {
        lock (_gate)
        {
            _count++;
            _free ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new Visit(this);
    }

    /// <summary>Returns when nobody's work is under way, or after a quarter of a second.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task LetPassAsync(CancellationToken cancellationToken = default)
    {
        Task? free;
        lock (_gate)
            free = _free?.Task;
        return free is null ? Task.CompletedTask : WaitAsync(free, cancellationToken);
    }

    private async Task WaitAsync(Task free, CancellationToken cancellationToken)
    {
        await free.WaitAsync(Longest, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_count > 0)
                return;
            _left = time.GetTimestamp();
            _free!.SetResult();
            _free = null;
        }
    }

    private sealed class Visit(Foreground foreground) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                foreground.Leave();
        }
    }
}
