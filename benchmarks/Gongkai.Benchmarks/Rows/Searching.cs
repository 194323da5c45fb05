using System.Globalization;
using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Load;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Rows;

/// <summary>Result pages with facets and marking, none of them from the cache: how long two people wait, and how many a crowd gets beside bare Lucene.Net.</summary>
internal static class Searching
{
    private const double TargetMilliseconds = 25;
    private const double TargetOfQuestions = 100;
    private const double Target = 0.5;
    private const int Many = 10_000;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        await using var site = await Server.StartSiteAsync(trial.Data, cancellationToken);
        await LoadAsync(2, trial.Options.Turn);
        var two = await LoadAsync(2, trial.Options.LongTurn);
        var questions = await trial.Wrk.RunAsync(site.Address, Words.QuestionAddresses, 2, trial.Options.LongTurn, cancellationToken);
        await trial.Wrk.RunAsync(site.Address, Words.Addresses, Wrk.Crowd, Many, cancellationToken);
        var later = await LoadAsync(2, trial.Options.LongTurn);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            ours.Add((await LoadAsync(Wrk.Crowd, trial.Options.Turn)).Rate);
            var said = await Child.RunOwnAsync(BareSearch.Arguments(trial.Data, Wrk.Crowd, trial.Options.Turn), cancellationToken);
            bare.Add(double.Parse(said, CultureInfo.InvariantCulture));
        }

        var (rate, floorRate) = (Figures.Median(ours), Figures.Median(bare));
        return
        [
            Waiting("a search page, words of up to four characters, 2 connections", two, TargetMilliseconds),
            Waiting("the same after 10,000 more of them", later, TargetMilliseconds),
            Waiting("the same, whole questions", questions, TargetOfQuestions),
            new($"words, {Wrk.Crowd} connections; floor: {Wrk.Crowd} threads, top 20 only", $"{Figures.Of(rate)} requests/s", $"{Figures.Of(floorRate)} queries/s",
                $"{Figures.Of(rate / floorRate)} ×", $"≥ {Target} ×", rate / floorRate >= Target, 1000 / rate, "ms a page"),
        ];

        Task<LoadResult> LoadAsync(int connections, TimeSpan duration) => trial.Wrk.RunAsync(site.Address, Words.Addresses, connections, duration, cancellationToken);
    }

    private static SpeedRow Waiting(string work, LoadResult load, double target) =>
        new(work, $"p50 {Figures.Of(load.P50)} ms, p99 {Figures.Of(load.P99)} ms", "", $"p99 {Figures.Of(load.P99)} ms", $"p99 ≤ {target} ms", load.P99 <= target, load.P50, "ms at p50");
}
