using Gongkai.Recipes;
using Gongkai.Storage;
using Spectre.Console;

namespace OrchardSite.CommandLine;

/// <summary><c>import</c>: takes recipes in, with progress on a terminal.</summary>
internal static class ImportCommand
{
    private const string Interrupted = "导入中断：已写入的各批内容完整保留，正在写入的一批没有写入。数据库恢复后请再次运行同一导入，它会接着完成，已有的内容不会重复。";

    private const string Behind = "内容已写入数据库，只是搜索索引还没有跟上；数据库恢复后，网站或下一条命令会自动补上。";

    /// <summary>Imports; false when the recipes have faults.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string[] files, bool checkOnly, CancellationToken cancellationToken)
    {
        foreach (var missing in files.Where(file => !File.Exists(file)))
        {
            await Console.Error.WriteLineAsync($"找不到文件 {missing}。");
            return false;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Without a server beside it this process owns the index, and follows what it imports.
        var following = services.GetRequiredService<ChangeFollowing>();
        var follower = following.RunAsync(stopping.Token);
        RecipeReport report;
        try
        {
            report = await ShowProgressAsync(progress => ImportAsync(services, files, checkOnly, progress, cancellationToken));
        }
        catch (Exception fault) when (services.GetRequiredService<StorageDatabase>().OutageOf(fault) is { } outage)
        {
            await Console.Error.WriteLineAsync($"{outage}\n{(checkOnly ? "检查中断，没有改动任何内容。" : Interrupted)}");
            return false;
        }
        finally
        {
            await stopping.CancelAsync();
            await follower;
        }

        await CatchUpAsync(services, following, cancellationToken);
        ImportReport.Write(report, checkOnly, Console.Out);
        return report.Succeeded;
    }

    /// <summary>What was imported is to be found when the command ends. It is kept all the same when the database goes away just then.</summary>
    private static async Task CatchUpAsync(IServiceProvider services, ChangeFollowing following, CancellationToken cancellationToken)
    {
        try
        {
            await following.CatchUpAsync(cancellationToken);
        }
        catch (Exception fault) when (services.GetRequiredService<StorageDatabase>().OutageOf(fault) is { } outage)
        {
            await Console.Error.WriteLineAsync($"{outage}\n{Behind}");
        }
    }

    private static async Task<RecipeReport> ImportAsync(
        IServiceProvider services, string[] files, bool checkOnly, IProgress<RecipeProgress>? progress, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeImporter>()
            .ImportAsync([.. files.Select(RecipeSource.File)], checkOnly, progress, cancellationToken);
    }

    private static Task<RecipeReport> ShowProgressAsync(Func<IProgress<RecipeProgress>?, Task<RecipeReport>> import)
    {
        if (Console.IsOutputRedirected)
            return import(null);
        return AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask("读取", maxValue: 1);
                return await import(new DirectProgress<RecipeProgress>(progress =>
                {
                    bar.Description = $"{StageOf(progress.Stage)} {Markup.Escape(Path.GetFileName(progress.File))}（{progress.Items} 条）";
                    bar.Value = progress.Fraction;
                }));
            });
    }

    private static string StageOf(RecipeStage stage) => stage switch { RecipeStage.Reading => "读取", RecipeStage.Checking => "检查", _ => "导入" };
}
