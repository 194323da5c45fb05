using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>Writes what people searched for once a minute and when the site ends: a kill loses a minute's counts. Beside it, the help for searching is made ready.</summary>
internal sealed class SearchLogWriting(ISearchLog log, ISearchHelp help, TimeProvider time, ILogger<SearchLogWriting> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Takes seconds; who comes before it is there waits for it, everybody else does not.
        _ = Task.Run(Prepare, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private void Prepare()
    {
        try
        {
            help.Prepare();
        }
#pragma warning disable CA1031 // whatever it is, the first who asks for help meets it again, and is told
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "准备搜索建议时出错，首次使用时再试。");
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await log.WriteAsync(cancellationToken);
        }
#pragma warning disable CA1031 // counts are no reason to stop: what is not written now is written with the next minute's
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "未能写入搜索日志，一分钟后再试。");
        }
    }
}
