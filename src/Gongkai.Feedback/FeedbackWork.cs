using Gongkai.Content;
using Gongkai.Feedback.Useful;
using Microsoft.Extensions.Logging;

namespace Gongkai.Feedback;

/// <summary>Writes what was counted once a minute and when the site ends: a kill loses a minute's counts. Once a day the time of what is old ends.</summary>
internal sealed class FeedbackWork(UsefulCounters counters, IUsefulCounts counts, IErrorReports reports, FeedbackOptions options, SiteSettings site, TimeProvider time, ILogger<FeedbackWork> logger) : IBackgroundWork
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private DateOnly _cleaned;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync();
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await TryAsync();
    }

    /// <summary>Writes what was counted since the last time. For one at a time.</summary>
    internal async Task WriteAsync()
    {
        var taken = counters.Take();
        // A batch is committed or not; what is not is counted again with the next minute's.
        var written = 0;
        try
        {
            foreach (var batch in taken.Chunk(BatchSize))
            {
                await counts.AddAsync(site.Today, batch);
                written += batch.Length;
            }
        }
        finally
        {
            foreach (var count in taken.Skip(written))
                counters.Add(count.ContentItemId, count.Yes, count.No);
        }
    }

    private async Task CleanAsync()
    {
        var today = site.Today;
        if (_cleaned == today)
            return;
        var now = time.GetUtcNow().UtcDateTime;
        await counts.DeleteBeforeAsync(today.AddDays(-options.Days));
        await reports.ForgetAsync(now.AddDays(-options.ContactDays), now.AddDays(-options.Days));
        _cleaned = today;
    }

    private async Task TryAsync()
    {
        try
        {
            await WriteAsync();
            await CleanAsync();
        }
#pragma warning disable CA1031 // counts are no reason to stop: what is not written now is written with the next minute's
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "未能写入读者反馈，一分钟后再试。");
        }
    }
}
