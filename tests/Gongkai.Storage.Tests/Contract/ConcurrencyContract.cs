using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Several at once, in one process and in two: counters, feed, editors.</summary>
public abstract class ConcurrencyContract : StorageContract
{
    private const int Items = 60;

    [Fact]
    public async Task Of_concurrent_edits_of_one_version_one_wins_and_the_others_are_told()
    {
        var sites = await OpenTwoAsync();
        await sites[0].DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var outcomes = await ManyAsync(16, async i =>
        {
            try
            {
                await sites[i % 2].DoAsync(new SaveDraft(Sample.Notice("a", $"编辑 {i}"), "v1"));
                return true;
            }
            catch (ContentConflictException)
            {
                return false;
            }
        });

        Assert.Single(outcomes, won => won);
        Assert.Equal(2, (await sites[0].HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task Counters_have_no_gap_and_no_repeat_also_when_calls_are_rolled_back()
    {
        var sites = await OpenTwoAsync();

        var numbers = await ManyAsync(Items, async i =>
        {
            // Every third call draws a number and is then refused: it gives nothing away.
            var refused = i % 3 == 0;
            var item = Sample.Notice($"n{i:00}", refused ? "" : $"第 {i} 篇");
            var result = await sites[i % 2].ExecuteAsync(new SaveDraft(item, null), new Publish(item.ContentItemId));
            Assert.Equal(!refused, result.Succeeded);
            return refused ? 0 : (long)(await sites[i % 2].PublishedAsync(item.ContentItemId))!.Part("Notice")!.NumericField("Number")!;
        });

        Assert.Equal(Enumerable.Range(1, Items * 2 / 3).Select(number => (long)number), numbers.Where(number => number > 0).Order());
    }

    [Fact]
    public async Task Counters_go_on_after_the_highest_imported_number()
    {
        var site = await OpenAsync(WithNumbers);
        await site.DoAsync(Sample.Import(Numbered("a", 7), "v1"));
        await site.DoAsync(Sample.Import(Numbered("b", 3), "v2"));

        await site.DoAsync(new SaveDraft(Sample.Notice("c"), null), new Publish("c"));

        Assert.Equal(8, (await site.PublishedAsync("c"))!.Part("Notice")!.NumericField("Number"));
    }

    [Fact]
    public async Task The_feed_is_gapless_and_in_commit_order()
    {
        var sites = await OpenTwoAsync();
        var seen = new List<Change>();
        using var done = new CancellationTokenSource();

        // A reader that follows while others write: what it has read is never joined by an earlier number.
        var reading = Task.Run(async () =>
        {
            var last = false;
            while (!last)
            {
                last = done.IsCancellationRequested;
                seen.AddRange(await sites[1].Feed.ReadAsync(seen.Count == 0 ? 0 : seen[^1].Sequence, 1000));
            }
        });
        await ManyAsync(Items, async i => await sites[i % 2].DoAsync(Sample.Import(Sample.Notice($"n{i}"), $"v{i}"), Sample.Import(Sample.Notice($"m{i}"), $"w{i}")));
        await done.CancelAsync();
        await reading;

        Assert.Equal(Enumerable.Range(1, seen.Count).Select(number => (long)number), seen.Select(change => change.Sequence));
        Assert.Equal(await sites[0].ChangesAsync(), seen);
        Assert.Equal((2 * Items) + 2, seen.Count);
        Assert.All(seen.Skip(2).Chunk(2), pair => Assert.Equal(pair[0].Id[1..], pair[1].Id[1..]));
    }

    [Fact]
    public async Task A_follower_in_any_process_misses_nothing_of_what_several_write_and_roll_back()
    {
        var journals = Enumerable.Range(0, 3).Select(_ => new Journal()).ToArray();
        var sites = new List<TestSite> { await OpenAsync(services => services.AddSingleton<IChangeFollower>(provider => journals[0].Of(provider.GetRequiredService<IChangeFeed>()))) };
        foreach (var journal in journals[1..])
            sites.Add(await Fixture.OpenAsync(services => services.AddSingleton<IChangeFollower>(provider => journal.Of(provider.GetRequiredService<IChangeFeed>()))));
        using var stop = new CancellationTokenSource();
        var following = sites.ConvertAll(site => site.Following.RunAsync(stop.Token));

        await ManyAsync(Items, async i =>
        {
            var refused = i % 4 == 0;
            var result = await sites[i % 3].ExecuteAsync(new SaveDraft(Sample.Notice($"n{i}", refused ? "" : "通知"), null), new Publish($"n{i}"));
            Assert.Equal(!refused, result.Succeeded);
            return result;
        });
        var all = await sites[0].ChangesAsync();
        await Task.WhenAll(journals.Select(journal => journal.ReachedAsync(all.Count)));
        await stop.CancelAsync();
        await Task.WhenAll(following);

        Assert.Equal((Items * 3 / 4) + 2, all.Count);
        Assert.Equal(Enumerable.Range(1, all.Count).Select(number => (long)number), all.Select(change => change.Sequence));
        Assert.All(journals, journal => Assert.Equal(all, journal.Seen));
    }

    [Fact]
    public async Task Readers_never_wait_for_a_writer_and_see_whole_calls()
    {
        var sites = await OpenTwoAsync();
        await sites[0].DoAsync(Sample.Import(Sample.Notice("a", "0"), "a0"), Sample.Import(Sample.Notice("b", "0"), "b0"));
        using var done = new CancellationTokenSource();

        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var pair = await sites[1].ReadAsync(reader => reader.GetManyAsync(["a", "b"]));
                Assert.Equal(pair[0].DisplayText, pair[1].DisplayText);
            }
        });
        for (var i = 1; i <= 40; i++)
            await sites[0].DoAsync(Sample.Import(Sample.Notice("a", $"{i}"), $"a{i}"), Sample.Import(Sample.Notice("b", $"{i}"), $"b{i}"));
        await done.CancelAsync();
        await reading;
    }

