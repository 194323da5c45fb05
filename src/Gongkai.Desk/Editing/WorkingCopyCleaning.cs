using Gongkai.Content;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Desk.Editing;

/// <summary>Drops working copies that nobody came back to for a month, once a day.</summary>
internal sealed class WorkingCopyCleaning(IWorkingCopies copies, DeskOptions options, TimeProvider time, ILogger<WorkingCopyCleaning> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await CleanAsync(stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var dropped = await copies.DropBeforeAsync(time.GetUtcNow().UtcDateTime.AddDays(-options.WorkingCopyDays), cancellationToken);
            if (dropped > 0)
                logger.LogInformation("{Count} 份没有保存的内容超过 {Days} 天无人编辑，已清除", dropped, options.WorkingCopyDays);
        }
#pragma warning disable CA1031 // cleaning is no reason to stop: what is not dropped now is dropped tomorrow
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "未能清除没有保存的内容，明天再试");
        }
    }
}
