using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>What is proposed while somebody types: by characters, by pinyin, by its initials.</summary>
internal static class Suggesting
{
    private const double TargetMilliseconds = 10;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        await using var site = await Server.StartSiteAsync(trial.Data, cancellationToken);
        var rows = new List<SpeedRow>();
        foreach (var (name, typed) in Typed.All)
        {
            var addresses = typed.Select(text => $"/api/suggestions?q={Uri.EscapeDataString(text)}").ToList();
            await trial.Wrk.RunAsync(site.Address, addresses, 2, trial.Options.Turn, cancellationToken);
            var two = await trial.Wrk.RunAsync(site.Address, addresses, 2, trial.Options.LongTurn, cancellationToken);
            rows.Add(new($"suggestions {name}, 2 connections", $"p50 {Figures.Of(two.P50)} ms, p99 {Figures.Of(two.P99)} ms", "",
                $"p99 {Figures.Of(two.P99)} ms", $"p99 ≤ {TargetMilliseconds} ms", two.P99 <= TargetMilliseconds, two.P50, "ms at p50"));
        }

        return rows;
    }
}
