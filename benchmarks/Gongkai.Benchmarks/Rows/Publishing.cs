using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Benchmarks.Processes;
using Gongkai.Benchmarks.Report;
using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Search;
using OrchardSite.Hosting;

namespace Gongkai.Benchmarks.Rows;

/// <summary>How long after an editor's command a page is found by the search of the same process, idle and during an import.</summary>
internal static class Publishing
{
    /// <summary>The name of the command that publishes, in a process that is a whole site.</summary>
    public const string Name = "publish-pages";

    private const double TargetMilliseconds = 300;
    private const int WarmUp = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures, in a site that has the recipe and in one that is just importing it.</summary>
    public static async Task<IReadOnlyList<SpeedRow>> MeasureAsync(Trial trial, CancellationToken cancellationToken)
    {
        var fresh = Path.Combine(trial.Scratch, "fresh");
        await Importing.SetUpAsync(fresh, cancellationToken);
        return
        [
            await RowAsync("publish to visible in search", [Name, "--data", trial.Data]),
            await RowAsync("the same during an import", [Name, "--data", fresh, "--recipe", trial.Recipe.FullName]),
        ];

        async Task<SpeedRow> RowAsync(string work, string[] arguments)
        {
            var said = await Child.RunOwnAsync([.. arguments, "--count", trial.Options.Publications.ToString(CultureInfo.InvariantCulture)], cancellationToken);
            var times = JsonSerializer.Deserialize<double[]>(said.Split('\n').Last(line => line.StartsWith('[')))!;
            var (p50, p99) = (Figures.Percentile(times, 0.5), Figures.Percentile(times, 0.99));
            return new(work, $"p50 {Figures.Of(p50)} ms, p99 {Figures.Of(p99)} ms ({times.Length} pages)", "", $"p99 {Figures.Of(p99)} ms", $"p99 ≤ {TargetMilliseconds} ms",
                p99 <= TargetMilliseconds, p50, "ms at p50");
        }
    }

    /// <summary>Publishes pages one after the other and prints the milliseconds that each took.</summary>
    /// <param name="data">The site's data folder.</param>
    /// <param name="recipe">A recipe to import meanwhile, or null.</param>
    /// <param name="count">How many pages at most; fewer when the import has ended before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string data, string? recipe, int count, CancellationToken cancellationToken)
    {
        await using var site = SiteHost.Build(new(data, false, "http://127.0.0.1:0"));
        await SiteStart.PrepareAsync(site, cancellationToken);
        await site.Services.GetRequiredService<SearchIndex>().KeepAsync(cancellationToken);
        await site.StartAsync(cancellationToken);
        var published = new List<ContentOperation>();
        for (var i = 0; i < WarmUp; i++)
            await PublishNextAsync();

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var importing = new TaskCompletionSource();
        var import = recipe is null ? Task.Delay(Timeout.Infinite, stopping.Token) : ImportAsync(site, recipe, importing, stopping.Token);
        if (recipe is not null)
            await Task.WhenAny(importing.Task, import);
        var times = new List<double>();
        while (times.Count < count && !import.IsCompleted)
        {
            times.Add((await PublishNextAsync()).TotalMilliseconds);
            await Task.Delay(Pause, cancellationToken);
        }

        await stopping.CancelAsync();
        await import.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ExecuteAsync(site, published, cancellationToken);
        await site.StopAsync(cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(times));

        async Task<TimeSpan> PublishNextAsync()
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"measure{Environment.ProcessId}x{published.Count}");
            published.Add(new Delete(word));
            return await PublishAsync(site, word, cancellationToken);
        }
    }

    private static async Task<TimeSpan> PublishAsync(WebApplication site, string word, CancellationToken cancellationToken)
    {
        var search = site.Services.GetRequiredService<ISearch>();
        var page = new ContentItem("Page", word)
        {
            Json =
            {
                ["TitlePart"] = new JsonObject { ["Title"] = $"测速页面 {word}" },
                ["AutoroutePart"] = new JsonObject { ["Path"] = word },
                ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "本页只用于测速，随后删除。" },
            },
        };
        var started = Stopwatch.GetTimestamp();
        await ExecuteAsync(site, [new SaveDraft(page, null), new Publish(word)], cancellationToken);
        while (search.Search(new() { Query = word, CountFacets = false }, cancellationToken).Total == 0)
            await Task.Yield();
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task ExecuteAsync(WebApplication site, IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations, cancellationToken);
        if (!result.Succeeded)
            throw new BenchmarkException(string.Join('\n', result.Results.SelectMany(one => one.Errors)));
    }

    private static async Task ImportAsync(WebApplication site, string recipe, TaskCompletionSource importing, CancellationToken cancellationToken)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var progress = new Stages(importing);
        var report = await Task.Run(
            () => scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([RecipeSource.File(recipe)], progress: progress, cancellationToken: cancellationToken), cancellationToken);
        if (!report.Succeeded)
            throw new BenchmarkException(string.Join('\n', report.Problems.Select(problem => problem.ToString())));
    }

    private sealed class Stages(TaskCompletionSource importing) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value)
        {
            if (value.Stage == RecipeStage.Importing)
                importing.TrySetResult();
        }
    }
}
