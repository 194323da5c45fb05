using System.Collections.Concurrent;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Lets one request at a time through to each server, with a pause between two of them.</summary>
/// <param name="pause">The pause.</param>
/// <param name="time">The clock.</param>
/// <param name="mostKnown">With more servers than these, those that were left alone long enough are forgotten.</param>
internal sealed class HostQueue(TimeSpan pause, TimeProvider time, int mostKnown = 1000)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a request when it is its turn.</summary>
    public async Task<T> RunAsync<T>(string host, Func<Task<T>> request, CancellationToken cancellationToken)
    {
        if (_turns.Count > mostKnown)
            Forget();
        var turn = await TakeAsync(host, cancellationToken);
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

    /// <summary>The server's turn, held. One that was forgotten while it was waited for is no longer what others wait for.</summary>
    private async Task<Turn> TakeAsync(string host, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(host, _ => new());
            await turn.Gate.WaitAsync(cancellationToken);
            if (!turn.IsForgotten)
                return turn;
            turn.Gate.Release();
        }
    }

    private void Forget()
    {
        foreach (var (host, turn) in _turns)
        {
            if (!turn.Gate.Wait(0, CancellationToken.None))
                continue;
            if (!turn.IsForgotten && turn.Ended is { } ended && time.GetElapsedTime(ended) > pause)
            {
                turn.IsForgotten = true;
                _turns.TryRemove(host, out _);
            }

            turn.Gate.Release();
        }
    }

    /// <summary>Whose turn it is with a server. What it says is read and written by whoever holds the gate.</summary>
    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? Ended { get; set; }

        public bool IsForgotten { get; set; }
    }
}
