using System.Globalization;
using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary>Writes what an import came to.</summary>
internal static class ImportReport
{
    private const int MaxThings = 10;

    private static readonly (OperationOutcome Outcome, string Word)[] Outcomes = [(OperationOutcome.Added, "新增"), (OperationOutcome.Changed, "改动"), (OperationOutcome.Unchanged, "不变：")];

    /// <summary>The report: problems, then figures.</summary>
    public static void Write(RecipeReport report, bool checkOnly, TextWriter output)
    {
        WriteProblems(report, output);
        if (checkOnly)
            WriteSteps(report, output);
        foreach (var (import, skipped) in report.Completed)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已接着完成 {import.BeganUtc:yyyy-MM-dd HH:mm} (UTC) 开始、中途断掉的导入 {import.Name}：先前已完成的 {skipped} 个步骤没有重做。"));
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

    /// <summary>What each step would add, change and leave, and what of it is refused.</summary>
    private static void WriteSteps(RecipeReport report, TextWriter output)
    {
        foreach (var step in report.StepReports)
        {
            var number = step.First == step.Last ? $"{step.First}" : $"{step.First}–{step.Last}";
            List<string> parts = [];
            if (step.Added + step.Changed + step.Unchanged > 0)
                parts.Add($"新增 {step.Added} 条，改动 {step.Changed} 条，不变 {step.Unchanged} 条");
            foreach (var (outcome, word) in Outcomes)
            {
                var things = step.Things.Where(thing => thing.Outcome == outcome).Select(thing => thing.Thing).ToList();
                if (things.Count > 0)
                    parts.Add($"{word}{string.Join('、', things.Take(MaxThings))}{(things.Count > MaxThings ? $"等 {things.Count} 个" : "")}");
            }
            if (step.Errors > 0)
                parts.Add($"拒绝 {step.Errors} 处");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.File} 第 {number} 步 {step.Name}：{(parts.Count > 0 ? string.Join("；", parts) : "已检查")}"));
        }
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
