using System.Text.Json;
using Gongkai.Content;
using Gongkai.Subscriptions.Asking;
using Microsoft.Extensions.Logging;

namespace Gongkai.Subscriptions.Digests;

/// <summary>Puts the digests that are due into the outbox, and ends the time of what nobody confirmed. The home calls it now and then.</summary>
/// <remarks>Killed in the middle it goes on where it was: a subscription's mail and the note that it is dealt with are one transaction.</remarks>
internal sealed class DigestRun(
    ISubscriptions subscriptions, IOutbox outbox, SubscribedLists lists, NewItems newItems, IChangeFeed feed, ChangeFollowing following,
    SubscriptionOptions options, SiteSettings site, TimeProvider time, ILogger<DigestRun> logger) : IDigests
{
    private const int BatchSize = 200;
    private static readonly TimeSpan FailedMailsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);

    private DateTime _cleanedUtc;

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        await CleanAsync(cancellationToken);
        return await RunAsync(DigestRhythm.Daily, cancellationToken) + await RunAsync(DigestRhythm.Weekly, cancellationToken);
    }

    private async Task<int> RunAsync(DigestRhythm rhythm, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var dueUtc = DigestTimes.Last(now, site.TimeZone, options.Hour, rhythm);
        var (mails, looked, after) = (0, 0, "");
        Findings? findings = null;
        while (await subscriptions.DueAsync(rhythm, dueUtc, after, BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            findings ??= await BeginAsync(cancellationToken);
            var payloads = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var subscription in due)
                payloads[subscription.Id] = await PayloadOfAsync(subscription, findings, cancellationToken);
            mails += await subscriptions.AnswerAsync(dueUtc, findings.UpTo, payloads, now, cancellationToken);
            looked += due.Count;
            after = due[^1].Id;
        }

        if (looked > 0)
            logger.LogInformation("邮件订阅：{Looked} 项{Rhythm}订阅已汇总，{Mails} 封邮件等待发出。", looked, rhythm == DigestRhythm.Weekly ? "每周" : "每日", mails);
        return mails;
    }

    /// <summary>Up to where this run tells; the index shows it.</summary>
    private async Task<Findings> BeginAsync(CancellationToken cancellationToken)
    {
        var upTo = await feed.GetLastAsync(cancellationToken);
        await following.CatchUpAsync(upTo, cancellationToken);
        return new(upTo);
    }

    /// <summary>What a subscription's mail needs; null when nothing is new. Many subscribe to one list, and most were told of the same last time.</summary>
    private async Task<string?> PayloadOfAsync(Subscription subscription, Findings findings, CancellationToken cancellationToken)
    {
        var key = (subscription.List, subscription.Query, subscription.Sequence, subscription.DigestUtc);
        if (findings.Payloads.TryGetValue(key, out var known))
            return known;
        if (!findings.Changed.TryGetValue(subscription.Sequence, out var changed))
            findings.Changed[subscription.Sequence] = changed = await newItems.ChangedAsync(subscription.Sequence, findings.UpTo, cancellationToken);
        return findings.Payloads[key] = Find(subscription, changed, cancellationToken);
    }

    private string? Find(Subscription subscription, IReadOnlyList<string> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0 || lists.Find(subscription.List, subscription.Query) is not { } list)
            return null;
        try
        {
            var hits = newItems.In(list, changed, subscription.DigestUtc, cancellationToken);
            return hits.Count == 0 ? null : JsonSerializer.Serialize(new DigestPayload([.. hits.Take(DigestMail.MostItems).Select(hit => hit.Item.ContentItemId)], Math.Max(0, hits.Count - DigestMail.MostItems)));
        }
        catch (SearchRequestException fault)
        {
            logger.LogWarning("邮件订阅：“{List}{Query}”不能查询，这次没有汇总：{Reason}", subscription.List, subscription.Query, fault.Message);
            return null;
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now - _cleanedUtc < CleaningInterval)
            return;
        var dropped = await subscriptions.DropUnconfirmedAsync(now.AddDays(-options.UnconfirmedDays), cancellationToken);
        if (dropped > 0)
            logger.LogInformation("邮件订阅：{Dropped} 项没有确认的订阅已过期，连同地址一起删除。", dropped);
        await outbox.DropBeforeAsync(now - FailedMailsKept, cancellationToken);
        _cleanedUtc = now;
    }

    /// <summary>What one run found.</summary>
    private sealed record Findings(long UpTo)
    {
        public Dictionary<long, IReadOnlyList<string>> Changed { get; } = [];

        public Dictionary<(string List, string Query, long Sequence, DateTime SinceUtc), string?> Payloads { get; } = [];
    }
}
