using Gongkai.Content;

namespace OrchardSite.Mailing;

/// <summary>Makes the digests that are due and sends what is in the outbox, from start to end of the site. Registered where there is a mail server.</summary>
internal sealed class MailWork(IDigests digests, OutboxDelivery delivery, TimeProvider time, ILogger<MailWork> logger) : IBackgroundWork
{
    // Whoever has just asked for a subscription waits for a mail.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _failing = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync("汇总", digests.RunAsync, stopping);
            await TryAsync("发送", delivery.RunAsync, stopping);
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(string name, Func<CancellationToken, Task<int>> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            if (_failing.Remove(name))
                logger.LogInformation("邮件{Name}恢复正常。", name);
        }
#pragma warning disable CA1031 // whatever it is, the mails are still there, and in a few seconds it is tried again
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // A database that is away for an hour is one line of the log.
            if (_failing.Add(name))
                logger.LogError(fault, "邮件{Name}出错，将反复重试；恢复之前不再记录。", name);
        }
        catch (OperationCanceledException)
        {
            // The site ends.
        }
    }
}
