using System.Globalization;
using System.Text.Json;
using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>The whole command that builds the index anew, and what the index takes beside one that knows nothing of passages.</summary>
internal static class Indexing
{
    private const double Target = 0.5;
    private const double TargetSize = 2;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        var (time, _) = await Child.MeasureSiteAsync(["reindex", "--data", trial.Data, "--sample", "false"], cancellationToken);
        var bare = await AddAsync("bare-index", withPassages: true);
        var whole = await AddAsync("bare-whole", withPassages: false);
        var size = IndexSize.Megabytes(Directory.GetDirectories(Path.Combine(trial.Data, "index")).Order(StringComparer.Ordinal).Last());
        var (ratio, times) = (bare.Seconds / time.TotalSeconds, size / whole.Megabytes);
        return
        [
            new("the index built anew, the whole command", $"{Number(time.TotalSeconds)} s, {Figures.Of(bare.Documents / time.TotalSeconds)} items/s", $"addDocument {Number(bare.Seconds)} s",
                $"{Figures.Of(ratio)} ×", $"≥ {Target} ×", ratio >= Target, 1000 * time.TotalSeconds / bare.Documents, "ms an item"),
            new("its size; floor: without passages", $"{Number(size)} MB", $"{Number(whole.Megabytes)} MB", $"{Figures.Of(times)} ×", $"≤ {TargetSize} ×", times <= TargetSize, size, "MB"),
        ];

        async Task<BareIndexing> AddAsync(string folder, bool withPassages) => JsonSerializer.Deserialize<BareIndexing>(
            await Child.RunOwnAsync(BareIndex.Arguments(trial.Data, Path.Combine(trial.Scratch, folder), withPassages), cancellationToken))!;
    }

    private static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}
