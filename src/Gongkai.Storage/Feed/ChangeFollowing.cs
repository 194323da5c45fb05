using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>Brings everything of this process that follows the change feed up to date: after its own changes and after those of others.</summary>
/// <remarks>Definitions and settings come first, then the registered <see cref="IChangeFollower"/>s in their order.</remarks>
public sealed class ChangeFollowing
{
    // Half of the second within which every other process must have followed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    private readonly ChangeFeed _feed;
    private readonly ChangeSignal _signal;
    private readonly ILogger<ChangeFollowing> _logger;
    private readonly IChangeFollower[] _followers;

    internal ChangeFollowing(
        ChangeFeed feed, ChangeSignal signal, StoredDefinitions definitions, StoredSettings settings, IEnumerable<IChangeFollower> followers, ILogger<ChangeFollowing> logger)
    {
        (_feed, _signal, _logger) = (feed, signal, logger);
        _followers = [definitions, settings, .. followers];
    }

    /// <summary>Returns when every follower shows every change up to a sequence number.</summary>
    /// <exception cref="AggregateException">Followers failed; the others were asked all the same.</exception>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        List<Exception>? faults = null;
        foreach (var follower in _followers)
        {
            try
            {
                await follower.CatchUpAsync(sequence, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                (faults ??= []).Add(fault);
            }
        }

        if (faults is not null)
            throw new AggregateException(faults);
    }

    /// <summary>Returns when every follower shows every change that is committed now.</summary>
    /// <exception cref="AggregateException">Followers failed; the others were asked all the same.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default) =>
        await CatchUpAsync(await _feed.GetLastAsync(cancellationToken), cancellationToken);

    /// <summary>Follows until cancelled: at once after a change of this process, within a quarter of a second after one of another.</summary>
    /// <remarks>What a follower throws is logged, and the follower asked again.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reached = -1L;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var last = await _feed.GetLastAsync(cancellationToken);
                if (last > reached)
                {
                    await CatchUpAsync(last, cancellationToken);
                    reached = last;
                }

                await _signal.WaitAsync(LongestWait, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _logger.LogError(fault, "跟随变更时出错，稍后重试。");
                await Task.Delay(LongestWait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Waits for the followers after a commit. The change is made: a follower that fails is logged and tried again by <see cref="RunAsync"/>.</summary>
    internal async Task CatchUpAfterCommitAsync(long sequence)
    {
        try
        {
            await CatchUpAsync(sequence, CancellationToken.None);
        }
        catch (AggregateException fault)
        {
            _logger.LogError(fault, "变更已保存，但索引或缓存未能及时更新，稍后重试。");
        }
    }
}
