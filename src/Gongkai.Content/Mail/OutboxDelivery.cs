using Microsoft.Extensions.Logging;

namespace Gongkai.Content;

/// <summary>Sends what is in the outbox, one mail after the other. What is not taken is tried again after longer and longer times.</summary>
/// <remarks>One mail is under way at a time: a process that is killed between the server's taking and ours of noting it sends that one mail again, with the same message id, and none else.</remarks>
/// <param name="outbox">What is to be sent.</param>
/// <param name="topics">Write the mails.</param>
/// <param name="sender">Sends them.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what was not sent.</param>
public sealed class OutboxDelivery(IOutbox outbox, IEnumerable<IMailTopic> topics, IMailSender sender, TimeProvider time, ILogger<OutboxDelivery> logger)
{
    /// <summary>For how long a mail under way is kept from other processes: longer than any conversation with a mail server that ends well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int LongestReason = 300;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    private readonly Dictionary<string, IMailTopic> _topics = topics.ToDictionary(topic => topic.Name, StringComparer.Ordinal);

    /// <summary>How long to wait after an attempt that failed; null when it was the last one.</summary>
    /// <param name="attempts">How many there were, from 1.</param>
    public static TimeSpan? WaitAfter(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;

    /// <summary>Sends all that is due.</summary>
    /// <returns>How many mails were sent.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var sent = 0;
        while (await outbox.TakeAsync(time.GetUtcNow().UtcDateTime, Patience, cancellationToken) is { } entry)
            sent += await SendAsync(entry, cancellationToken) ? 1 : 0;
        return sent;
    }

    private async Task<bool> SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        Mail? mail;
        try
        {
            mail = _topics.TryGetValue(entry.Topic, out var topic)
                ? await topic.WriteAsync(entry, cancellationToken)
                : throw new MailException($"没有模块会写“{entry.Topic}”这种邮件。", isPermanent: true);
            if (mail is not null)
                await sender.SendAsync(mail, cancellationToken);
        }
#pragma warning disable CA1031 // whatever keeps one mail back must not keep the others back
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var isPermanent = fault is MailException { IsPermanent: true };
            var wait = isPermanent ? null : WaitAfter(entry.Attempts);
            // Mail servers quote whom they refuse.
            var reason = MaskedAddress.In(ShortText.Cut(fault.Message.ReplaceLineEndings(" "), LongestReason));
            logger.LogWarning("邮件 {Id} 第 {Attempts} 次没有发出：{Reason}（{Next}）", entry.Id, entry.Attempts, reason, wait is { } again ? $"{again} 后再试" : "不再试");
            await outbox.PutBackAsync(entry.Id, wait is { } given ? time.GetUtcNow().UtcDateTime + given : null, reason, CancellationToken.None);
            return false;
        }

        // The server has it: from here on nothing may be cancelled.
        await outbox.DoneAsync(entry.Id, CancellationToken.None);
        return mail is not null;
    }
}
