using System.Diagnostics;
using System.Net;
using Gongkai.Tests;

namespace OrchardSite.Tests;

/// <summary>Kills the real program at a random moment and looks at what it left. Each round begins on a copy of a site that is set up.</summary>
internal sealed class KillRounds : IAsyncDisposable
{
    private const int Pages = 3000;
    private const string Recipe = "pages.json";
    private const string Export = "whole.json";

    private readonly SitePlace _empty;
    private readonly SitePlace _whole;
    private readonly Dictionary<KillSort, TimeSpan> _begins = [];
    private readonly Dictionary<KillSort, TimeSpan> _durations = [];

    private KillRounds(SitePlace empty, SitePlace whole) => (_empty, _whole) = (empty, whole);

    /// <summary>Sets a site up and imports into a copy of it without a kill: what every killed one is compared with.</summary>
    public static async Task<KillRounds> PrepareAsync(PostgresCluster? cluster)
    {
        var empty = await SitePlace.CreateAsync(cluster);
        await PageRecipe.WriteAsync(empty.At(Recipe), Pages);
        await empty.DoAsync("check");
        var rounds = new KillRounds(empty, await empty.CopyAsync());
        // An import begins with what every command begins with: a kill then would prove little.
        rounds._begins[KillSort.Import] = await TimeAsync(() => rounds._empty.DoAsync("check"));
        rounds._durations[KillSort.Import] = await TimeAsync(() => rounds._whole.DoAsync("import", Recipe));
        rounds._durations[KillSort.Indexing] = await TimeAsync(() => rounds._whole.DoAsync("reindex"));
        rounds._durations[KillSort.Publishing] = TimeSpan.FromSeconds(2);
        await rounds._whole.DoAsync("export", Export);
        return rounds;
    }

    public Task<KillRound> RunAsync(KillSort sort) => sort switch
    {
        KillSort.Import => KillImportAsync(),
        KillSort.Publishing => KillPublishingAsync(),
        _ => KillIndexingAsync(),
    };

    public async ValueTask DisposeAsync()
    {
        await _empty.DisposeAsync();
        await _whole.DisposeAsync();
    }

    private async Task<KillRound> KillImportAsync()
    {
        await using var place = await _empty.CopyAsync();
        using var import = place.Start("import", Recipe);
        var (moment, said) = await KillAsync(import, KillSort.Import);
        var round = new KillRound(KillSort.Import, moment);
        var isAcknowledged = said.Contains("导入完毕", StringComparison.Ordinal);

        await CheckAsync(place, round);
        await using (var server = await SiteServer.StartAsync(place))
        {
            var listed = await server.ListedAsync("Page");
            // All that is listed, and what comes before and after it in the recipe.
            foreach (var id in listed.Where((_, i) => i % 50 == 0).Concat(Enumerable.Range(0, 10).Select(i => PageRecipe.IdOf(Math.Min(listed.Count + i, Pages - 1)))).Distinct())
                await LookAsync(server, id, listed, round);
            round = round with { Moment = $"{moment}, {listed.Count} of {Pages} pages in" };
            if (isAcknowledged && listed.Count < Pages)
                round.Lost.Add($"{Pages - listed.Count} pages");
        }

        var (code, output) = await place.RunAsync("import", Recipe);
        if (code != 0)
            round.Faults.Add($"the second import ended with {code}: {output}");
        await place.DoAsync("export", Export);
        var (exported, expected) = (await File.ReadAllBytesAsync(place.At(Export)), await File.ReadAllBytesAsync(_whole.At(Export)));
        if (!exported.SequenceEqual(expected))
            round.Faults.Add("the export is not that of an import that was not killed");
        await CheckAsync(place, round);
        return round;
    }

