using System.Diagnostics;
using System.Globalization;
using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;
using Gongkai.Benchmarks.Rows;

namespace Gongkai.Benchmarks;

/// <summary>Measures every recipe and prints the tables; how far it is goes to standard error.</summary>
internal sealed class SpeedRun(SpeedOptions options)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Runs. Whatever happens, no process and no folder is left but the one that was to be kept.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("gongkai-speed-");
        try
        {
            var (titles, tables) = (new List<string>(), new List<IReadOnlyList<SpeedRow>>());
            Tell("publishing the site's program");
            await Programs.PublishSiteAsync(cancellationToken);
            SpeedTable.WriteHead(Console.Out, options.IsQuick);
            foreach (var recipe in options.Recipes)
            {
                var (entries, rows) = await MeasureAsync(recipe, scratch.CreateSubdirectory(tables.Count.ToString(CultureInfo.InvariantCulture)).FullName, cancellationToken);
                titles.Add(string.Create(CultureInfo.InvariantCulture, $"{entries:#,0} entries"));
                tables.Add(rows);
                SpeedTable.Write(Console.Out, titles[^1], rows);
            }

            if (tables.Count > 1)
                SpeedTable.WriteGrowth(Console.Out, titles, tables);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private async Task<(int Entries, IReadOnlyList<SpeedRow> Rows)> MeasureAsync(FileInfo recipe, string scratch, CancellationToken cancellationToken)
    {
        var data = options.KeptFolder is { } kept ? Path.Combine(kept, Path.GetFileNameWithoutExtension(recipe.Name)) : Path.Combine(scratch, "data");
        ImportTime? import = null;
        if (!Directory.Exists(data))
        {
            Tell($"importing {recipe.Name}");
            import = await Importing.RunAsync(recipe, data, cancellationToken);
        }

        var trial = new Trial(options, recipe, data, scratch, new Wrk(scratch));
        var entries = await CountAsync(data, cancellationToken);
        var rows = new List<SpeedRow>();
        foreach (var name in options.Rows)
        {
            Tell($"{recipe.Name}: {name}");
            try
            {
                rows.AddRange(await MeasureAsync(name, trial, import, entries, cancellationToken));
            }
            catch (BenchmarkException fault)
            {
                // The other rows are worth their time all the same.
                Tell(fault.Message);
                rows.Add(new(name, "could not be measured", "", "", "", IsMet: false, Cost: 0, ""));
            }
        }

        return (entries, rows);
    }

    private static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(string name, Trial trial, ImportTime? import, int entries, CancellationToken cancellationToken) => name switch
    {
        RowNames.Cached => [await CachedPage.MeasureAsync(trial, cancellationToken)],
        RowNames.First => [await FirstRendering.MeasureAsync(trial, cancellationToken)],
        RowNames.Search => await Searching.MeasureAsync(trial, cancellationToken),
        RowNames.Suggest => await Suggesting.MeasureAsync(trial, cancellationToken),
        RowNames.Index => await Indexing.MeasureAsync(trial, cancellationToken),
        RowNames.Import => import is null ? [] : await Importing.MeasureAsync(trial, import, entries, cancellationToken),
        RowNames.Publish => await Publishing.MeasureAsync(trial, cancellationToken),
        RowNames.Start => [await Starting.MeasureAsync(trial, cancellationToken)],
        RowNames.Memory => [await Memory.MeasureAsync(trial, cancellationToken)],
        _ => throw new UnreachableException(name),
    };

    private static async Task<int> CountAsync(string data, CancellationToken cancellationToken)
    {
        await using var site = await Server.StartSiteAsync(data, cancellationToken);
        return await Entries.CountAsync(site.Address, cancellationToken);
    }

    private void Tell(string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started):hh\\:mm\\:ss}  {what}"));
}
