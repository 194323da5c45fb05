using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Recipes.Packages;
using Gongkai.Storage;
using Spectre.Console;

namespace OrchardSite.CommandLine;

/// <summary><c>import</c>: takes recipes in, with progress on a terminal.</summary>
internal static class ImportCommand
{
    private const string Interrupted = "导入中断：已写入的各批内容完整保留，正在写入的一批没有写入。数据库恢复后请再次运行同一导入，它会接着完成，已有的内容不会重复。";

    private const string Behind = "内容已写入数据库，只是搜索索引还没有跟上；数据库恢复后，网站或下一条命令会自动补上。";

    /// <summary>Imports; false when the recipes have faults.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string[] files, bool checkOnly, string[] parameters, CancellationToken cancellationToken)
    {
        foreach (var missing in files.Where(file => !File.Exists(file)))
        {
            await Console.Error.WriteLineAsync($"找不到文件 {missing}。");
            return false;
        }

        if (parameters.FirstOrDefault(parameter => parameter.IndexOf('=', StringComparison.Ordinal) < 1) is { } unclear)
        {
            await Console.Error.WriteLineAsync($"参数“{unclear}”应写作 名称=值，如 --parameter city=甲市。");
            return false;
        }

        var packages = new List<RecipePackage>();
        try
        {
            var sources = new List<RecipeSource>();
            foreach (var file in files)
            {
                var (source, refused) = TableRecipe.Is(file) ? await services.GetRequiredService<TableRecipe>().OpenAsync(file, file, cancellationToken)
                    : (RecipePackage.Is(file) ? await OpenAsync(file, services, packages, cancellationToken) : RecipeSource.File(file), null);
                if (refused is not null)
                {
                    ImportReport.Write(refused, checkOnly, Console.Out);
                    return false;
                }

                sources.Add(source!);
            }

            return await ImportAsync(services, sources, checkOnly, Values(parameters), cancellationToken);
        }
        catch (PackageRefusedException fault)
        {
            await Console.Error.WriteLineAsync($"错误：{fault.Message}");
            return false;
        }
        finally
        {
            foreach (var package in packages)
                await package.DisposeAsync();
        }
    }

    private static async Task<RecipeSource> OpenAsync(string file, IServiceProvider services, List<RecipePackage> packages, CancellationToken cancellationToken)
    {
        var package = await RecipePackage.OpenAsync(file, services.GetRequiredService<ISiteFolder>(), cancellationToken);
        packages.Add(package);
        return package.Source;
    }

    // Given twice, the later one holds, as with any option.
    private static Dictionary<string, string> Values(string[] parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var at = parameter.IndexOf('=', StringComparison.Ordinal);
            values[parameter[..at]] = parameter[(at + 1)..];
        }
        return values;
    }

    private static async Task<bool> ImportAsync(
        IServiceProvider services, IReadOnlyList<RecipeSource> sources, bool checkOnly, Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Without a server beside it this process owns the index, and follows what it imports.
        var following = services.GetRequiredService<ChangeFollowing>();
        var follower = following.RunAsync(stopping.Token);
        RecipeReport report;
        try
        {
            report = await ShowProgressAsync(progress => ImportAsync(services, sources, checkOnly, progress, parameters, cancellationToken));
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
        IServiceProvider services, IReadOnlyList<RecipeSource> sources, bool checkOnly, IProgress<RecipeProgress>? progress, Dictionary<string, string> parameters,
        CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeImporter>()
            .ImportAsync(sources, checkOnly, progress, parameters, cancellationToken);
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
