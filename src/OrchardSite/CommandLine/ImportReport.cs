using System.Globalization;
using Gongkai.Content;
using Gongkai.Recipes;

namespace OrchardSite.CommandLine;

/// <summary>Writes what an import came to.</summary>
internal static class ImportReport
{
    /// <summary>The report: figures, then problems.</summary>
    public static void Write(RecipeReport report, bool checkOnly, TextWriter output)
    {
        WriteProblems(report, output);
        var problems = string.Create(CultureInfo.InvariantCulture, $"{report.Errors} 个错误，{report.Notices} 个提示");
        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{report.Steps} 个步骤，{report.Items} 条内容（新增 {report.Added}，改动 {report.Changed}，不变 {report.Unchanged}），{report.Elapsed.TotalSeconds:0.0} 秒，{report.ItemsPerSecond:0} 条/秒");
        output.WriteLine(report switch
        {
            { Succeeded: true } when checkOnly => $"检查完毕，没有改动任何内容：{figures}，{problems}",
            { Succeeded: true } => $"导入完毕：{figures}，{problems}",
            { WasCarriedOut: true } => $"导入中断，已导入的部分保留，改正后再次导入即可补全：{figures}，{problems}",
            _ => $"未导入，没有改动任何内容：{problems}",
        });
    }

    /// <summary>Each problem with its place.</summary>
    public static void WriteProblems(RecipeReport report, TextWriter output)
    {
        foreach (var problem in report.Problems)
        {
            var place = problem.Place;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(problem.Severity == RecipeSeverity.Error ? "错误" : "提示")} {place.File}({place.Line},{place.Column}) {place.Step} {place.JsonPath}：{problem.Message}"));
        }

        var untold = report.Errors + report.Notices - report.Problems.Count;
        if (untold > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"另有 {untold} 个错误或提示没有逐一列出。"));
    }
}
