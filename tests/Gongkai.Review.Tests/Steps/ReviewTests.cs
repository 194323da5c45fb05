using Gongkai.Content;
using Gongkai.Review.Steps;
using Gongkai.Review.Tests.Support;

namespace Gongkai.Review.Tests.Steps;

public sealed class ReviewTests : IAsyncLifetime
{
    private ReviewSite _site = null!;

    public async Task InitializeAsync() => _site = await ReviewSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_document_goes_from_its_drafter_through_all_hands_to_the_public_and_each_step_is_kept()
    {
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        await _site.DoAsync("reviewer", "a", "decide", decision: new("主动公开", ""));
        await _site.DoAsync("secrecy", "a", "clear", "无涉密内容");
        await _site.DoAsync("signer", "a", "approve");
        Assert.Null(await _site.PublishedAsync("a"));

        await _site.DoAsync("publisher", "a", "publish");

        Assert.True((await _site.PublishedAsync("a"))!.IsPublic());
        var history = await _site.Records.HistoryAsync("a");
        Assert.Equal(["drafter", "drafter", "reviewer", "secrecy", "signer", "publisher"], history.Select(step => step.UserName));
        Assert.Equal(["draft", "mode", "secrecy", "sign", "release", "published"], history.Select(step => step.To));
        Assert.Equal("无涉密内容", history[3].Remark);
        Assert.Empty(await _site.Records.ListAsync());
        var panel = await _site.PanelAsync("drafter", "a");
        Assert.Equal(("已发布", 0), (panel.StageLabel.ToString(), panel.Choices.Count));
    }

    [Fact]
    public async Task No_other_way_leads_to_the_public()
    {
        var draft = await _site.SaveAsync("publisher", "a");

        var button = await _site.ExecuteAsync("publisher", new Publish("a", draft.ContentItemVersionId));
        var saveAndPublish = await _site.ExecuteAsync("publisher", new SaveDraft(draft, draft.ContentItemVersionId), new Publish("a"));
        var fresh = await _site.ExecuteAsync("publisher", new SaveDraft(Fresh("b"), null), new Publish("b"));
        var schedule = await _site.ExecuteAsync("publisher", new SetSchedule("a", ScheduleAction.Publish, Later));
        var timed = await _site.ExecuteAsync("publisher", new SaveDraft(ScheduleTimes.With(draft, ScheduleAction.Publish, Later), draft.ContentItemVersionId));
        var site = await _site.SystemAsync(new Publish("a"));

        Assert.All([button, saveAndPublish, fresh, schedule, timed, site], result => Assert.False(result.Succeeded));
        Assert.Contains("处在“起草”", button.Results[0].Errors[0].Message, StringComparison.Ordinal);
        Assert.Null(await _site.PublishedAsync("a"));
        Assert.Null(await _site.LatestAsync("b"));
    }

    [Fact]
    public async Task A_type_without_a_graph_is_published_directly_and_an_import_is_an_administrators_act()
    {
        var page = await _site.SaveAsync("publisher", "p", type: "Page");
        var import = Fresh("b");
        (import.ContentItemVersionId, import.Latest, import.Published) = ("v1", true, true);

        Assert.True((await _site.ExecuteAsync("publisher", new Publish("p", page.ContentItemVersionId))).Succeeded);
        Assert.True((await _site.SystemAsync(new ImportVersion(import))).Succeeded);

        Assert.NotNull(await _site.PublishedAsync("b"));
        Assert.Empty(await _site.Records.HistoryAsync("p"));
        Assert.Equal("这类内容不需要审核，直接发布就可以。", (await _site.AsAsync("drafter", (ReviewWork work) => work.TakeAsync(new("p", "submit", page.ContentItemVersionId, 0, "", null), default)))!.Faults[0].Message);
    }

