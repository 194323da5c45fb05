using System.Collections.Concurrent;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Asks for the links of public items, a few servers at once, each one seldom. Of several processes one does it; what was asked for is stored at once, so that nothing is asked for twice.</summary>
internal sealed class LinkCheckWork(
    LinkCheckOptions options, ILeases leases, IOutsideLinks links, LinkVisitor visitor, IUnitOfWork unitOfWork, SiteSettings site, TimeProvider time, ILogger<LinkCheckWork> logger) : IBackgroundWork
{
    private const string Lease = "outside-links";
    private const int MostServers = 4;
    private const int BatchSize = 100;
    private const int MostFollowed = 50;
    private const int ManyServers = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OutagePatience = TimeSpan.FromHours(1);

    private readonly string _holder = IdGenerator.NewId();
    private long _renewAtTicks;
    private bool _isFailing;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping)
    {
        if (!options.IsOn)
            return;
        while (!stopping.IsCancellationRequested)
        {
            if (!await TryAsync(stopping))
                await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round: what changed is followed, and what is due is asked for. False when there is nothing more to do now, or another process does it.</summary>
    internal async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        if (!await HoldAsync(cancellationToken))
            return false;
        var hasMore = true;
        for (var i = 0; i < MostFollowed && hasMore; i++)
            await unitOfWork.RunAsync(async services => hasMore = await services.GetRequiredService<LinkFollowing>().FollowAsync(cancellationToken));
        var due = await links.DueAsync(time.GetUtcNow().UtcDateTime, BatchSize, cancellationToken);
        var servers = due.GroupBy(link => new Uri(link.Address).IdnHost, StringComparer.OrdinalIgnoreCase);
        var silent = new ConcurrentBag<(string Server, OutsideLink Link, LinkAnswer Answer)>();
        var answered = 0;
        await Parallel.ForEachAsync(servers, new ParallelOptions { MaxDegreeOfParallelism = MostServers, CancellationToken = cancellationToken }, async (server, token) =>
            Interlocked.Add(ref answered, await AskAsync(server.Key, [.. server], silent, token)));
        await JudgeSilenceAsync([.. silent], answered > 0, cancellationToken);
        return hasMore || due.Count == BatchSize;
    }

    /// <summary>Where several servers were asked and none said anything, it is our own network that has no way out: nothing is known of any.</summary>
    private async Task JudgeSilenceAsync(IReadOnlyList<(string Server, OutsideLink Link, LinkAnswer Answer)> silent, bool hasAnswers, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var isOurs = !hasAnswers && silent.DistinctBy(one => one.Server).Count() >= ManyServers;
        if (isOurs)
            logger.LogWarning("检查外部链接时没有一个网站有回答，可能是服务器不能访问外网；这一次不算，一小时后再试。");
        await links.StoreAsync([.. silent.Select(one => isOurs ? one.Link with { NextUtc = now + OutagePatience } : LinkRules.After(one.Link, one.Answer, now, site.DayOf(now), options.Days))], cancellationToken);
    }

    /// <summary>Asks a server for links of it, one after the other; how often it answered.</summary>
    private async Task<int> AskAsync(string server, IReadOnlyList<OutsideLink> ofServer, ConcurrentBag<(string Server, OutsideLink Link, LinkAnswer Answer)> silent, CancellationToken cancellationToken)
    {
        var answered = 0;
        foreach (var (index, link) in ofServer.Index())
        {
            // A round may take longer than the lease.
            if (!await HoldAsync(cancellationToken))
                break;
            var answer = await visitor.AskAsync(link.Address, cancellationToken);
            if (answer is { State: OutsideLinkState.Fails, Status: 0 })
            {
                silent.Add((server, link, answer));
                continue;
            }

            answered += answer.Status > 0 ? 1 : 0;
            var now = time.GetUtcNow().UtcDateTime;
            await links.StoreAsync([LinkRules.After(link, answer, now, site.DayOf(now), options.Days)], cancellationToken);
            if (answer.State != OutsideLinkState.Waits)
                continue;
            // Whoever asks for patience means all of it.
            var later = now + LinkRules.PatienceOf(answer.RetryAfter);
            await links.StoreAsync([.. ofServer.Skip(index + 1).Select(other => other with { NextUtc = later })], cancellationToken);
            break;
        }

        return answered;
    }

    /// <summary>Whether the lease is ours; it is written again when half of it is over. Several servers' askers call it at once.</summary>
    private async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (now < Interlocked.Read(ref _renewAtTicks))
            return true;
        var holds = await leases.TakeAsync(Lease, _holder, LeaseLength, cancellationToken);
        Interlocked.Exchange(ref _renewAtTicks, holds ? now + (LeaseLength.Ticks / 2) : 0);
        return holds;
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            var hasMore = await RoundAsync(stopping);
            if (_isFailing)
                logger.LogInformation("外部链接检查恢复正常。");
            _isFailing = false;
            return hasMore;
        }
#pragma warning disable CA1031 // whatever it is, the links are still there, and in a minute it is tried again
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (!_isFailing)
                logger.LogError(fault, "检查外部链接时出错，将反复重试；恢复之前不再记录。");
            _isFailing = true;
        }
        catch (OperationCanceledException)
        {
            // The site ends.
        }

        return false;
    }
}
