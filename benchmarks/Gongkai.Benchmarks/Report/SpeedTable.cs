using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongkai.Benchmarks.Report;

/// <summary>Writes rows as Markdown.</summary>
internal static class SpeedTable
{
    /// <summary>Says where and when.</summary>
    public static void WriteHead(TextWriter output, bool isQuick) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({ModelName()}) shared with the load generator, {RuntimeInformation.FrameworkDescription}{(isQuick ? ", quick run" : "")}."));

    /// <summary>The table of one recipe.</summary>
    public static void Write(TextWriter output, string title, IReadOnlyList<SpeedRow> rows)
    {
        output.WriteLine();
        output.WriteLine($"### {title}");
        output.WriteLine();
        output.WriteLine("| work | here | floor | result | target | met |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in rows)
            output.WriteLine($"| {row.Work} | {row.Ours} | {row.Floor} | {row.Result} | {row.Target} | {row.IsMet switch { true => "yes", false => "**no**", null => "" }} |");
    }

    /// <summary>What the same work costs from one recipe to the next.</summary>
    public static void WriteGrowth(TextWriter output, IReadOnlyList<string> titles, IReadOnlyList<IReadOnlyList<SpeedRow>> tables)
    {
        output.WriteLine();
        output.WriteLine("### How cost grows");
        output.WriteLine();
        output.WriteLine($"| cost | {string.Join(" | ", titles)} | growth |");
        output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", titles.Count + 1))}");
        foreach (var first in tables[0])
        {
            var costs = tables.Select(table => table.FirstOrDefault(row => row.Work == first.Work)?.Cost).ToList();
            if (costs.TrueForAll(cost => cost is > 0))
                output.WriteLine($"| {first.Work}, {first.Unit} | {string.Join(" | ", costs.Select(cost => Figures.Of(cost!.Value)))} | × {Figures.Of(costs[^1]!.Value / costs[0]!.Value)} |");
        }
    }

    private static string ModelName() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
