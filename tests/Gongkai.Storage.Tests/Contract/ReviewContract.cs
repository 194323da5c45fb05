using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Steps of reviews are written with what they accompany, or not at all.</summary>
public abstract class ReviewContract : StorageContract
{
    private static readonly DateTime Eight = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_step_is_kept_word_for_word_with_its_place_and_its_row_in_the_trail()
    {
        var site = await OpenAsync();
        var version = await DraftAsync(site, "a");
        var step = Submitted("a", version) with { Remark = "请审", InsteadOf = "wang", DueOn = new(2026, 3, 4), Details = new() { ["writers"] = new JsonArray("li") } };

        await site.DoAsync(new TakeStep(step, 0));

        var kept = Assert.Single(await Records(site).HistoryAsync("a"));
        Assert.Equal(step with { Number = 1, Details = null }, kept with { Details = null });
        Assert.True(JsonNode.DeepEquals(step.Details, kept.Details));
        Assert.Equal([new("a", "Notice", version, "g", "check", Eight, new DateOnly(2026, 3, 4), "li")], await Records(site).ListAsync());
        var row = (await site.Services.GetRequiredService<IAuditTrail>().QueryAsync(new())).Records[0];
        Assert.Equal((AuditActions.ReviewStepTaken, "a", version), (row.Action, row.ContentItemId, row.VersionId));
        Assert.Contains("\"remark\":\"请审\"", row.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_the_same_at_once_one_is_told_that_it_is_done()
    {
        var (site, other) = (await OpenAsync(), await Fixture.OpenAsync());
        var version = await DraftAsync(site, "a");

        var results = await Task.WhenAll(site.ExecuteAsync(new TakeStep(Submitted("a", version), 0)), other.ExecuteAsync(new TakeStep(Submitted("a", version) with { UserName = "zhao" }, 0)));

        Assert.Single(results, result => result.Succeeded);
        Assert.Contains("别人刚刚办理过", Assert.Single(results.Single(result => !result.Succeeded).Results[0].Errors).Message, StringComparison.Ordinal);
        Assert.Single(await Records(site).HistoryAsync("a"));
    }

    [Fact]
    public async Task A_step_on_a_version_that_is_not_the_newest_is_a_conflict()
    {
        var site = await OpenAsync();
        var version = await DraftAsync(site, "a");
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "改过"), version));

        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new TakeStep(Submitted("a", version), 0)));
        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new TakeStep(Submitted("missing", version), 0)));

        Assert.Empty(await Records(site).HistoryAsync("a"));
    }

    [Fact]
    public async Task What_a_step_decides_is_a_version_of_its_own()
    {
        var site = await OpenAsync();
        var version = await DraftAsync(site, "a");

        var result = await site.DoAsync(new TakeStep(Submitted("a", version), 0, Sample.Notice("a", "认定过")));

        var decided = (await site.LatestAsync("a"))!;
        Assert.Equal((result.Results[0].VersionId, "认定过"), (decided.ContentItemVersionId, decided.DisplayText));
        Assert.Equal(decided.ContentItemVersionId, Assert.Single(await Records(site).HistoryAsync("a")).VersionId);
        Assert.Equal(decided.ContentItemVersionId, Assert.Single(await Records(site).ListAsync()).VersionId);
        Assert.Empty(await site.FaultsAsync());
    }

    [Fact]
    public async Task What_a_handler_records_goes_with_the_change_and_is_undone_with_it()
    {
        var site = await OpenAsync(services => services.AddScoped<IContentHandler, Recorder>());
        var version = await DraftAsync(site, "a");
        await site.DoAsync(new TakeStep(Submitted("a", version), 1));
        Assert.NotEmpty(await Records(site).ListAsync());

        await site.RefusedAsync(new Publish("a"), new Publish("a", DueUtc: null), new SaveDraft(Sample.Notice(""), null));
        Assert.Equal(2, (await Records(site).HistoryAsync("a")).Count);
        await site.DoAsync(new Publish("a"));

        Assert.Equal([ReviewStepKind.Written, ReviewStepKind.Forwarded, ReviewStepKind.Published], (await Records(site).HistoryAsync("a")).Select(step => step.Kind));
        Assert.Empty(await Records(site).ListAsync());
    }

    [Fact]
    public async Task What_is_owed_is_kept_through_other_reviews_since_it_was_and_until_it_is_settled_or_deleted()
    {
        var owing = new Owing();
        var site = await OpenAsync(services => services.AddScoped<IContentHandler>(_ => owing));
        var other = await DraftAsync(site, "other");
        await DraftAsync(site, "a");
        owing.Steps = [Of(ReviewStepKind.Owed, "台风", day: 1), new("other", other, ReviewStepKind.Owed) { To = "policy", AtUtc = Eight }];

        await site.DoAsync(new Publish("a"));
        var version = (await site.DoAsync(new SaveDraft(Sample.Notice("a", "改过"), (await site.LatestAsync("a"))!.ContentItemVersionId))).Results[0].VersionId!;
        await site.DoAsync(new TakeStep(Submitted("a", version), 1));
        owing.Steps = [Of(ReviewStepKind.Owed, "又撤下", day: 2)];
        await site.DoAsync(new Publish("a"));

        Assert.Equal(
            [new("a", "interpretation", Eight, new(2026, 3, 1), "li", "又撤下"), new("other", "policy", Eight, new(2026, 3, 1), "", "")], await Records(await Fixture.OpenAsync()).OwedAsync());
        Assert.Equal("a", Assert.Single(await Records(site).ListAsync()).ContentItemId);
        await site.DoAsync(new Delete("other"));
        owing.Steps = [Of(ReviewStepKind.Settled, "", day: 3)];
        await site.DoAsync(new Unpublish("a"), new Publish("a"));
        Assert.Empty(await Records(site).OwedAsync());

        static ReviewStep Of(ReviewStepKind kind, string reason, int day) => new("a", "v", kind) { To = "interpretation", UserName = "li", Remark = reason, AtUtc = Eight.AddDays(day - 1), DueOn = new(2026, 3, day) };
    }

    [Fact]
    public async Task What_is_deleted_is_not_under_review_and_keeps_its_history()
    {
        var site = await OpenAsync();
        await site.DoAsync(new TakeStep(Submitted("a", await DraftAsync(site, "a")), 0));

        await site.DoAsync(new Delete("a"));

        Assert.Empty(await Records(site).ListAsync());
        Assert.Single(await Records(site).HistoryAsync("a"));
        Assert.Empty(await Records(site).HistoryAsync("\0"));
    }

    [Fact]
    public async Task Deputies_are_kept_until_their_last_day_is_over()
    {
        var (site, other) = (await OpenAsync(), await Fixture.OpenAsync());
        var deputy = new Deputy("d1", "wang", "li", new(2026, 3, 2), new(2026, 3, 6));
        await Records(site).SaveAsync(deputy with { StandIn = "zhao" });
        await Records(site).SaveAsync(deputy);

        Assert.Equal([deputy], await Records(other).DeputiesAsync(new(2026, 3, 6)));
        Assert.Empty(await Records(other).DeputiesAsync(new(2026, 3, 7)));
        Assert.False(await Records(site).RemoveDeputyAsync("d2"));
        Assert.True(await Records(site).RemoveDeputyAsync("d1"));
        Assert.Empty(await Records(other).DeputiesAsync(new(2026, 3, 1)));
        Assert.Equal(3, (await site.Services.GetRequiredService<IAuditTrail>().QueryAsync(new())).Records.Count(row => row.Action.StartsWith("Review.Deputy", StringComparison.Ordinal)));
    }

    private static async Task<string> DraftAsync(TestSite site, string id) => (await site.DoAsync(new SaveDraft(Sample.Notice(id), null))).Results[0].VersionId!;

    private static ReviewStep Submitted(string id, string version) =>
        new(id, version, ReviewStepKind.Forwarded) { Graph = "g", From = "draft", To = "check", UserName = "li", DisplayName = "李", AtUtc = Eight };

    private static IReviewRecords Records(TestSite site) => site.Services.GetRequiredService<IReviewRecords>();

    /// <summary>Writes steps after a publication.</summary>
    private sealed class Owing : IContentHandler
    {
        public IReadOnlyList<ReviewStep> Steps { get; set; } = [];

        public ValueTask PublishedAsync(ContentChange change, CancellationToken cancellationToken)
        {
            foreach (var step in Steps)
                change.Record(step);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Recorder : IContentHandler
    {
        public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken) => Record(change, ReviewStepKind.Written);

        public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken) => Record(change, ReviewStepKind.Published);

        private static ValueTask Record(ContentChange change, ReviewStepKind kind)
        {
            if (!change.IsImport)
                change.Record(new(change.Item.ContentItemId, change.Item.ContentItemVersionId, kind) { Graph = "g", From = "draft", To = "draft", AtUtc = Eight });
            return ValueTask.CompletedTask;
        }
    }
}
