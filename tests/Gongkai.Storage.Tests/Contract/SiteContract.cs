using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage.Tests;

/// <summary>Definitions, settings and the change feed, in one process and seen from another.</summary>
public abstract class SiteContract : StorageContract
{
    [Fact]
    public async Task Definitions_are_there_when_saving_returns_and_after_a_restart()
    {
        var site = await Fixture.OpenAsync();

        await site.Definitions.SaveAsync(Sample.Types, Sample.Parts);

        var restarted = await Fixture.OpenAsync();
        foreach (var snapshot in new[] { site.Definitions.Current, restarted.Definitions.Current })
        {
            Assert.Equal(Sample.Types.Select(type => type.Name).Order(), snapshot.Types.Keys.Order());
            Assert.Equal("topics", snapshot.Parts["Notice"].Fields[2].Settings.Text("TaxonomyFieldSettings", "TaxonomyContentItemId"));
            Assert.Equal(["TitlePart", "AutoroutePart", "AliasPart", "MarkdownBodyPart", "Notice", "Notes"], snapshot.Types["Notice"].Parts.Select(part => part.Name));
        }
    }

    [Fact]
    public async Task The_same_definitions_again_leave_no_row_in_the_feed()
    {
        var site = await OpenAsync();
        var before = await site.Feed.GetLastAsync();

        await site.Definitions.SaveAsync(Sample.Types, Sample.Parts);

        Assert.Equal(before, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_call_uses_definitions_that_another_process_has_just_saved()
    {
        var other = await Fixture.OpenAsync();
        await OpenAsync();

        await other.DoAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1"));

        Assert.NotNull(await other.PublishedAsync("a"));
    }

    [Fact]
    public async Task A_part_that_comes_later_is_looked_up_in_items_that_have_it_already()
    {
        var site = await Fixture.OpenAsync();
        var notice = Sample.Types.Single(type => type.Name == "Notice");
        await site.Definitions.SaveAsync([notice with { Parts = [.. notice.Parts.Where(part => part.PartName is "TitlePart" or "Notice")] }], Sample.Parts);
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x", alias: "y"), "v1"), Sample.Import(Sample.Notice("b", route: "x"), "v2"));

        await site.Definitions.SaveAsync([notice], []);

        Assert.Equal("a", (await site.ReadAsync(reader => reader.FindRouteAsync("x")))!.ContentItemId);
        Assert.Equal("a", await site.ReadAsync(reader => reader.FindAliasAsync("y")));
        Assert.Equal(["MarkdownBodyPart"], (await site.ReadAsync(async reader => await reader.GetHtmlAsync((await reader.GetAsync("a"))!))).Keys);
    }

    [Fact]
    public async Task Removed_definitions_are_gone_and_what_items_hold_of_them_is_kept_and_looked_up_no_more()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x", alias: "y"), "v1"));
        var before = (await site.PublishedAsync("a"))!.Json.ToJsonString();

        await site.Definitions.RemoveAsync(["Notice"], ["Note"]);

        var restarted = await Fixture.OpenAsync();
        Assert.DoesNotContain("Notice", restarted.Definitions.Current.Types.Keys);
        Assert.DoesNotContain("Note", restarted.Definitions.Current.Parts.Keys);
        Assert.Equal(["TitlePart"], restarted.Definitions.Current.Types["Note"].Parts.Select(part => part.Name));
        Assert.Equal(before, (await site.PublishedAsync("a"))!.Json.ToJsonString());
        Assert.Null(await site.ReadAsync(reader => reader.FindRouteAsync("x")));
        Assert.Equal(ChangeSubject.Definitions, (await site.ChangesAsync())[^1].Subject);
        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());
    }

