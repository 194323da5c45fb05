using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>From the start of the process to the last byte of the first page, with the data there.</summary>
internal static class Starting
{
    private const double TargetSeconds = 2;

    /// <summary>Measures.</summary>
    public static async Task<SpeedRow> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < trial.Options.Starts; i++)
        {
            await using var site = await Server.StartSiteAsync(trial.Data, cancellationToken);
            times.Add(site.FirstPage.TotalSeconds);
        }

        var time = Figures.Median(times);
        return new("start to first page", $"{Figures.Of(time)} s", "", $"{Figures.Of(time)} s", $"≤ {TargetSeconds} s", time <= TargetSeconds, time, "s");
    }
}
