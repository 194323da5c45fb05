using System.Diagnostics;
using System.Globalization;
using Gongkai.Content;
using Gongkai.Search;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Text;
using ICU4N.Text;
using OrchardSite.CommandLine;
using OrchardSite.Hosting;

namespace Gongkai.Benchmarks.Relevance;

/// <summary>Scores rated queries over the site's own index: the corpus is imported as any recipe, and searched as by the search page.</summary>
internal sealed class RelevanceRun(RelevanceOptions options)
{
    private const int Depth = 10;

    /// <summary>Runs and prints the table.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("gongkai-relevance-");
        try
        {
            var data = options.KeptFolder ?? Path.Combine(scratch.FullName, "data");
            if (!Directory.Exists(data))
            {
                await SiteCommands.RunAsync(["check", "--data", data, "--sample", "false"]);
                if (await SiteCommands.RunAsync(["import", options.Recipe.FullName, "--data", data, "--sample", "false"]) != 0)
                    throw new BenchmarkException($"{options.Recipe.Name} cannot be imported.");
            }

            await using var app = SiteHost.Build(new(data, false));
            await SiteStart.PrepareAsync(app, cancellationToken);
            await ScoreAsync(app.Services, RatedQuery.Read(options.Queries), cancellationToken);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private async Task ScoreAsync(IServiceProvider services, IReadOnlyList<RatedQuery> queries, CancellationToken cancellationToken)
    {
        using var floor = new NaiveFloor();
        var sketches = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var titles = await ReadAsync(services, floor, sketches, cancellationToken);
        var byTitle = titles.ToLookup(item => HanFolding.Fold(item.Value), item => item.Key, StringComparer.Ordinal);
        if (options.Sweeps.Count > 0)
        {
            Sweep(services, queries, Judge, cancellationToken);
            return;
        }

        var search = SearchOf(services, Weights(options.Overrides));
        _ = Ask(queries[0].Query);
        var (ours, bare, times) = (new List<Outcome>(), new List<Outcome>(), new List<double>());
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            var found = Ask(query.Query);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            ours.Add(Judge(query, found));
            if (options.HasFloor)
                bare.Add(Judge(query, floor.Search(query.Query)));
            if (options.Misses && ours[^1].First == 0)
                Console.WriteLine($"{query.Kind}/{query.Subkind}: {query.Query.ReplaceLineEndings(" ")}\n    want {string.Join(" · ", query.RelevantIds.Select(TitleOf).Distinct())}\n    have {string.Join(" · ", found.Take(3).Select(TitleOf))}");
        }

        RelevanceTable.Write(ours, bare, titles, options.Halves);
        RelevanceTable.WriteTimes(times);
        if (options.HasFloor)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The same ten hits when typed in the other script: {OtherScript(queries):0.0000} of the queries."));

        List<string> Ask(string query) => Top(search, query, cancellationToken);

        string TitleOf(string id) => titles.GetValueOrDefault(id, id);

        Outcome Judge(RatedQuery query, IReadOnlyList<string> found)
        {
            // One of the same title answers as well; to a question about a policy, one of nearly the same text.
            var relevant = query.RelevantIds.SelectMany(id => titles.TryGetValue(id, out var title) ? byTitle[HanFolding.Fold(title)] : [id]).ToHashSet(StringComparer.Ordinal);
            var twins = query is { Kind: "question", Subkind: "policy" } ? relevant.Where(sketches.ContainsKey).Select(id => sketches[id]).ToList() : [];
            var top = found.Select(id => relevant.Contains(id) || twins.Exists(twin => TextSketch.AreTwins(twin, sketches.GetValueOrDefault(id)))).ToList();
            return new(query, top, Math.Max(relevant.Count, top.Count(isRelevant => isRelevant)));
        }

        double OtherScript(IReadOnlyList<RatedQuery> all)
        {
            var simplify = Transliterator.GetInstance("Traditional-Simplified");
            var complicate = Transliterator.GetInstance("Simplified-Traditional");
            var pairs = all.Where(query => query.Kind is not "number").Select(query => (Simplified: simplify.Transliterate(query.Query), Traditional: complicate.Transliterate(query.Query))).ToList();
            return pairs.Average(pair => Ask(pair.Simplified).SequenceEqual(Ask(pair.Traditional)) ? 1.0 : 0.0);
        }
    }

    private async Task<Dictionary<string, string>> ReadAsync(IServiceProvider services, NaiveFloor floor, Dictionary<string, byte[]> sketches, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var scope = services.CreateAsyncScope();
        await using var inner = services.CreateAsyncScope();
        var html = inner.ServiceProvider.GetRequiredService<IContentReader>();
        await foreach (var item in scope.ServiceProvider.GetRequiredService<IContentReader>().StreamAsync(["DisclosureEntry"], VersionOption.Published, cancellationToken))
        {
            titles[item.ContentItemId] = item.DisplayText;
            var text = string.Concat((await html.GetHtmlAsync(item, cancellationToken)).Values.Select(HtmlText.Of));
            sketches[item.ContentItemId] = TextSketch.Of(text);
            if (options.HasFloor)
                floor.Add(item.ContentItemId, item.DisplayText, text);
        }

        return titles;
    }

    private void Sweep(IServiceProvider services, IReadOnlyList<RatedQuery> queries, Func<RatedQuery, IReadOnlyList<string>, Outcome> judge, CancellationToken cancellationToken)
    {
        RelevanceTable.WriteSweepHead();
        foreach (var sweep in options.Sweeps.Select(sweep => sweep.Split('=')))
        {
            foreach (var value in sweep[1].Split(','))
            {
                var search = SearchOf(services, Weights([.. options.Overrides, $"{sweep[0]}={value}"]));
                RelevanceTable.WriteSweep($"{sweep[0]} = {value}", [.. queries.Select(query => judge(query, Top(search, query.Query, cancellationToken)))]);
            }
        }
    }

    private static List<string> Top(LuceneSearch search, string query, CancellationToken cancellationToken) =>
        [.. search.Search(new SearchRequest { Query = query, Size = Depth }, cancellationToken).Hits.Select(hit => hit.Item.ContentItemId)];

    private static LuceneSearch SearchOf(IServiceProvider services, RankingWeights weights) => new(
        services.GetRequiredService<IndexFollower>(), services.GetRequiredService<VocabularyFollower>(), services.GetRequiredService<Taxonomies>(),
        services.GetRequiredService<IContentDefinitions>(), new RequestRun(services.GetRequiredService<VocabularyFollower>(), services.GetRequiredService<Taxonomies>(), weights));

    private static RankingWeights Weights(IEnumerable<string> overrides)
    {
        var weights = RankingWeights.Default with { };
        foreach (var set in overrides)
        {
            var parts = set.Split('=');
            var property = typeof(RankingWeights).GetProperty(parts[0]) is { CanWrite: true } found && parts.Length == 2 ? found : throw new BenchmarkException($"There is no weight to set by “{set}”.");
            property.SetValue(weights, Convert.ChangeType(parts[1], property.PropertyType, CultureInfo.InvariantCulture));
        }

        return weights;
    }
}
