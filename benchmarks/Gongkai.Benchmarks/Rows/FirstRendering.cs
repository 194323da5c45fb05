using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>4,000 different entries, each page rendered for the first time, beside Kestrel that returns the same bytes. The site is started anew for every turn, and warmed with other pages.</summary>
internal static class FirstRendering
{
    private const double Target = 0.08;
    private const int Pages = 4000;
    private const int WarmUp = 450;

    /// <summary>Measures.</summary>
    public static async Task<SpeedRow> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            List<string> pages;
            await using (var site = await Server.StartSiteAsync(trial.Data, cancellationToken))
            {
                var entries = await Entries.AddressesAsync(site.Address, WarmUp + Pages, cancellationToken);
                if (entries.Count < WarmUp + Pages)
                    throw new BenchmarkException($"The recipe has {entries.Count} entries; {WarmUp + Pages} are needed.");
                pages = entries[WarmUp..];
                // The floor is as warm: what is compared is work, not the JIT.
                await trial.Wrk.WarmAsync(site.Address, entries[..WarmUp], 5 * Pages, cancellationToken);
                ours.Add((await trial.Wrk.RunAsync(site.Address, pages, Wrk.Crowd, Pages, cancellationToken)).Rate);
                if (round == 0)
                    await Tape.RecordAsync(site.Address, pages, trial.Scratch, cancellationToken);
            }

            await using var floor = await Server.StartOwnAsync(BareServer.Arguments(trial.Scratch), cancellationToken);
            await trial.Wrk.RunAsync(floor.Address, pages, Wrk.Crowd, Pages, cancellationToken);
            bare.Add((await trial.Wrk.RunAsync(floor.Address, pages, Wrk.Crowd, 10 * Pages, cancellationToken)).Rate);
        }

        var (rate, floorRate) = (Figures.Median(ours), Figures.Median(bare));
        return new($"a page rendered for the first time, {Wrk.Crowd} connections", $"{Figures.Of(rate)} requests/s", $"{Figures.Of(floorRate)} requests/s",
            $"{Figures.Of(rate / floorRate)} ×", $"≥ {Target} ×", rate / floorRate >= Target, 1_000_000 / rate, "µs a page");
    }
}