    [Fact]
    public async Task Removing_what_is_not_there_leaves_no_row_in_the_feed()
    {
        var site = await OpenAsync();
        var before = await site.Feed.GetLastAsync();

        await site.Definitions.RemoveAsync(["Nothing"], ["Nothing"]);

        Assert.Equal(before, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_media_file_is_shown_only_while_a_public_version_names_it()
    {
        var site = await OpenAsync();
        var media = site.Services.GetRequiredService<IMediaReferences>();
        await site.DoAsync(Sample.Import(Sample.Entry("open", "主动公开", "a.pdf", "文件/表 1.xlsx"), "v1"), Sample.Import(Sample.Entry("closed", "不予公开", "b.pdf"), "v2"));
        await site.DoAsync(new ImportVersion(Sample.Imported(Sample.Entry("draft", "主动公开", "c.pdf"), "v3", published: false)));

        Assert.Equal("YYNN", await ShownAsync(media, "a.pdf", "文件/表 1.xlsx", "b.pdf", "c.pdf"));
        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());

        await site.DoAsync(new Unpublish("open"), new Publish("draft"));
        Assert.Equal("NY", await ShownAsync(media, "a.pdf", "c.pdf"));
        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());

        await site.DoAsync(new Publish("open"), new ImportVersion(Sample.Imported(Sample.Entry("draft", "不予公开", "c.pdf"), "v4")));
        Assert.Equal("YN", await ShownAsync(media, "a.pdf", "c.pdf"));

        await site.DoAsync(new Delete("open"));
        Assert.False(await media.IsShownAsync("a.pdf"));
        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());
    }

    [Fact]
    public async Task What_an_older_program_stored_gets_its_media_rows()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Entry("open", "主动公开", "a.pdf"), "v1"), Sample.Import(Sample.Entry("closed", "不予公开", "b.pdf"), "v2"));
        await Fixture.ExecuteSqlAsync("""DELETE FROM "References" """);
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Documents" WHERE "Name" = 'GongkaiKinds'""");

        var restarted = await Fixture.OpenAsync();

        Assert.Equal("YN", await ShownAsync(restarted.Services.GetRequiredService<IMediaReferences>(), "a.pdf", "b.pdf"));
    }

    [Fact]
    public async Task A_document_is_there_when_saving_returns_and_after_a_restart()
    {
        var site = await Fixture.OpenAsync();

        await site.Settings.SaveAsync(SettingsNames.Site, new JsonObject { ["SiteName"] = "甲市" });

        var restarted = await Fixture.OpenAsync();
        Assert.Equal("甲市", (string?)site.Settings.Get(SettingsNames.Site)["SiteName"]);
        Assert.Equal("甲市", (string?)restarted.Settings.Get(SettingsNames.Site)["SiteName"]);
        Assert.Empty(site.Settings.Get("None"));
    }

    [Fact]
    public async Task A_document_that_a_caller_changes_is_his_own()
    {
        var site = await Fixture.OpenAsync();
        await site.Settings.SaveAsync("A", new JsonObject { ["x"] = 1 });

        site.Settings.Get("A")["x"] = 2;

        Assert.Equal(1, (int?)site.Settings.Get("A")["x"]);
    }

    [Fact]
    public async Task The_feed_tells_what_changed_in_its_order()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"), Sample.Import(Sample.Entry("b", "主动公开"), "v1"));
        await site.Settings.SaveAsync("Roles", []);
        await site.DoAsync(new Unpublish("a"));

        Assert.Equal(
            [
                new(1, ChangeSubject.Definitions, "", ""), new(2, ChangeSubject.Item, "topics", "Taxonomy"), new(3, ChangeSubject.Item, "a", "Notice"),
                new(4, ChangeSubject.Item, "b", "DisclosureEntry"), new(5, ChangeSubject.Settings, "Roles", ""), new(6, ChangeSubject.Item, "a", "Notice"),
            ],
            await site.ChangesAsync());
        Assert.Equal([4L, 5L], (await site.Feed.ReadAsync(3, 2)).Select(change => change.Sequence));
    }

    [Fact]
    public async Task A_publication_waits_for_the_followers_of_its_process()
    {
        var follower = new RecordingFollower();
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(follower));

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        Assert.Equal(new Change(await site.Feed.GetLastAsync(), ChangeSubject.Item, "a", "Notice"), Assert.Single(follower.Shown));
    }

    [Fact]
    public async Task A_publication_does_not_wait_for_what_came_before_it()
    {
        var follower = new RecordingFollower();
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(follower));
        await site.DoAsync([.. Enumerable.Range(0, 50).Select(i => Sample.Import(Sample.Notice($"n{i}"), $"v{i}"))]);

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        Assert.Equal(["a"], follower.Shown.Select(change => change.Id));
        Assert.Equal(0, follower.Reached);
    }

    [Fact]
    public async Task An_import_waits_only_when_something_leaves_the_public()
    {
        var follower = new RecordingFollower();
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(follower));

        await site.DoAsync(Sample.Import(Sample.Entry("a", "主动公开"), "v1"));
        var afterArrival = follower.Shown.Count;
        await site.DoAsync(Sample.Import(Sample.Entry("a", "不予公开"), "v2"));

        Assert.Equal(0, afterArrival);
        Assert.Equal(await site.Feed.GetLastAsync(), Assert.Single(follower.Shown).Sequence);
    }

    [Fact]
    public async Task A_follower_that_fails_does_not_undo_a_publication()
    {
        var failing = new RecordingFollower { Fault = new InvalidOperationException("kaputt") };
        var following = new RecordingFollower();
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(failing).AddSingleton<IChangeFollower>(following));

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        Assert.NotNull(await site.PublishedAsync("a"));
        Assert.Equal(await site.Feed.GetLastAsync(), Assert.Single(following.Shown).Sequence);
    }

    [Fact]
    public async Task The_loop_follows_changes_of_this_and_of_other_processes_and_outlives_a_fault()
    {
        var follower = new RecordingFollower { Fault = new InvalidOperationException("kaputt") };
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(follower));
        var other = await Fixture.OpenAsync();
        using var stop = new CancellationTokenSource();
        var running = site.Following.RunAsync(stop.Token);
        await follower.AskedAsync(1);
        follower.Fault = null;

        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        await follower.ReachedAsync(3);
        await other.DoAsync(Sample.Import(Sample.Notice("b"), "v2"));
        await follower.ReachedAsync(4);
        await other.Settings.SaveAsync("A", new JsonObject { ["x"] = 1 });
        await follower.ReachedAsync(5);

        // Definitions and settings are followed before everything else.
        Assert.Equal(1, (int?)site.Settings.Get("A")["x"]);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task What_left_the_public_elsewhere_is_told_ahead_of_a_backlog()
    {
        var stuck = new TaskCompletionSource();
        var follower = new RecordingFollower { Following = stuck.Task };
        var other = await OpenAsync();
        var site = await Fixture.OpenAsync(services => services.AddSingleton<IChangeFollower>(follower));
        using var stop = new CancellationTokenSource();
        var running = site.Following.RunAsync(stop.Token);
        await follower.AskedAsync(1);

        await other.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        await other.DoAsync(new Unpublish("a"));

        await follower.HiddenAsync(await other.Feed.GetLastAsync());
        Assert.Equal(0, follower.Reached);
        stuck.SetResult();
        await follower.ReachedAsync(await other.Feed.GetLastAsync());
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_fault_is_logged_once_however_often_it_comes_again()
    {
        var log = new RecordingLog();
        var follower = new RecordingFollower { Fault = new InvalidOperationException("kaputt") };
        var site = await OpenAsync(services => services.AddSingleton<IChangeFollower>(follower).AddSingleton<ILoggerProvider>(log));
        using var stop = new CancellationTokenSource();
        var running = site.Following.RunAsync(stop.Token);
        await follower.AskedAsync(4);
        var during = log.Lines.Count(line => line.Contains("反复重试", StringComparison.Ordinal));
        follower.Fault = null;
        await follower.ReachedAsync(await site.Feed.GetLastAsync());
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        await follower.ReachedAsync(await site.Feed.GetLastAsync());
        await stop.CancelAsync();
        await running;

        Assert.Equal(1, during);
        Assert.Single(log.Lines, line => line.Contains("已恢复", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_taxonomies_follow_the_feed()
    {
        var site = await OpenAsync();
        var other = await Fixture.OpenAsync();
        await site.DoAsync(new ImportVersion(Sample.Topics("topics-v2", "finance", "health", "transport")));

        await other.Following.CatchUpAsync();

        Assert.Equal("主题 transport", other.Taxonomies.Current.FindTerm("topics", "transport")!.Label);
    }

    /// <summary>For each file Y or N.</summary>
    private static async Task<string> ShownAsync(IMediaReferences media, params string[] paths)
    {
        var shown = "";
        foreach (var path in paths)
            shown += await media.IsShownAsync(path) ? 'Y' : 'N';
        return shown;
    }

    private sealed class RecordingFollower : IChangeFollower, IDisposable
    {
        private readonly SemaphoreSlim _progress = new(0);

        public Exception? Fault { get; set; }

        public Task Following { get; init; } = Task.CompletedTask;

        public long Reached { get; private set; }

        public long Hidden { get; private set; }

        public List<Change> Shown { get; } = [];

        public int Asked { get; private set; }

        public async Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
        {
            Asked++;
            _progress.Release();
            await Following;
            if (Fault is not null)
                throw Fault;
            Reached = Math.Max(Reached, sequence);
            _progress.Release();
        }

        public Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
        {
            if (Fault is null)
                Shown.AddRange(changes);
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }

        public Task HideAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
        {
            Hidden = Math.Max(Hidden, changes[^1].Sequence);
            _progress.Release();
            return Task.CompletedTask;
        }

        public void Dispose() => _progress.Dispose();

        public Task ReachedAsync(long sequence) => UntilAsync(() => Reached >= sequence);

        public Task HiddenAsync(long sequence) => UntilAsync(() => Hidden >= sequence);

        public Task AskedAsync(int times) => UntilAsync(() => Asked >= times);

        private async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
                Assert.True(await _progress.WaitAsync(TimeSpan.FromSeconds(20)), "The follower was not asked.");
        }
    }

    private sealed class RecordingLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
