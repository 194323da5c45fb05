using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Log;

/// <summary>Writes what people searched for once a minute and when the site ends: a kill loses a minute's counts. Beside it, the help for searching is made ready.</summary>
/// <param name="log">What was counted.</param>
/// <param name="help">What is made ready.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what could not be written.</param>
public sealed class SearchLogWriting(ISearchLog log, ISearchHelp help, TimeProvider time, ILogger<SearchLogWriting> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Writes until it is stopped, and once more then. The home runs it while it serves.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        // Takes seconds; who comes before it is there waits for it, everybody else does not.
        _ = Task.Run(Prepare, CancellationToken.None);
        while (!stopping.IsCancellationRequested)
        {
            await WriteAsync();
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await WriteAsync();
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

    private async Task WriteAsync()
    {
        try
        {
            await log.WriteAsync();
        }
#pragma warning disable CA1031 // counts are no reason to stop: what is not written now is written with the next minute's
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "未能写入搜索日志，一分钟后再试。");
        }
    }
}
