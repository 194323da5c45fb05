using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>One page again and again, beside Kestrel that returns the same bytes.</summary>
internal static class CachedPage
{
    private const double Target = 0.7;

    /// <summary>Measures.</summary>
    public static async Task<SpeedRow> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        await using var site = await Server.StartSiteAsync(trial.Data, cancellationToken);
        var page = (await Entries.AddressesAsync(site.Address, 1, cancellationToken))[0];
        await Tape.RecordAsync(site.Address, [page], trial.Scratch, cancellationToken);
        await using var floor = await Server.StartOwnAsync(BareServer.Arguments(trial.Scratch), cancellationToken);

        var (ours, bare) = (new List<double>(), new List<double>());
        await LoadAsync(site);
        await LoadAsync(floor);
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            ours.Add(await LoadAsync(site));
            bare.Add(await LoadAsync(floor));
        }

        var (rate, floorRate) = (Figures.Median(ours), Figures.Median(bare));
        return new($"a cached page, {Wrk.Crowd} connections", $"{Figures.Of(rate)} requests/s", $"{Figures.Of(floorRate)} requests/s",
            $"{Figures.Of(rate / floorRate)} ×", $"≥ {Target} ×", rate / floorRate >= Target, 1_000_000 / rate, "µs a page");

        async Task<double> LoadAsync(Server server) => (await trial.Wrk.RunAsync(server.Address, [page], Wrk.Crowd, trial.Options.Turn, cancellationToken)).Rate;
    }
}
