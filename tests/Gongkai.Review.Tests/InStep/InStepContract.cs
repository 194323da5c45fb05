using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Steps;
using Gongkai.Review.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Review.Tests.InStep;

/// <summary>三同步, inside real transactions of every engine: a policy <c>p</c> that needs an interpretation, and its interpretation <c>i</c>.</summary>
public abstract class InStepContract : IAsyncLifetime
{
    private const string Interpretation = "PolicyInterpretation";

    private readonly Breaking _breaking = new();
    private ReviewSite _site = null!;

    private static DateTime Later => new(2026, 11, 26, 2, 30, 0, DateTimeKind.Utc);

    public async Task InitializeAsync() => _site = await ReviewSite.OpenAsync(withPlans: true, await ConnectAsync(), services => services.AddScoped<IContentHandler>(_ => _breaking));

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await LeaveAsync();
    }

    [Fact]
    public async Task Without_its_plan_a_policy_is_not_taken_into_review()
    {
        await _site.SaveAsync("drafter", "p", Mark);

        var outcome = await _site.TakeAsync("drafter", "p", "submit");

        Assert.Equal(["InterpretationPlan.Form", "InterpretationPlan.Channels", "InterpretationPlan.PublishOn", "InterpretationPlan.Drafter"], outcome.Faults.Select(fault => fault.Path));
        Assert.Equal("起草", (await _site.PanelAsync("drafter", "p")).StageLabel.ToString());
    }

    [Fact]
    public async Task A_mode_is_not_decided_as_public_without_a_plan_either()
    {
        await _site.SaveAsync("drafter", "p", item =>
        {
            Mark(item);
            item.EnsurePart(ReviewSite.Entry).SetTextField("DisclosureMode", "依申请公开");
        });
        await _site.DoAsync("drafter", "p", "submit");

        var outcome = await _site.TakeAsync("reviewer", "p", "decide", decision: new("主动公开", ""));

        Assert.Contains(outcome.Faults, fault => fault.Path == "InterpretationPlan.Form");
    }

    [Fact]
    public async Task Somebody_elses_interpretation_is_taken_in_for_a_reason_only()
    {
        _site.Add("other", "Editor");
        await PolicyAsync();
        await InterpretationAsync(owner: "other");

        Assert.Contains("谁起草谁解读", Assert.Single((await _site.TakeAsync("other", "i", "submit")).Faults).Message, StringComparison.Ordinal);
        await _site.SaveAsync("drafter", "p", item => item.EnsurePart("InterpretationPlan").SetTextField("OtherDrafterReason", "请专家解读"));

        await _site.DoAsync("other", "i", "submit");
    }

    [Theory]
    [InlineData("p", "i")]
    [InlineData("i", "p")]
    public async Task Both_appear_at_one_time_by_the_button_of_either_and_neither_before_both_are_ready(string first, string second)
    {
        await PairAsync();
        await ApproveAsync(first);
        var early = await _site.TakeAsync("publisher", first, "publish");
        Assert.Contains($"“{second}”（现在处在“起草”）", Assert.Single(early.Faults).Message, StringComparison.Ordinal);
        Assert.Null(await _site.PublishedAsync(first));
        await ApproveAsync(second);

        await _site.DoAsync("publisher", second, "publish");

        await BothArePublicAsync();
        Assert.Equal([ReviewStepKind.Published, ReviewStepKind.Published], [(await _site.Records.HistoryAsync("p"))[^1].Kind, (await _site.Records.HistoryAsync("i"))[^1].Kind]);
    }

    [Fact]
    public async Task Neither_is_published_without_the_other_whatever_way_is_taken()
    {
        await ReadyAsync();

        var policy = await _site.ExecuteAsync("publisher", new Publish("p"));
        var interpretation = await _site.ExecuteAsync("publisher", new Publish("i"));
        var mayOnlyOne = await _site.AsAsync("publisher", (JointPublication joint) => joint.ExecuteAsync([new Publish("p")], other => other.ContentItemId != "i"));

        Assert.Contains("解读“i”", Assert.Single(policy.Results[0].Errors).Message, StringComparison.Ordinal);
        Assert.Contains("文件“p”", Assert.Single(interpretation.Results[0].Errors).Message, StringComparison.Ordinal);
        Assert.False(mayOnlyOne.Succeeded);
        await NoneIsPublicAsync();
    }

    [Fact]
    public async Task What_the_desk_publishes_takes_the_other_half_along_and_tells_its_faults()
    {
        await ReadyAsync();
        _site.Add("writer", "Publisher", "Editor");
        await _site.SaveAsync("writer", "i");
        await _site.DoAsync("drafter", "i", "submit");
        await _site.DoAsync("reviewer", "i", "decide");
        await _site.DoAsync("secrecy", "i", "clear");
        await _site.DoAsync("signer", "i", "approve");

        // Whoever wrote one half publishes neither.
        var own = await _site.JointlyAsync("writer", new Publish("p"));
        Assert.StartsWith("“i”：这份内容是您写的", Assert.Single(Assert.Single(own.Results).Errors).Message, StringComparison.Ordinal);
        await NoneIsPublicAsync();

        Assert.True((await _site.JointlyAsync("publisher", new Publish("p"))).Succeeded);
        await BothArePublicAsync();
    }

    [Fact]
    public async Task Of_two_who_publish_the_two_halves_at_once_both_are_served_and_it_is_done_once()
    {
        await ReadyAsync();
        _site.Add("second", "Publisher");
        var beside = await _site.OpenBesideAsync();

        var results = await Task.WhenAll(Task.Run(() => _site.JointlyAsync("publisher", new Publish("p"))), Task.Run(() => beside.JointlyAsync("second", new Publish("i"))));

        Assert.All(results, result => Assert.True(result.Succeeded, string.Join('\n', result.Results.SelectMany(one => one.Errors))));
        await BothArePublicAsync();
        foreach (var id in new[] { "p", "i" })
            Assert.Single(await _site.Records.HistoryAsync(id), step => step.Kind == ReviewStepKind.Published);
    }

    [Fact]
    public async Task A_fault_in_the_second_half_leaves_neither_published()
    {
        await ReadyAsync();
        _breaking.At = "i";

        await Assert.ThrowsAsync<InvalidOperationException>(() => _site.JointlyAsync("publisher", new Publish("p")));

        await NoneIsPublicAsync();
        Assert.DoesNotContain(await _site.Records.HistoryAsync("p"), step => step.Kind == ReviewStepKind.Published);
        _breaking.At = null;
        Assert.True((await _site.JointlyAsync("publisher", new Publish("p"))).Succeeded);
        await BothArePublicAsync();
    }

    [Fact]
    public async Task A_time_is_set_for_both_and_both_appear_at_it()
    {
        await ReadyAsync();
        Assert.Contains("没有一起发布", Assert.Single((await _site.ExecuteAsync("publisher", new SetSchedule("p", ScheduleAction.Publish, Later))).Results[0].Errors).Message, StringComparison.Ordinal);

        Assert.True((await _site.JointlyAsync("publisher", new SetSchedule("i", ScheduleAction.Publish, Later))).Succeeded);

        Assert.Equal(Later, ScheduleTimes.Of((await _site.LatestAsync("p"))!, ScheduleAction.Publish));
        Assert.Empty(await TasksAsync("drafter"));
        _site.Time.Advance(TimeSpan.FromHours(2));
        Assert.True((await _site.WhenDueAsync("p", Later)).Succeeded);
        await BothArePublicAsync();
        Assert.True((await _site.WhenDueAsync("i", Later)).Succeeded);
    }

    [Theory]
    [InlineData("p", "i")]
    [InlineData("i", "p")]
    public async Task Of_a_planned_pair_of_which_one_half_is_sent_back_neither_appears_and_the_owner_is_told(string kept, string sentBack)
    {
        await ReadyAsync();
        Assert.True((await _site.JointlyAsync("publisher", new SetSchedule("p", ScheduleAction.Publish, Later))).Succeeded);
        await _site.DoAsync("publisher", sentBack, "release-to-draft", "有误");

        var task = Assert.Single(await TasksAsync("drafter"));
        Assert.Equal(kept, task.Item.ContentItemId);
        Assert.Contains($"“{sentBack}”（现在处在“起草”）还没有审核完", task.Remark.ToString(), StringComparison.Ordinal);
        _site.Time.Advance(TimeSpan.FromHours(2));
        Assert.False((await _site.WhenDueAsync(kept, Later)).Succeeded);
        await _site.WhenDueAsync(sentBack, Later);

        await NoneIsPublicAsync();
        _site.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains(await _site.AsAsync("signer", (ReviewLists lists) => lists.OverdueAsync(default)), line => line.Item.ContentItemId == kept && line.Remark == task.Remark);
    }

    [Fact]
    public async Task An_emergency_release_needs_a_reason_and_is_owed_through_reviews_until_the_interpretation_is_there()
    {
        await PairAsync();
        await ApproveAsync("p");
        Assert.False((await _site.TakeAsync("publisher", "p", "publish", ahead: "")).IsDone);
        Assert.NotEmpty((await _site.TakeAsync("publisher", "p", "publish", ahead: new string('急', ReviewWork.MostAheadReason + 1))).Faults);
        Assert.Null(await _site.PublishedAsync("p"));

        await _site.DoAsync("publisher", "p", "publish", ahead: "台风预警");

        var owed = Assert.Single(await OverdueAsync());
        Assert.Equal(("p", "台风预警", true), (owed.Item.ContentItemId, owed.Remark.ToString(), owed.IsOverdue));
        Assert.Equal(["p"], (await TasksAsync("drafter")).Select(line => line.Item.ContentItemId));
        await _site.SaveAsync("drafter", "p", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "改过"));
        await ApproveAsync("p");
        await _site.DoAsync("publisher", "p", "publish");
        Assert.Equal("台风预警", Assert.Single(await OverdueAsync()).Remark.ToString());

        await ApproveAsync("i");
        await _site.DoAsync("publisher", "i", "publish");

        Assert.Empty(await OverdueAsync());
        Assert.Empty(await _site.Records.OwedAsync());
        Assert.Equal([ReviewStepKind.Owed, ReviewStepKind.Settled], (await _site.Records.HistoryAsync("p")).Select(step => step.Kind).Where(kind => kind is ReviewStepKind.Owed or ReviewStepKind.Settled));
    }

    [Fact]
    public async Task A_policy_whose_interpretation_is_withdrawn_owes_it_until_it_is_back()
    {
        await PublishBothAsync();

        Assert.True((await _site.ExecuteAsync("publisher", new Unpublish("i"))).Succeeded);

        var owed = Assert.Single(await OverdueAsync());
        Assert.Equal(("p", "解读“i”已经撤下。"), (owed.Item.ContentItemId, owed.Remark.ToString()));
        await ApproveAsync("i");
        await _site.DoAsync("publisher", "i", "publish");
        Assert.Empty(await OverdueAsync());
    }

    [Fact]
    public async Task An_interpretation_whose_policy_is_withdrawn_stands_alone_until_it_is_back()
    {
        await PublishBothAsync();

        Assert.True((await _site.ExecuteAsync("publisher", new Unpublish("p"))).Succeeded);

        var owed = Assert.Single(await OverdueAsync());
        Assert.Equal(("i", "所解读的文件“p”已经撤下。"), (owed.Item.ContentItemId, owed.Remark.ToString()));
        await ApproveAsync("p");
        await _site.DoAsync("publisher", "p", "publish");
        Assert.Empty(await OverdueAsync());
        await BothHaveNoTasksAsync();
    }

    [Fact]
    public async Task Of_a_pair_that_is_withdrawn_or_deleted_together_nothing_is_owed()
    {
        await PublishBothAsync();
        Assert.True((await _site.ExecuteAsync("publisher", new Unpublish("p"), new Unpublish("i"))).Succeeded);
        Assert.Empty(await OverdueAsync());

        await ApproveAsync("p");
        await ApproveAsync("i");
        await _site.DoAsync("publisher", "p", "publish");
        Assert.True((await _site.SystemAsync(new Delete("i"), new Delete("p"))).Succeeded);

        Assert.Empty(await OverdueAsync());
        Assert.Empty(await _site.Records.OwedAsync());
    }

    [Fact]
    public async Task An_interpretation_that_names_the_policy_no_more_leaves_it_owing_one()
    {
        await PublishBothAsync();
        await _site.SaveAsync("drafter", "i", item => item.EnsurePart(Interpretation).SetPickedIds("Policies", []));
        await ApproveAsync("i");

        await _site.DoAsync("publisher", "i", "publish");

        Assert.Equal(["p"], (await OverdueAsync()).Select(line => line.Item.ContentItemId));
    }

    [Fact]
    public async Task A_policy_that_is_not_for_everybody_goes_by_itself_and_is_not_interpreted()
    {
        await PairAsync();
        await ApproveAsync("i");
        await _site.DoAsync("drafter", "p", "submit");
        await _site.DoAsync("reviewer", "p", "decide", decision: new("不予公开", "第十四条"));
        await _site.DoAsync("secrecy", "p", "clear");
        await _site.DoAsync("signer", "p", "approve");

        await _site.DoAsync("publisher", "p", "publish");
        var interpretation = await _site.TakeAsync("publisher", "i", "publish");

        Assert.False((await _site.PublishedAsync("p"))!.IsPublic());
        Assert.Contains("“不予公开”的，解读不能公开", Assert.Single(interpretation.Faults).Message, StringComparison.Ordinal);
        Assert.Null(await _site.PublishedAsync("i"));
    }

    [Fact]
    public async Task What_readers_have_already_is_amended_by_itself()
    {
        await PublishBothAsync();
        foreach (var id in new[] { "p", "i" })
        {
            await _site.SaveAsync("drafter", id, item => item.EnsurePart("TitlePart")["Title"] = id + "（修订）");
            await ApproveAsync(id);
            await _site.DoAsync("publisher", id, "publish");
            Assert.Equal(id + "（修订）", (await _site.PublishedAsync(id))!.DisplayText);
        }
    }

    [Fact]
    public async Task An_amendment_takes_no_other_interpretation_along_that_is_ready()
    {
        await PublishBothAsync();
        await _site.SaveAsync("drafter", "second", item => item.EnsurePart(Interpretation).SetPickedIds("Policies", ["p"]), Interpretation);
        await ApproveAsync("second");
        await _site.SaveAsync("drafter", "p", item => item.EnsurePart(ReviewSite.Entry).SetTextField("Abstract", "改过"));
        await ApproveAsync("p");

        await _site.DoAsync("publisher", "p", "publish");

        Assert.Null(await _site.PublishedAsync("second"));
        await _site.DoAsync("publisher", "second", "publish");
        Assert.NotNull(await _site.PublishedAsync("second"));
    }

    [Fact]
    public async Task Where_no_type_carries_plans_nothing_is_held_up_and_an_import_never_is()
    {
        await using var plain = await ReviewSite.OpenAsync();
        await plain.SaveAsync("drafter", "p", Mark);
        await plain.ApproveAsync("p");
        await plain.DoAsync("publisher", "p", "publish");
        await PolicyAsync();
        var import = (await _site.LatestAsync("p"))!.Clone();
        (import.ContentItemVersionId, import.Published) = ("v1", true);

        Assert.True((await _site.SystemAsync(new ImportVersion(import))).Succeeded);

        Assert.NotNull(await plain.PublishedAsync("p"));
        Assert.NotNull(await _site.PublishedAsync("p"));
    }

    /// <summary>The connection string of a database of PostgreSQL; null for SQLite.</summary>
    protected abstract Task<string?> ConnectAsync();

    protected virtual Task LeaveAsync() => Task.CompletedTask;

    private static void Mark(ContentItem item) => item.EnsurePart(ReviewSite.Entry)["NeedsInterpretation"] = new JsonObject { ["Value"] = true };

    private Task<ContentItem> PolicyAsync() => _site.SaveAsync("drafter", "p", item =>
    {
        Mark(item);
        var plan = item.EnsurePart("InterpretationPlan");
        plan.SetTextField("Form", "图解");
        plan.SetTextField("Channels", "网站");
        plan.SetTextField("Drafter", "drafter");
        plan.SetDateField("PublishOn", new DateOnly(2026, 12, 1));
    });

    private Task<ContentItem> InterpretationAsync(string owner = "drafter") =>
        _site.SaveAsync(owner, "i", item => item.EnsurePart(Interpretation).SetPickedIds("Policies", ["p"]), Interpretation);

    private async Task PairAsync()
    {
        await PolicyAsync();
        await InterpretationAsync();
    }

    private async Task ApproveAsync(string id)
    {
        await _site.DoAsync("drafter", id, "submit");
        await _site.DoAsync("reviewer", id, "decide", decision: id == "p" ? new("主动公开", "") : null);
        await _site.DoAsync("secrecy", id, "clear");
        await _site.DoAsync("signer", id, "approve");
    }

    private async Task ReadyAsync()
    {
        await PairAsync();
        await ApproveAsync("p");
        await ApproveAsync("i");
    }

    private async Task PublishBothAsync()
    {
        await ReadyAsync();
        await _site.DoAsync("publisher", "p", "publish");
    }

    private async Task BothArePublicAsync()
    {
        var (policy, interpretation) = (await _site.PublishedAsync("p"), await _site.PublishedAsync("i"));
        Assert.NotNull(policy?.PublishedUtc);
        Assert.Equal(policy.PublishedUtc, interpretation?.PublishedUtc);
    }

    private async Task NoneIsPublicAsync() => Assert.Equal([null, null], new[] { await _site.PublishedAsync("p"), await _site.PublishedAsync("i") });

    private async Task BothHaveNoTasksAsync() => Assert.Empty((await TasksAsync("drafter")).Concat(await TasksAsync("publisher")));

    private Task<IReadOnlyList<ReviewLine>> TasksAsync(string user) => _site.AsAsync(user, (ReviewLists lists) => lists.TasksAsync(default));

    private Task<IReadOnlyList<ReviewLine>> OverdueAsync() => _site.AsAsync("signer", (ReviewLists lists) => lists.OverdueAsync(default));

    /// <summary>Breaks down at an item's publication, when everything before it was done.</summary>
    private sealed class Breaking : IContentHandler
    {
        public string? At { get; set; }

        public int Order => int.MaxValue;

        public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken) =>
            change.Item.ContentItemId == At ? throw new InvalidOperationException("broken") : ValueTask.CompletedTask;
    }
}
