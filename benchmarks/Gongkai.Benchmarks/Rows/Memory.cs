using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>What the site holds in memory after a crowd read entries, browsed the catalogue and searched.</summary>
internal static class Memory
{
    private const double TargetMegabytes = 500;
    private const int MostEntries = 10_000;

    /// <summary>Measures.</summary>
    public static async Task<SpeedRow> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        await using var site = await Server.StartSiteAsync(trial.Data, cancellationToken);
        await LoadAsync(await Entries.AddressesAsync(site.Address, MostEntries, cancellationToken));
        await LoadAsync(["/catalogue?until=DAY"]);
        await LoadAsync(Words.Addresses);
        var megabytes = site.Megabytes;
        return new("memory after a load run", $"{Figures.Of(megabytes)} MB", "", $"{Figures.Of(megabytes)} MB", $"≤ {TargetMegabytes} MB", megabytes <= TargetMegabytes, megabytes, "MB");

        async Task LoadAsync(IReadOnlyList<string> paths) => await trial.Wrk.RunAsync(site.Address, paths, Wrk.Crowd, trial.Options.LongTurn, cancellationToken);
    }
}
