using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Gongkai.Content;

namespace Gongkai.Search.Log;

/// <summary>Counts in memory: many count at once, one takes. So many counters and no more.</summary>
/// <remarks>A counter that is there is found and raised without a lock. One that nobody needed between two takings goes.</remarks>
/// <param name="most">How many counters there may be.</param>
internal sealed class SearchCounters(int most)
{
    private readonly ConcurrentDictionary<Key, Counter> _counters = new();
    private int _size;
    private long _lost;

    /// <summary>How many counters there are.</summary>
    public int Size => Volatile.Read(ref _size);

    /// <summary>Counts.</summary>
    public void Add(string query, int position, int? results, long count = 1)
    {
        var key = new Key(query, position);
        while (true)
        {
            if (_counters.TryGetValue(key, out var counter))
            {
                if (counter.TryAdd(count, results))
                    return;
                // Closed between the two: whoever closes it takes it away.
                Thread.Yield();
            }
            else if (Interlocked.Increment(ref _size) > most)
            {
                Interlocked.Decrement(ref _size);
                Interlocked.Add(ref _lost, count);
                return;
            }
            else if (!_counters.TryAdd(key, new Counter()))
            {
                Interlocked.Decrement(ref _size);
            }
        }
    }

    /// <summary>The counts since the last taking. For one at a time.</summary>
    public List<SearchCount> Take()
    {
        var taken = new List<SearchCount>();
        foreach (var (key, counter) in _counters)
        {
            if (counter.Take() is > 0 and var count)
            {
                taken.Add(new(key.Query, key.Position, count, counter.Results));
            }
            else if (counter.TryClose())
            {
                _counters.TryRemove(key, out _);
                Interlocked.Decrement(ref _size);
            }
        }

        return taken;
    }

    /// <summary>How many counts found no room since this was last asked.</summary>
    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(string Query, int Position);

    private sealed class Counter
    {
        private const int Unknown = -1;

        private long _count;
        private int _results = Unknown;

        public int? Results => Volatile.Read(ref _results) is >= 0 and var results ? results : null;

        public bool TryAdd(long count, int? results)
        {
            if (results is { } known && Volatile.Read(ref _results) != known)
                Volatile.Write(ref _results, known);
            return Interlocked.Add(ref _count, count) > 0;
        }

        public long Take() => Interlocked.Exchange(ref _count, 0);

        public bool TryClose() => Interlocked.CompareExchange(ref _count, long.MinValue, 0) == 0;
    }
}
