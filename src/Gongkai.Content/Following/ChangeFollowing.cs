using Microsoft.Extensions.Logging;

namespace Gongkai.Content;

/// <summary>Brings everything of this process that follows the change feed up to date: after its own changes and after those of others.</summary>
/// <param name="feed">The changes.</param>
/// <param name="signal">Told of every change of this process.</param>
/// <param name="followers">What follows, in its order: each may use those before it.</param>
/// <param name="logger">Told of followers that fail.</param>
public sealed class ChangeFollowing(IChangeFeed feed, ChangeSignal signal, IEnumerable<IChangeFollower> followers, ILogger<ChangeFollowing> logger)
{
    // Half of the second within which every other process must have followed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    // All followers go the same steps, so that in a long backlog none is far behind the one before it.
    private const int Step = 200;

    private readonly IChangeFollower[] _followers = [.. followers];
    private long _reached;
    private int _failing;

    /// <summary>Returns when every follower shows every change up to a sequence number.</summary>
    /// <exception cref="AggregateException">Followers failed; the others were asked all the same.</exception>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await AskAllAsync(follower => follower.CatchUpAsync(sequence, cancellationToken), cancellationToken);
        long reached;
        while ((reached = Volatile.Read(ref _reached)) < sequence && Interlocked.CompareExchange(ref _reached, sequence, reached) != reached)
        {
        }
    }

    /// <summary>Returns when every follower shows every change that is committed now.</summary>
    /// <exception cref="AggregateException">Followers failed; the others were asked all the same.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default) =>
        await CatchUpAsync(await feed.GetLastAsync(cancellationToken), cancellationToken);

    /// <summary>Follows until cancelled: at once after a change of this process, within a quarter of a second after one of another. What left the public goes ahead of any backlog.</summary>
    /// <remarks>A follower that throws, or a database that is away, is logged once and asked again until it answers.</remarks>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(FollowAsync(cancellationToken), LookAheadAsync(cancellationToken));

    /// <summary>Shows a call's changes after its commit. They are made: a follower that fails is logged and tried again by <see cref="RunAsync"/>.</summary>
    public async Task ShowAsync(IReadOnlyList<Change> changes)
    {
        try
        {
            await AskAllAsync(follower => follower.ShowAsync(changes, CancellationToken.None), CancellationToken.None);
        }
        catch (AggregateException fault)
        {
            logger.LogError(fault, "变更已保存，但索引或缓存未能及时更新，稍后重试。");
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var reached = -1L;
        await RepeatAsync(async () =>
        {
            var last = await feed.GetLastAsync(cancellationToken);
            while (reached < last)
            {
                var step = Math.Min(last, Math.Max(reached, Volatile.Read(ref _reached)) + Step);
                await CatchUpAsync(step, cancellationToken);
                reached = step;
            }

            await signal.WaitAsync(LongestWait, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Runs ahead of the backlog, so that another process's withdrawal is followed within a second however much waits before it.</summary>
    private async Task LookAheadAsync(CancellationToken cancellationToken)
    {
        var seen = Volatile.Read(ref _reached);
        await RepeatAsync(async () =>
        {
            await Task.Delay(LongestWait, cancellationToken);
            for (var changes = await feed.ReadAsync(seen, Step, cancellationToken); changes.Count > 0; changes = await feed.ReadAsync(seen, Step, cancellationToken))
            {
                var waiting = changes.Where(change => change.Sequence > Volatile.Read(ref _reached)).ToList();
                if (waiting.Count > 0)
                    await AskAllAsync(follower => follower.HideAsync(waiting, cancellationToken), cancellationToken);
                seen = changes[^1].Sequence;
            }
        }, cancellationToken);
    }

    private async Task RepeatAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        var fails = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work();
                if (fails && Interlocked.Decrement(ref _failing) == 0)
                    logger.LogInformation("跟随变更已恢复。");
                fails = false;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A database that is away for an hour is one line of the log, not fifteen thousand.
                if (!fails && Interlocked.Increment(ref _failing) == 1)
                    logger.LogError(fault, "跟随变更时出错，将反复重试；恢复之前不再记录。");
                fails = true;
                await Task.Delay(LongestWait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AskAllAsync(Func<IChangeFollower, Task> ask, CancellationToken cancellationToken)
    {
        List<Exception>? faults = null;
        foreach (var follower in _followers)
        {
            try
            {
                await ask(follower);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                (faults ??= []).Add(fault);
            }
        }

        if (faults is not null)
            throw new AggregateException(faults);
    }
}
