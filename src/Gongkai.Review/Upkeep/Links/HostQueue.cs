using System.Collections.Concurrent;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Lets one request at a time through to each server, with a pause between two of them.</summary>
/// <param name="pause">The pause.</param>
/// <param name="time">The clock.</param>
internal sealed class HostQueue(TimeSpan pause, TimeProvider time)
{
    // Servers that were left alone long enough are forgotten when there are so many.
    private const int MostKnown = 1000;

    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a request when it is its turn.</summary>
    public async Task<T> RunAsync<T>(string host, Func<Task<T>> request, CancellationToken cancellationToken)
    {
        if (_turns.Count > MostKnown)
            Forget();
        var turn = _turns.GetOrAdd(host, _ => new());
        await turn.Gate.WaitAsync(cancellationToken);
        try
        {
            if (turn.Ended is { } ended && pause - time.GetElapsedTime(ended) is var left && left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellationToken);
            return await request();
        }
        finally
        {
            turn.Ended = time.GetTimestamp();
            turn.Gate.Release();
        }
    }

    private void Forget()
    {
        foreach (var (host, turn) in _turns)
        {
            if (turn.Gate.CurrentCount > 0 && turn.Ended is { } ended && time.GetElapsedTime(ended) > pause)
                _turns.TryRemove(host, out _);
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? Ended { get; set; }
    }
}
