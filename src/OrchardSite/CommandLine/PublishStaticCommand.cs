using System.Globalization;
using Gongkai.Content;
using OrchardSite.Hosting;
using OrchardSite.StaticCopy;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;
using OrchardSite.StaticCopy.Rewriting;
using Spectre.Console;

namespace OrchardSite.CommandLine;

/// <summary><c>publish-static</c>: the public site as plain files.</summary>
internal static class PublishStaticCommand
{
    private const int LinesPerRun = 20;
    private const int LeastBetweenLines = 1000;

    /// <summary>Publishes; false when something could not be made, or nothing could.</summary>
    /// <param name="app">The site, not opened yet.</param>
    /// <param name="prepare">Opens it, once the folder is found to be usable.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> RunAsync(WebApplication app, Func<CancellationToken, Task> prepare, CancellationToken cancellationToken)
    {
        var source = app.Services.GetRequiredService<CopySource>();
        try
        {
            using var folder = CopyFolder.Open(source.Options.Folder, source.OwnFolders);
            await prepare(cancellationToken);
            var site = app.OpenCopy();
            if (site.Map.Origin.Length == 0)
            {
                if (source.Options.Links == LinkStyle.Absolute)
                    throw new StaticCopyException("--links absolute 需要网站的地址：请在 appsettings.json 中填写 Site:BaseUrl，如 https://www.example.gov.cn。");
                Console.WriteLine("提示：没有填写 Site:BaseUrl，订阅源、站点地图和数据目录需要完整地址，这一次不发布它们。");
            }

            var report = await ShowProgressAsync(progress => new CopyRun(site, folder, source.Options).RunAsync(progress, cancellationToken));
            await WriteAsync(report, source.Options.Folder);
            return report.Faults.Count == 0;
        }
        catch (StaticCopyException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"写静态副本时出错：{fault.Message}。请检查磁盘空间和文件夹的权限，再次运行会接着完成；正在对外提供的文件没有写了一半的。");
            return false;
        }
    }

    /// <summary>The beginnings of addresses that options name, in one spelling; the default language where none is named.</summary>
    public static IReadOnlyList<string> RootsOf(string[]? given)
    {
        if (given is not { Length: > 0 })
            return [""];
        var roots = given.Select(root => "/" + root.Trim('/').ToLowerInvariant()).Select(root => root == "/" ? "" : root).Distinct(StringComparer.Ordinal).ToList();
        return roots.Find(root => root.Length > 0 && !SiteMap.Languages.Contains(root)) is { } unknown
            ? throw new SiteException($"--root“{ShortText.Of(unknown)}”不是语言的地址，可用的有：/ {string.Join(' ', SiteMap.Languages)}。")
            : roots;
    }

    private static async Task WriteAsync(CopyReport report, string folder)
    {
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync($"错误：{fault}；已有的文件保留，下次运行再试。");
        if (report.Resumed > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"接着完成了上次中断的发布，其中 {report.Resumed} 个地址不必重做。"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"静态副本完毕：写入 {report.Written} 个文件，未变 {report.Kept} 个，移除 {report.Removed} 个，{report.Faults.Count} 个错误；生成 {report.Made} 个地址，用时 {report.Duration.TotalSeconds:0.0} 秒；与变更记录第 {report.Sequence} 号一致，写入 {folder}"));
    }

    private static Task<CopyReport> ShowProgressAsync(Func<Action<CopyProgress>, Task<CopyReport>> run)
    {
        if (Console.IsOutputRedirected)
            return run(Lines());
        return AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask("发布", maxValue: 1);
                return await run(progress =>
                {
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"发布（{progress.Made} / {progress.Total}）");
                    (bar.MaxValue, bar.Value) = (Math.Max(1, progress.Total), progress.Made);
                });
            });
    }

    /// <summary>For a log: a line now and then, none for a run of a few pages.</summary>
    private static Action<CopyProgress> Lines()
    {
        var next = LeastBetweenLines;
        var writing = new Lock();
        return progress =>
        {
            lock (writing)
            {
                if (progress.Made < next)
                    return;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已生成 {progress.Made} / {progress.Total}"));
                next = progress.Made + Math.Max(LeastBetweenLines, progress.Total / LinesPerRun);
            }
        };
    }
}