    [Theory]
    [InlineData("drafter", "submit")]
    [InlineData("reviewer", "decide")]
    [InlineData("secrecy", "clear")]
    [InlineData("signer", "approve")]
    public async Task An_edit_after_any_stage_sends_it_back_to_its_beginning(string last, string step)
    {
        await _site.SaveAsync("drafter", "a");
        foreach (var (user, transition) in new[] { ("drafter", "submit"), ("reviewer", "decide"), ("secrecy", "clear"), ("signer", "approve") })
        {
            await _site.DoAsync(user, "a", transition, decision: new("主动公开", ""));
            if (transition == step)
                break;
        }

        var edited = await _site.SaveAsync(last, "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "改过"));

        Assert.Equal("起草", (await _site.PanelAsync("drafter", "a")).StageLabel.ToString());
        Assert.False((await _site.ExecuteAsync("publisher", new Publish("a", edited.ContentItemVersionId))).Succeeded);
        var state = Assert.Single(await _site.Records.ListAsync());
        Assert.Equal(("draft", "drafter"), (state.Stage, state.Submitter));
        Assert.Equal((ReviewStepKind.Written, last, "draft"), (await _site.Records.HistoryAsync("a"))[^1] is var written ? (written.Kind, written.UserName, written.To) : default);
    }

    [Fact]
    public async Task Whoever_edited_in_between_does_not_review_it_either()
    {
        await _site.SaveAsync("drafter", "a");
        await _site.SaveAsync("reviewer", "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "审核员改过"));
        await _site.SaveAsync("drafter", "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "又改回"));
        await _site.DoAsync("drafter", "a", "submit");

        var outcome = await _site.TakeAsync("reviewer", "a", "decide", decision: new("主动公开", ""));

        Assert.Contains("要由别人审核", Assert.Single(outcome.Faults).Message, StringComparison.Ordinal);
        Assert.Equal("公开属性审核", (await _site.PanelAsync("reviewer", "a")).StageLabel.ToString());
        Assert.Contains("要由别人审核", Assert.Single((await _site.PanelAsync("reviewer", "a")).Reasons).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("主动公开", "", null)]
    [InlineData("不予公开", "《条例》第十四条", null)]
    [InlineData("依申请公开", " ", "Ground")]
    [InlineData("秘密公开", "", "Mode")]
    [InlineData("", "", "Mode")]
    public async Task The_mode_is_decided_and_anything_but_proactive_needs_its_ground_Regulation_Art_13_to_16(string mode, string ground, string? fault)
    {
        await _site.SaveAsync("drafter", "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("DisclosureMode", null));
        await _site.DoAsync("drafter", "a", "submit");

        var outcome = await _site.TakeAsync("reviewer", "a", "decide", decision: new(mode, ground));

        Assert.Equal(fault, outcome.Faults.Select(one => one.Path).FirstOrDefault());
        var entry = (await _site.LatestAsync("a"))!;
        Assert.Equal(fault is null ? mode : null, entry.Part(ReviewSite.Entry)!.TextField("DisclosureMode"));
        if (fault is not null)
            return;
        Assert.Equal(("drafter", mode), (entry.Author, (await _site.PanelAsync("reviewer", "a")).Past[0].Decided!.Mode));
        await _site.DoAsync("secrecy", "a", "clear");
    }

    [Fact]
    public async Task Back_goes_with_a_remark_to_any_earlier_stage_and_whoever_sent_it_back_may_review_it_again()
    {
        await _site.ApproveAsync("a");
        Assert.Equal("Remark", Assert.Single((await _site.TakeAsync("publisher", "a", "release-to-mode", " ")).Faults).Path);

        await _site.DoAsync("publisher", "a", "release-to-mode", "请重新认定");
        await _site.DoAsync("reviewer", "a", "mode-to-draft", "缺附件");

        Assert.Equal("起草", (await _site.PanelAsync("drafter", "a")).StageLabel.ToString());
        await _site.DoAsync("drafter", "a", "submit");
        await _site.DoAsync("reviewer", "a", "decide", decision: new("不予公开", "第十四条"));
        Assert.Equal("保密审查", (await _site.PanelAsync("drafter", "a")).StageLabel.ToString());
    }

    [Fact]
    public async Task What_could_not_be_published_is_not_taken_in()
    {
        await _site.SaveAsync("drafter", "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", null));

        Assert.Contains("Abstract", Assert.Single((await _site.TakeAsync("drafter", "a", "submit")).Faults).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_reviewers_who_decide_at_once_one_wins_and_the_other_is_told()
    {
        _site.Add("second", "Reviewer");
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        var panel = await _site.PanelAsync("reviewer", "a");
        var command = new StepCommand("a", "decide", panel.VersionId, panel.Count, "", new("主动公开", ""));

        var outcomes = await Task.WhenAll(
            _site.AsAsync("reviewer", (ReviewWork work) => work.TakeAsync(command, default)),
            _site.AsAsync("second", (ReviewWork work) => work.TakeAsync(command with { Transition = "mode-to-draft", Remark = "不同意" }, default)));

        Assert.Single(outcomes, outcome => outcome!.IsDone);
        Assert.Contains("刚刚", Assert.Single(outcomes.Single(outcome => !outcome!.IsDone)!.Faults).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await _site.Records.HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task A_role_that_was_removed_later_leaves_it_unpublished_with_a_clear_message()
    {
        await _site.ApproveAsync("a");
        var roles = _site.Settings.Get(SettingsNames.Roles);
        roles.Remove("SecrecyOfficer");
        await _site.Settings.SaveAsync(SettingsNames.Roles, roles);

        var result = await _site.ExecuteAsync("publisher", new Publish("a"));

        Assert.Contains("SecrecyOfficer", Assert.Single(result.Results[0].Errors).Message, StringComparison.Ordinal);
        Assert.Null(await _site.PublishedAsync("a"));
        Assert.Contains("SecrecyOfficer", (await _site.PanelAsync("publisher", "a")).Fault!.ToString(), StringComparison.Ordinal);
        Assert.False((await _site.TakeAsync("publisher", "a", "publish")).IsDone);
    }

    [Fact]
    public async Task A_graph_that_is_gone_leaves_it_unpublished()
    {
        await _site.ApproveAsync("a");
        await _site.Settings.SaveAsync(SettingsNames.ReviewGraphs, []);

        Assert.Contains("网站没有这个流程", Assert.Single((await _site.ExecuteAsync("publisher", new Publish("a"))).Results[0].Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_last_stage_a_time_can_be_set_and_the_site_publishes_then_what_was_approved()
    {
        await _site.ApproveAsync("a");
        Assert.False((await _site.ExecuteAsync("signer", new SetSchedule("a", ScheduleAction.Publish, Later))).Succeeded);
        Assert.True((await _site.ExecuteAsync("publisher", new SetSchedule("a", ScheduleAction.Publish, Later))).Succeeded);
        var version = (await _site.LatestAsync("a"))!.ContentItemVersionId;
        Assert.False((await _site.SystemAsync(new Publish("a", version))).Succeeded);

        _site.Time.Advance(TimeSpan.FromHours(2));
        Assert.True((await _site.SystemAsync(new Publish("a", version, Later))).Succeeded);

        Assert.Equal(version, (await _site.PublishedAsync("a"))!.ContentItemVersionId);
        Assert.Equal([ReviewStepKind.Scheduled, ReviewStepKind.Published], (await _site.Records.HistoryAsync("a")).TakeLast(2).Select(step => step.Kind));
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("returned")]
    [InlineData("locked")]
    public async Task In_doubt_what_was_planned_stays_unpublished(string doubt)
    {
        await _site.ApproveAsync("a");
        Assert.True((await _site.ExecuteAsync("publisher", new SetSchedule("a", ScheduleAction.Publish, Later))).Succeeded);
        if (doubt == "edited")
            Assert.Null(ScheduleTimes.Of(await _site.SaveAsync("drafter", "a", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "改过")), ScheduleAction.Publish));
        else if (doubt == "returned")
            await _site.DoAsync("publisher", "a", "release-to-draft", "有误");
        else
            _site.People["publisher"].LockedUntilUtc = DateTime.MaxValue;

        _site.Time.Advance(TimeSpan.FromHours(2));
        Assert.NotEqual(OperationOutcome.Changed, (await _site.SystemAsync(new Publish("a", DueUtc: Later))).Results[0].Outcome);

        Assert.Null(await _site.PublishedAsync("a"));
    }

    [Fact]
    public async Task What_was_withdrawn_is_reviewed_again_before_it_is_public_again()
    {
        await _site.ApproveAsync("a");
        await _site.DoAsync("publisher", "a", "publish");
        Assert.True((await _site.ExecuteAsync("publisher", new Unpublish("a"))).Succeeded);

        Assert.False((await _site.ExecuteAsync("publisher", new Publish("a"))).Succeeded);
        await _site.ApproveAsync("a");
        await _site.DoAsync("publisher", "a", "publish");

        Assert.NotNull(await _site.PublishedAsync("a"));
    }

    [Fact]
    public async Task Hostile_commands_are_refused_and_change_nothing()
    {
        await _site.SaveAsync("drafter", "a");
        await _site.DoAsync("drafter", "a", "submit");
        var panel = await _site.PanelAsync("reviewer", "a");
        StepCommand[] commands =
        [
            new("a", "publish", panel.VersionId, panel.Count, "", null), new("a", "\0", panel.VersionId, panel.Count, "", null), new("a", "decide", "v", panel.Count, "", new("主动公开", "")),
            new("a", "decide", panel.VersionId, -1, "", new("主动公开", "")), new("a", "mode-to-draft", panel.VersionId, panel.Count, new string('长', 3000), null), new("a", "mode-to-draft", panel.VersionId, panel.Count, "\0", null),
            new("a", "decide", panel.VersionId, panel.Count, "", new("不予公开", "\ud800")),
        ];

        foreach (var command in commands)
            Assert.False((await _site.AsAsync("reviewer", (ReviewWork work) => work.TakeAsync(command, default)))!.IsDone);

        Assert.Null(await _site.AsAsync("reviewer", (ReviewWork work) => work.TakeAsync(new("missing", "decide", "", 0, "", null), default)));
        Assert.Equal(2, (await _site.Records.HistoryAsync("a")).Count);
    }

    private DateTime Later => new(2026, 11, 26, 2, 30, 0, DateTimeKind.Utc);

    private static ContentItem Fresh(string id)
    {
        var item = new ContentItem(ReviewSite.Entry, id);
        item.EnsurePart("TitlePart")["Title"] = id;
        item.EnsurePart(ReviewSite.Entry).SetTextField("DisclosureMode", "主动公开");
        item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "概述");
        return item;
    }
}
