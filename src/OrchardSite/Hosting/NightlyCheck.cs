using Gongkai.Content;
using Gongkai.Search;

namespace OrchardSite.Hosting;

/// <summary>Once a night: every byte of the served index, and whether it agrees with the database; what is wrong is logged and mended by building the index anew. Then the audit trail.</summary>
internal sealed class NightlyCheck(SiteOptions options, SiteSettings site, SearchIndex index, AuditKeeping audit, TimeProvider time, ILogger<NightlyCheck> logger) : BackgroundService
{
    /// <summary>Checks, and mends what is wrong.</summary>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        var report = await index.CheckAsync(cancellationToken);
        foreach (var fault in report.Faults)
            logger.LogError("夜间检查：{Fault}", fault);
        if (report.NeedsRebuild)
        {
            logger.LogWarning("夜间检查：正在重建搜索索引，重建期间搜索照常可用。");
            await index.RebuildAsync(cancellationToken);
            logger.LogInformation("夜间检查：搜索索引已重建。");
        }
        else
        {
            logger.LogInformation("夜间检查：搜索索引完好，{Documents} 条内容，与数据库一致。", report.Documents);
        }
    }

    /// <summary>How long it is until the next check.</summary>
    internal TimeSpan UntilNext()
    {
        var zone = site.TimeZone;
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var next = now.Date.AddHours(options.CheckHour);
        if (next <= now.DateTime)
            next = next.AddDays(1);
        // Where clocks are put forward in that hour, it comes an hour later.
        while (zone.IsInvalidTime(next))
            next = next.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(next, zone) - now.UtcDateTime;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(UntilNext(), time, stoppingToken);
            await TryAsync(CheckAsync, stoppingToken);
            await TryAsync(audit.RunAsync, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
#pragma warning disable CA1031 // whatever keeps one night's check from its end, the site goes on serving and the next night tries again
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "夜间检查未能完成，明晚再试。");
        }
    }
}
