using System.Globalization;
using System.Text.Json;
using Gongkai.Benchmarks.Processes;

namespace Gongkai.Benchmarks.Load;

/// <summary>The load generator.</summary>
internal sealed class Wrk(string folder)
{
    /// <summary>How many connections stand for a crowd.</summary>
    public const int Crowd = 16;

    // So many searches take a crowd on two slow cores a minute or two.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private int _runs;

    /// <summary>Asks for addresses in turn, as often as the time allows.</summary>
    public Task<LoadResult> RunAsync(Uri site, IReadOnlyList<string> paths, int connections, TimeSpan duration, CancellationToken cancellationToken) =>
        RunAsync(site, paths, connections, duration, limit: 0, [], cancellationToken);

    /// <summary>Asks for addresses in turn, so many in all, or as many as four minutes allow.</summary>
    public Task<LoadResult> RunAsync(Uri site, IReadOnlyList<string> paths, int connections, int limit, CancellationToken cancellationToken) =>
        RunAsync(site, paths, connections, Patience, limit, [], cancellationToken);

    /// <summary>Has pages made so many times, never taken from the cache: nothing is kept of who carries a token.</summary>
    public Task WarmAsync(Uri site, IReadOnlyList<string> paths, int limit, CancellationToken cancellationToken) =>
        RunAsync(site, paths, Crowd, TimeSpan.FromSeconds(20), limit, ["-H", "Authorization: Bearer none"], cancellationToken);

    private async Task<LoadResult> RunAsync(
        Uri site, IReadOnlyList<string> paths, int connections, TimeSpan duration, int limit, string[] headers, CancellationToken cancellationToken)
    {
        if (!site.IsLoopback)
            throw new BenchmarkException("Only a server on this machine is loaded.");
        var script = Path.Combine(folder, "wrk.lua");
        var list = Path.Combine(folder, "paths.txt");
        await using (var resource = typeof(Wrk).Assembly.GetManifestResourceStream("wrk.lua")!)
        await using (var file = File.Create(script))
            await resource.CopyToAsync(file, cancellationToken);
        await File.WriteAllLinesAsync(list, paths, cancellationToken);

        // One thread knows when the last request was made.
        var threads = limit > 0 ? 1 : Math.Min(2, connections);
        var offset = _runs++ * 100_000;
        string[] arguments =
        [
            Number(threads, "-t"), Number(connections, "-c"), Number((int)duration.TotalSeconds, "-d"), .. headers, "--timeout", "20s", "-s", script, site.ToString(),
            "--", list, Number(threads), Number(limit), Number(offset),
        ];
        var said = await Child.RunAsync("wrk", arguments, cancellationToken);
        var line = said.Split('\n').LastOrDefault(line => line.StartsWith('{')) ?? throw new BenchmarkException($"wrk said nothing of use:\n{said}");
        var result = JsonSerializer.Deserialize<LoadResult>(line)!;
        return result.Errors == 0 ? result : throw new BenchmarkException($"{result.Errors} of {result.Finished} requests failed ({paths[0]} …).");
    }

    private static string Number(int value, string prefix = "") => prefix + value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What came of a load.</summary>
/// <param name="Finished">How many requests were answered.</param>
/// <param name="Seconds">In what time.</param>
/// <param name="P50">The median of their times, in milliseconds.</param>
/// <param name="P99">What 99 of 100 did not exceed, in milliseconds.</param>
/// <param name="Errors">How many failed.</param>
internal sealed record LoadResult(int Finished, double Seconds, double P50, double P99, int Errors)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Finished / Seconds;
}
