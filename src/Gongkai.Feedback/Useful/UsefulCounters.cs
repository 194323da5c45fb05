using Gongkai.Content;

namespace Gongkai.Feedback.Useful;

/// <summary>Counts answers in memory until they are written. So many items and no more.</summary>
internal sealed class UsefulCounters
{
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private Dictionary<string, (long Yes, long No)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts answers about an item.</summary>
    public void Add(string contentItemId, long yes, long no)
    {
        lock (_lock)
        {
            if (_counts.TryGetValue(contentItemId, out var count) || _counts.Count < Most)
                _counts[contentItemId] = (count.Yes + yes, count.No + no);
        }
    }

    /// <summary>The counts since the last taking.</summary>
    public IReadOnlyCollection<UsefulCount> Take()
    {
        Dictionary<string, (long Yes, long No)> taken;
        lock (_lock)
            (taken, _counts) = (_counts, new(StringComparer.Ordinal));
        return [.. taken.Select(count => new UsefulCount(count.Key, count.Value.Yes, count.Value.No))];
    }
}
