using System.Globalization;
using Gongkai.Recipes;
using Gongkai.Recipes.Export;
using OrchardSite.Hosting;
using Spectre.Console;

namespace OrchardSite.CommandLine;

/// <summary><c>export</c>: definitions and content as a recipe.</summary>
internal static class ExportCommand
{
    /// <summary>Exports; false when it cannot be done.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string file, string[] types, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var exporter = scope.ServiceProvider.GetRequiredService<RecipeExporter>();
        var setUp = RecipeSource.File(services.GetRequiredService<SiteOptions>().SetUpRecipe);
        try
        {
            var report = await ShowProgressAsync(progress => exporter.ExportAsync(file, [setUp], types, progress, cancellationToken));
            foreach (var warning in report.Warnings)
                Console.WriteLine($"提示：{warning}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"导出完毕：{report.Definitions} 个定义，{report.Items} 条内容（{report.Versions} 个版本），写入 {file}"));
            return true;
        }
        catch (ArgumentException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return false;
        }
    }

    private static Task<ExportReport> ShowProgressAsync(Func<IProgress<int>?, Task<ExportReport>> export) => Console.IsOutputRedirected
        ? export(null)
        : AnsiConsole.Status().StartAsync("导出", status => export(new DirectProgress<int>(items => status.Status = string.Create(CultureInfo.InvariantCulture, $"导出（{items} 条）"))));
}
