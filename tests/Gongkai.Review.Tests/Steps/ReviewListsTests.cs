using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Steps;
using Gongkai.Review.Tests.Support;

namespace Gongkai.Review.Tests.Steps;

public sealed class ReviewListsTests : IAsyncLifetime
{
    private ReviewSite _site = null!;

    public async Task InitializeAsync() => _site = await ReviewSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_task_is_with_whoever_can_take_the_next_step_and_with_nobody_else()
    {
        _site.Add("second", "Reviewer", "Editor");
        await _site.SaveAsync("second", "a");
        await _site.DoAsync("second", "a", "submit");

        Assert.Equal(["a"], await TasksAsync("reviewer"));
        Assert.Empty(await TasksAsync("second"));
        Assert.Empty(await TasksAsync("secrecy"));
        Assert.Equal(["a"], await IdsAsync("second", lists => lists.SubmissionsAsync(default)));
        Assert.Empty(await IdsAsync("reviewer", lists => lists.SubmissionsAsync(default)));

        await _site.DoAsync("reviewer", "a", "mode-to-draft", "缺附件");
        var back = Assert.Single(await _site.AsAsync("second", (ReviewLists lists) => lists.SubmissionsAsync(default)));
        Assert.Equal((true, "缺附件"), (back.IsAtStart, back.Remark.ToString()));
        Assert.Empty(await TasksAsync("reviewer"));
    }

    [Fact]
    public async Task What_was_not_done_with_in_its_working_days_is_overdue()
    {
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");

        // Thursday and three working days: Tuesday.
        Assert.Equal(new DateOnly(2026, 12, 1), (await _site.PanelAsync("reviewer", "a")).DueOn);
        _site.Time.Advance(TimeSpan.FromDays(5));
        Assert.Empty(await IdsAsync("publisher", lists => lists.OverdueAsync(default)));
        _site.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["a"], await IdsAsync("publisher", lists => lists.OverdueAsync(default)));
        Assert.True((await _site.PanelAsync("reviewer", "a")).IsOverdue);
        await _site.DoAsync("reviewer", "a", "decide", decision: new("主动公开", ""));
        Assert.Empty(await IdsAsync("publisher", lists => lists.OverdueAsync(default)));
    }

    [Fact]
    public async Task Holidays_of_the_yearly_notice_are_no_working_days_of_a_stage()
    {
        await _site.Settings.SaveAsync(SiteCalendar.Document, new() { ["2026"] = new JsonObject { ["Off"] = new JsonArray("2026-11-27/2026-11-30"), ["Work"] = new JsonArray("2026-12-05") } });
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        Assert.Equal(new DateOnly(2026, 12, 3), (await _site.PanelAsync("reviewer", "a")).DueOn);

        await _site.DoAsync("reviewer", "a", "decide", decision: new("主动公开", ""));
        _site.Time.Advance(TimeSpan.FromDays(7));
        // Thursday: Friday, and the Saturday that is worked.
        await _site.DoAsync("secrecy", "a", "secrecy-to-draft", "补附件");
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        Assert.Equal(new DateOnly(2026, 12, 7), (await _site.PanelAsync("reviewer", "a")).DueOn);
    }

    [Fact]
    public async Task A_deputy_has_the_tasks_of_whoever_is_away_and_the_history_says_for_whom()
    {
        _site.Add("standin", "Auditor");
        var roles = _site.Settings.Get(SettingsNames.Roles);
        roles["Auditor"] = new JsonObject { ["Name"] = "Auditor", ["Permissions"] = new JsonArray("ViewContent") };
        await _site.Settings.SaveAsync(SettingsNames.Roles, roles);
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        Assert.Empty(await TasksAsync("standin"));

        await _site.Records.SaveAsync(new("d", "reviewer", "standin", new(2026, 11, 26), new(2026, 11, 27)));

        var task = Assert.Single(await _site.AsAsync("standin", (ReviewLists lists) => lists.TasksAsync(default)));
        Assert.Equal("reviewer先生", task.InsteadOf);
        await _site.DoAsync("standin", "a", "decide", decision: new("主动公开", ""));
        var past = (await _site.PanelAsync("drafter", "a")).Past[0];
        Assert.Equal(("standin", "reviewer先生"), (past.Step.UserName, past.InsteadOf));
    }

    [Fact]
    public async Task What_an_import_published_meanwhile_is_nobodys_task()
    {
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        var version = (await _site.LatestAsync("a"))!.Clone();
        (version.ContentItemVersionId, version.Published) = ("v9", true);
        Assert.True((await _site.SystemAsync(new ImportVersion(version))).Succeeded);

        Assert.Empty(await TasksAsync("reviewer"));
        Assert.Empty(await IdsAsync("drafter", lists => lists.SubmissionsAsync(default)));
    }

    private Task<string[]> TasksAsync(string user) => IdsAsync(user, lists => lists.TasksAsync(default));

    private Task<string[]> IdsAsync(string user, Func<ReviewLists, Task<IReadOnlyList<ReviewLine>>> list) =>
        _site.AsAsync(user, async (ReviewLists lists) => (await list(lists)).Select(line => line.Item.ContentItemId).ToArray());
}
