using System.Globalization;
using Gongkai.Benchmarks.Report;

namespace Gongkai.Benchmarks.Relevance;

/// <summary>Prints outcomes by kind, with 95 % intervals.</summary>
internal static class RelevanceTable
{
    private const double Normal95 = 1.96;

    private static readonly (string Name, Func<RatedQuery, bool> Has)[] Kinds =
    [
        ("title", query => query.Kind == "title"),
        ("number", query => query.Kind == "number"),
        ("phrase", query => query.Kind == "phrase"),
        ("question → policy", query => query is { Kind: "question", Subkind: "policy" }),
        ("question → statute", query => query is { Kind: "question", Subkind: "statute" }),
        ("other-script titles", query => query.Kind == "script" && query.Subkind?.EndsWith("title", StringComparison.Ordinal) == true),
        ("other-script questions", query => query.Kind == "script" && query.Subkind?.EndsWith("question", StringComparison.Ordinal) == true),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="outcomes">Ours.</param>
    /// <param name="floor">The floor's; empty when it was left out.</param>
    /// <param name="titles">Titles by id, to tell the Civil Code from other laws.</param>
    /// <param name="halves">Whether to print both random halves.</param>
    public static void Write(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> floor, IReadOnlyDictionary<string, string> titles, bool halves)
    {
        Console.WriteLine("| kind (queries) | floor, hit@1 / hit@10 | hit@1 | hit@10 | MRR | nDCG@10 |" + (halves ? " hit@1 of half A / B | hit@10 of half A / B |" : ""));
        Console.WriteLine("|---|---|---|---|---|---|" + (halves ? "---|---|" : ""));
        foreach (var (name, has) in Kinds)
            Row(name, has);
        Row("· statute: Civil Code", query => query is { Kind: "question", Subkind: "statute" } && IsCivilCode(query));
        Row("· statute: other laws", query => query is { Kind: "question", Subkind: "statute" } && !IsCivilCode(query));
        var byLaw = outcomes.Where(outcome => outcome.Query is { Kind: "question", Subkind: "statute" }).GroupBy(outcome => titles.GetValueOrDefault(outcome.Query.RelevantIds[0], "")).ToList();
        if (byLaw.Count > 0)
            Console.WriteLine($"| · statute: mean of {byLaw.Count} laws | | {Figure(byLaw.Average(law => law.Average(outcome => outcome.First)))} | {Figure(byLaw.Average(law => law.Average(outcome => outcome.Ten)))} | | |");

        void Row(string name, Func<RatedQuery, bool> has)
        {
            var ours = outcomes.Where(outcome => has(outcome.Query)).ToList();
            if (ours.Count == 0)
                return;
            var bare = floor.Where(outcome => has(outcome.Query)).ToList();
            var (a, b) = (ours.Where(IsOfFirstHalf).ToList(), ours.Where(outcome => !IsOfFirstHalf(outcome)).ToList());
            Console.WriteLine($"| {name} ({ours.Count}) | {(bare.Count == 0 ? "" : Figure(Mean(bare, One)) + " / " + Figure(Mean(bare, Ten)))} | {With(ours, One)} | {With(ours, Ten)} "
                + $"| {With(ours, outcome => outcome.ReciprocalRank)} | {With(ours, outcome => outcome.Gain)} |"
                + (halves ? $" {Figure(Mean(a, One))} / {Figure(Mean(b, One))} | {Figure(Mean(a, Ten))} / {Figure(Mean(b, Ten))} |" : ""));
        }

        bool IsCivilCode(RatedQuery query) => query.RelevantIds.Any(id => titles.GetValueOrDefault(id, "").Contains("民法典 ", StringComparison.Ordinal));
    }

    /// <summary>Prints the head of a table of weights tried.</summary>
    public static void WriteSweepHead()
    {
        Console.WriteLine($"| weight | {string.Join(" | ", Kinds.Select(kind => kind.Name))} |");
        Console.WriteLine("|---|" + string.Concat(Kinds.Select(_ => "---|")));
    }

    /// <summary>Prints hit@1 / hit@10 with one value of a weight; of questions to statutes also hit@1 of both halves.</summary>
    public static void WriteSweep(string weight, IReadOnlyList<Outcome> outcomes) => Console.WriteLine($"| {weight} | {string.Join(" | ", Kinds.Select(kind => Cell(kind.Name, [.. outcomes.Where(outcome => kind.Has(outcome.Query))])))} |");

    private static string Cell(string kind, List<Outcome> outcomes) => $"{Figure(Mean(outcomes, One))} / {Figure(Mean(outcomes, Ten))}"
        + (kind.StartsWith("question", StringComparison.Ordinal) ? $" ({Figure(Mean([.. outcomes.Where(IsOfFirstHalf)], One))}, {Figure(Mean([.. outcomes.Where(outcome => !IsOfFirstHalf(outcome))], One))})" : "");

    /// <summary>Prints how fast the queries were answered.</summary>
    public static void WriteTimes(IReadOnlyList<double> milliseconds) =>
        Console.WriteLine($"\n{milliseconds.Count} queries, one after the other: p50 {Figures.Of(Figures.Median(milliseconds))} ms, p99 {Figures.Of(Figures.Percentile(milliseconds, 0.99))} ms.");

    private static double One(Outcome outcome) => outcome.First;

    private static double Ten(Outcome outcome) => outcome.Ten;

    /// <summary>Halves that are the same in every run, whatever the file's order.</summary>
    private static bool IsOfFirstHalf(Outcome outcome) => outcome.Query.Id.Aggregate(17u, (hash, c) => (hash * 31) + c) % 7919 % 2 == 0;

    private static double Mean(List<Outcome> outcomes, Func<Outcome, double> of) => outcomes.Count == 0 ? 0 : outcomes.Average(of);

    private static string With(List<Outcome> outcomes, Func<Outcome, double> of)
    {
        var mean = Mean(outcomes, of);
        var variance = outcomes.Average(outcome => Math.Pow(of(outcome) - mean, 2));
        return Figure(mean) + " ± " + Figure(Normal95 * Math.Sqrt(variance / outcomes.Count));
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