    private static ContentItem Numbered(string id, int number) => Sample.Notice(id).With(item => item.Part("Notice")!.SetNumericField("Number", number));

    private static void WithNumbers(IServiceCollection services) => services.AddScoped<IContentHandler>(_ => new NumberingHandler());

    private static async Task<T[]> ManyAsync<T>(int count, Func<int, Task<T>> work) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => work(i))));

    private async Task<TestSite[]> OpenTwoAsync() => [await OpenAsync(WithNumbers), await Fixture.OpenAsync(WithNumbers)];

    private sealed class NumberingHandler : IContentHandler
    {
        public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
        {
            if (change.Item.Part("Notice") is not { } notice)
                return;
            if (notice.NumericField("Number") is { } number)
                await change.Counters.AdvanceAsync("notices", (long)number, cancellationToken);
            else if (!change.IsImport)
                notice.SetNumericField("Number", await change.Counters.NextAsync("notices", cancellationToken));
        }
    }

    /// <summary>A follower that writes down every change once, as it first sees it.</summary>
    private sealed class Journal : IChangeFollower, IDisposable
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private readonly Dictionary<long, TaskCompletionSource> _waiting = [];
        private IChangeFeed _feed = null!;

        public List<Change> Seen { get; } = [];

        public Journal Of(IChangeFeed feed)
        {
            _feed = feed;
            return this;
        }

        public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
        {
            await _gate.WaitAsync(cancellationToken);
            try
            {
                Seen.AddRange(await _feed.ReadAsync(Seen.Count == 0 ? 0 : Seen[^1].Sequence, 1000, cancellationToken));
                foreach (var (count, reached) in _waiting.Where(waiting => Seen.Count >= waiting.Key))
                    reached.TrySetResult();
            }
            finally
            {
                _gate.Release();
            }
        }

        public Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose() => _gate.Dispose();

        public async Task ReachedAsync(int count)
        {
            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await _gate.WaitAsync();
            if (Seen.Count >= count)
                reached.SetResult();
            else
                _waiting[count] = reached;
            _gate.Release();
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }
}
