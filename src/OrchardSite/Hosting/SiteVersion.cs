using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>How far this process shows the change feed. Registered last of all followers, so that everything before it shows at least as much.</summary>
internal sealed class SiteVersion : IChangeFollower
{
    private long _sequence;

    /// <summary>The sequence number that every page made from now on shows.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    public Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        long seen;
        while ((seen = Volatile.Read(ref _sequence)) < sequence && Interlocked.CompareExchange(ref _sequence, sequence, seen) != seen)
        {
        }

        return Task.CompletedTask;
    }
}
