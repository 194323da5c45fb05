using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Indexing;

public sealed class IndexFollowerTests
{
    [Fact]
    public async Task What_is_not_public_is_never_in_the_index()
    {
        await using var site = new SiteInMemory();

        await site.Publish(Entry("a", "主动", "公开"), Entry("b", "申请", "公开", mode: "依申请公开"), Entry("c", "无", "公开", mode: ""), Item("Page", "d", "页面", "公开"));

        Assert.Equal(["a"], site.Ids("公开"));
    }

    [Fact]
    public async Task A_withdrawn_item_is_gone_when_the_call_returns()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"));

        await site.Withdraw("a");

        Assert.Empty(site.Ids("公开"));
        Assert.Empty(site.Search.Find(["a"]));
        Assert.Equal(0, site.Find(null).Total);
    }

    [Fact]
    public async Task An_item_that_is_no_longer_public_is_gone()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"));

        await site.Publish(Entry("a", "公开", mode: "不予公开"));

        Assert.Empty(site.Ids("公开"));
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "旧的标题"));

        await site.Publish(Entry("a", "新的名称"));

        Assert.Empty(site.Ids("旧的"));
        Assert.Equal(["a"], site.Ids("新的"));
        Assert.Equal(1, site.Find(null).Total);
    }

    [Fact]
    public async Task A_long_backlog_is_followed_to_its_end()
    {
        await using var site = new SiteInMemory();
        await site.CatchUp();

        await site.Publish([.. Enumerable.Range(0, 701).Select(i => Entry($"e{i}", "公开"))]);

        Assert.Equal(701, site.Find("公开").Total);
    }

    [Fact]
    public async Task A_publication_is_shown_ahead_of_a_backlog_that_comes_in_order_later()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("old", "公开"));
        site.Write([.. Enumerable.Range(0, 300).Select(i => Entry($"e{i}", "积压"))]);
        site.Write(Entry("new", "新的"));

        await site.Show(1);

        Assert.Equal(["new"], site.Ids("新的"));
        Assert.Empty(site.Ids("积压"));
        await site.CatchUp();
        Assert.Equal(300, site.Find("积压").Total);
        Assert.Equal(["new"], site.Ids("新的"));
    }

    [Fact]
    public async Task A_withdrawal_goes_ahead_of_a_backlog_and_stays()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "旧的"));
        site.Write(Entry("a", "改过的"));
        site.Write([.. Enumerable.Range(0, 300).Select(i => Entry($"e{i}", "积压"))]);
        site.Erase("a");

        await site.Show(1);

        Assert.Empty(site.Ids("旧的"));
        await site.CatchUp();
        Assert.Empty(site.Ids("改过的"));
        Assert.Equal(300, site.Find(null).Total);
    }

    [Fact]
    public async Task What_was_shown_ahead_is_not_read_again_in_its_turn()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"));
        site.Write(Entry("b", "积压"));
        site.Write(Entry("c", "新的"));
        await site.Show(1);
        var before = site.Reads;

        await site.CatchUp();

        // One call for what waited; what was shown ahead needs none.
        Assert.Equal(before + 1, site.Reads);
        Assert.Equal(3, site.Find(null).Total);
    }

    [Fact]
    public async Task What_another_process_withdrew_goes_ahead_and_what_it_brought_waits()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"), Entry("b", "公开"));
        site.Write(Entry("c", "公开"), Entry("b", "公开 改"));
        site.Erase("a");

        await site.Hide(after: 2);

        Assert.Equal(["b"], site.Ids("公开"));
        await site.CatchUp();
        Assert.Equal(["b", "c"], site.Ids("公开").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_kill_between_a_change_shown_ahead_and_its_turn_loses_nothing()
    {
        await using var killed = new SiteInMemory();
        await killed.Publish(Entry("a", "公开"));
        killed.Write(Entry("b", "公开"));
        killed.Write(Entry("c", "公开"));
        await killed.Show(1);
        killed.Time.Advance(TimeSpan.FromSeconds(1));

        await using var site = new SiteInMemory(CopyOf(killed.Data));
        await site.CatchUp();

        Assert.Equal(["a", "b", "c"], site.Ids("公开").Order(StringComparer.Ordinal));
        Assert.Empty((await site.Index.CheckAsync()).Faults);
    }

    [Fact]
    public async Task After_a_restart_the_index_is_opened_and_only_what_changed_is_read()
    {
        var data = await ClosedSite(Entry("a", "公开"), Entry("b", "公开"));
        await using var site = new SiteInMemory(data);
        site.Write(Entry("c", "公开"));

        await site.CatchUp();

        Assert.Equal(3, site.Find("公开").Total);
        // One stream for the taxonomies, one call for what changed.
        Assert.Equal(2, site.Reads);
    }

    [Fact]
    public async Task After_a_kill_the_feed_is_followed_again_from_the_last_commit()
    {
        var data = new SiteData();
        WriteSettings(data.Settings);
        await using var killed = new SiteInMemory(data);
        await killed.Publish(Entry("a", "公开"), Entry("b", "公开"));
        killed.Time.Advance(TimeSpan.FromSeconds(1));
        await killed.Publish(Entry("c", "公开"));
        await killed.Withdraw("a");
        var copy = CopyOf(data);

        await using var site = new SiteInMemory(copy);
        await site.CatchUp();

        Assert.Equal(["b", "c"], site.Ids("公开"));
    }

    [Fact]
    public async Task A_second_of_quiet_makes_changes_durable()
    {
        await using var site = new SiteInMemory();
        await site.CatchUp();
        await site.Publish(Entry("a", "公开"));

        site.Time.Advance(TimeSpan.FromSeconds(1));

        await using var reopened = new SiteInMemory(CopyOf(site.Data));
        var report = await reopened.Index.CheckAsync();
        Assert.Equal((1, 1L), (report.Documents, report.Sequence));
    }

    [Fact]
    public async Task An_index_that_can_be_served_is_not_built_anew()
    {
        var data = await ClosedSite(Entry("a", "公开"));

        await using var site = new SiteInMemory(data);
        await site.CatchUp();

        Assert.False(site.Index.WasBuiltAtOpening);
        Assert.Equal(["a"], site.Ids("公开"));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("no pointer")]
    [InlineData("truncated")]
    [InlineData("pointer to nowhere")]
    [InlineData("other profile")]
    [InlineData("ahead of the database")]
    public async Task An_index_that_cannot_be_served_is_rebuilt(string damage)
    {
        var data = await ClosedSite(Entry("a", "公开"), Entry("b", "公开"));
        var folder = Path.Combine(data.Folder, "index");
        switch (damage)
        {
            case "missing":
                Directory.Delete(folder, recursive: true);
                break;
            case "no pointer":
                File.Delete(Path.Combine(folder, "current"));
                break;
            case "truncated":
                var segments = Directory.GetFiles(folder, "segments_*", SearchOption.AllDirectories).Single();
                File.WriteAllBytes(segments, File.ReadAllBytes(segments)[..20]);
                break;
            case "pointer to nowhere":
                File.WriteAllText(Path.Combine(folder, "current"), "g-99999");
                break;
            case "other profile":
                data.Settings[SettingsNames.IndexProfiles]["SiteSearch"] = Profile("DisclosureEntry", "Page");
                break;
            case "ahead of the database":
                data.Changes.RemoveRange(1, data.Changes.Count - 1);
                data.Published.TryRemove("b", out _);
                break;
        }

        await using var site = new SiteInMemory(data);
        await site.CatchUp();

        Assert.True(site.Index.WasBuiltAtOpening);
        Assert.Equal(data.Published.Keys.Order(StringComparer.Ordinal), site.Ids("公开"));
        var faults = (await site.Index.CheckAsync()).Faults;
        Assert.All(faults, fault => Assert.Contains("已自动重建", fault, StringComparison.Ordinal));
        Assert.Equal(damage is "truncated" or "pointer to nowhere", faults.Count == 1);
    }

    [Fact]
    public async Task While_it_is_rebuilt_the_old_index_serves_and_follows()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"), Entry("b", "公开"), Entry("c", "公开"));
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        site.BeforeStreaming = id => id == "b" && entered.TrySetResult() ? go.Task : Task.CompletedTask;

        var rebuild = site.Index.RebuildAsync();
        await entered.Task;
        Assert.Equal(["a", "b", "c"], site.Ids("公开"));
        await site.Withdraw("a");
        await site.Publish(Entry("d", "公开"));
        Assert.Equal(["b", "c", "d"], site.Ids("公开"));
        go.SetResult();

        Assert.True(await rebuild);
        Assert.Equal(["b", "c", "d"], site.Ids("公开"));
        Assert.Single(Directory.GetDirectories(Path.Combine(site.Data.Folder, "index")));
    }

    [Fact]
    public async Task A_changed_profile_is_followed()
    {
        await using var site = new SiteInMemory();
        await site.Publish(Entry("a", "公开"), Item("Page", "p", "公开"));
        var settings = (ISettingsStore)site;

        await settings.SaveAsync(SettingsNames.IndexProfiles, new() { ["SiteSearch"] = Profile("Page") });
        await site.CatchUp();
        await site.Follower.Rebuild;

        Assert.Equal(["p"], site.Ids("公开"));
    }

    [Fact]
    public async Task A_profile_that_comes_after_the_content_takes_it_in_at_once()
    {
        var data = new SiteData();
        await using var site = new SiteInMemory(data);
        await site.Publish(Entry("a", "公开"));
        Assert.Equal(0, site.Find(null).Total);

        WriteSettings(data.Settings);
        site.Note(ChangeSubject.Settings, SettingsNames.Site);
        await site.CatchUp();

        Assert.Equal(["a"], site.Ids("公开"));
    }

    [Fact]
    public async Task A_process_that_does_not_own_the_index_leaves_it_alone_and_asks_the_owner()
    {
        var data = await ClosedSite(Entry("a", "公开"));
        await using var command = new SiteInMemory(data);
        await using (var owner = new FileStream(Path.Combine(data.Folder, "index", "owner.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            command.Write(Entry("b", "公开"));
            await command.CatchUp();

            Assert.False(await command.Index.RebuildAsync());
            Assert.Empty((await command.Index.CheckAsync()).Faults);
        }

        await using var site = new SiteInMemory(data);
        await site.CatchUp();
        var before = Directory.GetDirectories(Path.Combine(data.Folder, "index")).Single();
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.Follower.Rebuild;
        Assert.NotEqual(before, Directory.GetDirectories(Path.Combine(data.Folder, "index")).Single());
        Assert.Equal(["a", "b"], site.Ids("公开"));
    }

    [Fact]
    public async Task The_index_is_taken_over_when_its_owner_is_gone_although_nothing_changes()
    {
        var data = await ClosedSite(Entry("a", "公开"));
        await using var site = new SiteInMemory(data);
        await using (new FileStream(Path.Combine(data.Folder, "index", "owner.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            await site.CatchUp();
        Assert.Throws<InvalidOperationException>(() => site.Ids("公开"));

        site.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["a"], site.Ids("公开"));
    }

    [Fact]
    public async Task A_command_gives_the_index_up_to_a_server_and_does_not_take_it_back()
    {
        var data = await ClosedSite(Entry("a", "公开"));
        await using (var command = new SiteInMemory(data))
        {
            await command.CatchUp();
            await File.WriteAllTextAsync(Path.Combine(data.Folder, "index", "owner.request"), "");

            command.Time.Advance(TimeSpan.FromSeconds(1));

            await using (new FileStream(Path.Combine(data.Folder, "index", "owner.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                command.Write(Entry("b", "公开"));
            await command.CatchUp();
            Assert.Throws<InvalidOperationException>(() => command.Ids("公开"));
        }

        await using var server = new SiteInMemory(data);
        Assert.True(await server.Index.KeepAsync());
        await server.CatchUp();
        Assert.Equal(["a", "b"], server.Ids("公开"));
        Assert.False(File.Exists(Path.Combine(data.Folder, "index", "owner.request")));
    }

    [Fact]
    public async Task A_server_keeps_the_index_whoever_asks_for_it()
    {
        var data = await ClosedSite(Entry("a", "公开"));
        await using var server = new SiteInMemory(data);
        Assert.True(await server.Index.KeepAsync());
        await server.CatchUp();
        await File.WriteAllTextAsync(Path.Combine(data.Folder, "index", "owner.request"), "");

        server.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["a"], server.Ids("公开"));
        Assert.Throws<IOException>(() => new FileStream(Path.Combine(data.Folder, "index", "owner.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
    }

    [Fact]
    public async Task Two_homes_of_one_folder_in_one_process_share_the_index()
    {
        var data = await ClosedSite(Entry("a", "公开"));
        await using var old = new SiteInMemory(data);
        await old.CatchUp();
        await using var reloaded = new SiteInMemory(data);
        await reloaded.CatchUp();
        await old.DisposeAsync();
        await old.DisposeAsync();

        await reloaded.Publish(Entry("b", "公开"));

        Assert.Equal(["a", "b"], reloaded.Ids("公开"));
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_swapped()
    {
        await using var site = new SiteInMemory();
        await site.Publish([.. Enumerable.Range(0, 50).Select(i => Entry($"e{i}", "公开"))]);
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(() =>
        {
            var totals = new HashSet<int>();
            while (!stop.IsCancellationRequested)
                totals.Add(site.Find("公开").Total);
            return totals;
        });

        for (var i = 0; i < 5; i++)
            await site.Index.RebuildAsync();
        await stop.CancelAsync();

        Assert.Equal([50], await searching);
    }

    private static async Task<SiteData> ClosedSite(params ContentItem[] items)
    {
        await using var site = new SiteInMemory();
        await site.Publish(items);
        return site.Data;
    }

    /// <summary>What a killed process leaves: the files as they are, nothing closed.</summary>
    private static SiteData CopyOf(SiteData data)
    {
        var copy = new SiteData { Definitions = data.Definitions };
        foreach (var (name, document) in data.Settings)
            copy.Settings[name] = document.DeepClone().AsObject();
        foreach (var (id, item) in data.Published)
            copy.Published[id] = item;
        copy.Changes.AddRange(data.Changes);
        foreach (var file in Directory.GetFiles(data.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(data.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
