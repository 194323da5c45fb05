using System.Globalization;
using System.Text.Json;
using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>The whole command that imports a recipe into a site that is set up, until the index has everything.</summary>
internal static class Importing
{
    private const double Target = 0.4;

    /// <summary>Sets a data folder up and imports; the command's time and its peak memory.</summary>
    public static async Task<ImportTime> RunAsync(FileInfo recipe, string data, CancellationToken cancellationToken)
    {
        await SetUpAsync(data, cancellationToken);
        var (time, peak) = await Child.MeasureSiteAsync(["import", recipe.FullName, "--data", data, "--sample", "false"], cancellationToken);
        return new(time.TotalSeconds, peak);
    }

    /// <summary>Sets an empty data folder up.</summary>
    public static Task SetUpAsync(string data, CancellationToken cancellationToken) => Child.RunSiteAsync(["check", "--data", data, "--sample", "false"], cancellationToken);

    /// <summary>Measures the floor beside what an import took.</summary>
    public static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(Trial trial, ImportTime import, int entries, CancellationToken cancellationToken)
    {
        var floor = JsonSerializer.Deserialize<BareImportTime>(await Child.RunOwnAsync(BareImport.Arguments(trial.Data, trial.Scratch), cancellationToken))!;
        var bare = floor.Insert + floor.Add;
        return
        [
            new("import with indexing, the whole command", $"{Seconds(import.Seconds)}, {Figures.Of(entries / import.Seconds)} items/s",
                $"{Seconds(bare)} (INSERT {Seconds(floor.Insert)}, addDocument {Seconds(floor.Add)})",
                $"{Figures.Of(bare / import.Seconds)} ×", $"≥ {Target} ×", bare / import.Seconds >= Target, 1000 * import.Seconds / entries, "ms an item"),
            new("its peak memory", $"{Figures.Of(import.PeakMegabytes)} MB", "", $"{Figures.Of(import.PeakMegabytes)} MB", "flat in the recipe's size", null, import.PeakMegabytes, "MB"),
        ];
    }

    private static string Seconds(double seconds) => seconds.ToString("#,0.0", CultureInfo.InvariantCulture) + " s";
}

/// <summary>What an import took.</summary>
/// <param name="Seconds">From the start of the process to its end.</param>
/// <param name="PeakMegabytes">The most memory it held.</param>
internal sealed record ImportTime(double Seconds, double PeakMegabytes);
