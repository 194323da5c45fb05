using System.Diagnostics;
using System.Globalization;
using Gongkai.Benchmarks.Load;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Gongkai.Benchmarks.Floors;

/// <summary>The floor under searches: Lucene.Net that runs the same compiled queries on the same index for the best twenty, without facets, snippets or pages.</summary>
internal static class BareSearch
{
    /// <summary>The command's name.</summary>
    public const string Name = "bare-search";

    private const int Hits = 20;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The arguments that run it on a data folder.</summary>
    public static string[] Arguments(string data, int threads, TimeSpan duration) =>
        [Name, "--data", data, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--seconds", ((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture)];

    /// <summary>Searches and prints queries a second.</summary>
    public static void Run(string data, int threads, TimeSpan duration)
    {
        using var folder = IndexFolder.Take(Path.Combine(data, "index"));
        // The floor knows the files' formats, too.
        _ = IndexCodec.Instance;
        using var directory = new NIOFSDirectory(folder.CurrentPath ?? throw new BenchmarkException($"There is no index in {data}."));
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new SearchSimilarity(RankingWeights.Default.BodyLength) };
        var places = new WordPlaces(reader);
        Query[] queries = [.. Words.All.Select(word => new QueryCompiler(RankingWeights.Default, Vocabulary.Empty, places).Compile(ParsedQuery.Parse(word), relaxed: false).Query)];

        Search(searcher, queries, threads, WarmUp);
        var (count, seconds) = Search(searcher, queries, threads, duration);
        Console.WriteLine((count / seconds).ToString(CultureInfo.InvariantCulture));
    }

    private static (long Count, double Seconds) Search(IndexSearcher searcher, Query[] queries, int threads, TimeSpan duration)
    {
        var next = 0L;
        var started = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            while (Stopwatch.GetElapsedTime(started) < duration)
                searcher.Search(queries[(int)(Interlocked.Increment(ref next) % queries.Length)], Hits);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return (next, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