    private async Task<KillRound> KillPublishingAsync()
    {
        await using var place = await _empty.CopyAsync();
        using var driver = place.StartProgram(typeof(KillProgram).Assembly.Location, "publish", place.Folder, "k");
        var first = await driver.StandardOutput.ReadLineAsync();
        while (first is not null && !first.StartsWith("published", StringComparison.Ordinal))
            first = await driver.StandardOutput.ReadLineAsync();
        var (moment, said) = await KillAsync(driver, KillSort.Publishing);
        var promises = said.Split('\n').Prepend(first ?? "").Select(line => line.Trim().Split(' ')).Where(words => words is ["published" or "withdrawn", { Length: 6 }]).ToList();
        var round = new KillRound(KillSort.Publishing, $"{moment}, {promises.Count} promises");

        await CheckAsync(place, round);
        await using var server = await SiteServer.StartAsync(place);
        var listed = await server.ListedAsync("Page");
        var states = promises.GroupBy(words => words[1], words => words[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        // The last one that was promised may have been withdrawn since, and the one after it published, without a word.
        var last = states.Keys.Max(StringComparer.Ordinal) ?? "k-0000";
        var next = $"k-{int.Parse(last[2..], System.Globalization.CultureInfo.InvariantCulture) + 1:0000}";
        foreach (var id in states.Keys.Append(next))
        {
            var visible = new List<bool>();
            foreach (var one in KillProgram.Pair(id))
                visible.Add(await LookAsync(server, one, listed, round));
            if (visible[0] != visible[1])
                round.Half.Add($"{id}: one of two items of one call");
            if (states.TryGetValue(id, out var state) && visible[0] != (state == "published") && id != last)
                round.Lost.Add($"{id} was {state}");
            if (id == last && state == "withdrawn" && visible[0])
                round.Lost.Add($"{id} was {state}");
        }

        return round;
    }

    private async Task<KillRound> KillIndexingAsync()
    {
        await using var place = await _whole.CopyAsync();
        using var reindex = place.Start("reindex");
        var (moment, _) = await KillAsync(reindex, KillSort.Indexing);
        var round = new KillRound(KillSort.Indexing, moment);

        await using (var server = await SiteServer.StartAsync(place))
        {
            var listed = await server.ListedAsync("Page");
            if (listed.Count != Pages)
                round.Half.Add($"the search has {listed.Count} of {Pages} pages");
            foreach (var id in listed.Where((_, i) => i % 100 == 0))
                await LookAsync(server, id, listed, round);
        }

        await CheckAsync(place, round);
        return round;
    }

    /// <summary>Whether readers see an item; page, API and list must agree.</summary>
    private static async Task<bool> LookAsync(SiteServer server, string id, HashSet<string> listed, KillRound round)
    {
        var (page, text) = await server.ReadAsync("/" + id);
        var (api, _) = await server.ReadAsync("/api/content/" + id);
        var isThere = page == HttpStatusCode.OK;
        if (isThere != (api == HttpStatusCode.OK) || isThere != listed.Contains(id) || (isThere && !text.Contains("正文", StringComparison.Ordinal)))
            round.Half.Add($"{id}: page {page}, API {api}, {(listed.Contains(id) ? "listed" : "not listed")}");
        return isThere;
    }

    private static async Task CheckAsync(SitePlace place, KillRound round)
    {
        var (code, output) = await place.RunAsync("check");
        if (code != 0)
            round.Faults.Add("check: " + output);
    }

    /// <summary>Kills a process at a random moment of the time that it takes; says when, and what it had said.</summary>
    private async Task<(string Moment, string Said)> KillAsync(Process process, KillSort sort)
    {
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var begin = _begins.GetValueOrDefault(sort);
        var moment = begin + ((_durations[sort] - begin) * Random.Shared.NextDouble());
        // The one place where a test waits for the clock: the moment is what it is about.
        var ended = process.WaitForExitAsync();
        await Task.WhenAny(ended, Task.Delay(moment));
        var wasDone = process.HasExited;
        process.Kill();
        await ended;
        await errors;
        return ($"after {moment.TotalMilliseconds:0} ms{(wasDone ? " (it was done)" : "")}", await said);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
