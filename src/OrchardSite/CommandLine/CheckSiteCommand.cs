using System.Globalization;
using System.Text;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Review.Upkeep.SiteChecks;

namespace OrchardSite.CommandLine;

/// <summary><c>check-site</c>: the checks before publication, over everything that is public already.</summary>
internal static class CheckSiteCommand
{
    /// <summary>Checks; false when something would keep an item from being published today, or when it did not come to its end.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string? csv, bool anew, CancellationToken cancellationToken)
    {
        if (csv is not null && Path.GetDirectoryName(Path.GetFullPath(csv)) is { } folder && !Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"没有文件夹“{folder}”，请先建立。");
            return false;
        }

        var records = services.GetRequiredService<ISiteCheckRecords>();
        await using var scope = services.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<SiteCheckRuns>();
        var progress = Console.IsOutputRedirected ? null : new DirectProgress<SiteCheckRun>(run => Console.Write($"\r{Words(run.Passed)} / {Words(run.Items)}"));
        var run = await services.GetRequiredService<SiteCheckWork>().RunNowAsync(() => FindOrBeginAsync(runs, anew, cancellationToken), progress, cancellationToken);
        if (progress is not null)
            Console.WriteLine();
        if (run is null)
        {
            await Console.Error.WriteLineAsync("另一个进程正在做全站检查，请到后台“内容维护：全站检查”看进度，或等它做完再试。");
            return false;
        }

        var all = new SiteFindingRequest(run.Id, [.. services.GetRequiredService<IContentDefinitions>().Current.Types.Keys]);
        var counts = await records.CountAsync(all, cancellationToken);
        foreach (var (check, isBlocking, count) in counts.OrderByDescending(count => count.IsBlocking).ThenByDescending(count => count.Count))
            Console.WriteLine($"{(isBlocking ? "阻止发布" : "提醒")}：{CheckLabels.Of(check)} {Words(count)} 处");
        Console.WriteLine($"查了 {Words(run.Passed)} 条，发现 {Words(counts.Sum(count => count.Count))} 处{(run.Failed > 0 ? $"；{Words(run.Failed)} 条没有查成，原因见日志" : "")}。{(run.State == SiteCheckState.Done ? "" : "没有查完，再次运行会接着查。")}");
        if (csv is not null)
        {
            await using var writer = new StreamWriter(csv, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await SiteCheckReport.WriteAsync(records, all, CheckLabels.Of, writer, cancellationToken);
            await services.GetRequiredService<IAuditTrail>().AppendAsync([new(AuditActions.CheckSiteExported) { Details = new() { ["run"] = run.Id } }], CancellationToken.None);
        }

        return run.State == SiteCheckState.Done && run.Failed == 0 && !counts.Any(count => count.IsBlocking);
    }

    /// <summary>What was not finished is gone on with, unless everything is to be looked at anew.</summary>
    private static async Task<SiteCheckRun?> FindOrBeginAsync(SiteCheckRuns runs, bool anew, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(cancellationToken) is { } last)
        {
            if (anew)
                await runs.StopAsync(last.Id, cancellationToken);
            else if (last.State == SiteCheckState.Stopped)
                await runs.ContinueAsync(last.Id, cancellationToken);
            if (!anew && last.State != SiteCheckState.Done)
                return await runs.FindAsync(cancellationToken);
        }

        return await runs.BeginAsync(cancellationToken);
    }

    private static string Words(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
