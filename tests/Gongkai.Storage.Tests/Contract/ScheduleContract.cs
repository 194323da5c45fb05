using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>What is to be published or withdrawn later is found by its time.</summary>
public abstract class ScheduleContract : StorageContract
{
    private static readonly DateTime Nine = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ten = Nine.AddHours(1);

    [Fact]
    public async Task What_is_due_comes_earliest_first_and_no_more_than_asked()
    {
        var site = await OpenAsync();
        var drafts = await site.DoAsync(Draft("late", Ten), Draft("early", Nine), Draft("same", Nine), Draft("never", null));

        var due = await DueAsync(site, Nine);

        Assert.Equal([new("early", drafts.Results[1].VersionId!, ScheduleAction.Publish, Nine), new("same", drafts.Results[2].VersionId!, ScheduleAction.Publish, Nine)], due);
        Assert.Equal(DateTimeKind.Utc, due[0].DueUtc.Kind);
        Assert.Empty(await DueAsync(site, Nine.AddSeconds(-1)));
        Assert.Equal(["early"], await IdsAsync(site, Ten, count: 1));
        Assert.Equal(["same", "late"], await IdsAsync(site, Ten, skip: 1));
    }

    [Fact]
    public async Task Only_the_newest_draft_is_published_later()
    {
        var site = await OpenAsync();
        var first = await site.DoAsync(Draft("a", Nine));
        var second = await site.DoAsync(new SaveDraft(Sample.Timed("a", publish: Ten), first.Results[0].VersionId));

        Assert.Equal(second.Results[0].VersionId, Assert.Single(await DueAsync(site, Ten)).VersionId);
        await site.DoAsync(new SaveDraft(Sample.Timed("a"), second.Results[0].VersionId));

        Assert.Empty(await DueAsync(site, Ten));
    }

    [Fact]
    public async Task What_was_published_is_not_published_again_after_it_was_withdrawn()
    {
        var site = await OpenAsync();
        await site.DoAsync(Draft("a", Nine), new Publish("a"));
        Assert.Empty(await DueAsync(site, Ten));

        await site.DoAsync(new Unpublish("a"));

        Assert.Empty(await DueAsync(site, Ten));
        Assert.Null((await site.LatestAsync("a"))!.Part("PublishLaterPart")!["ScheduledPublishUtc"]);
    }

    [Fact]
    public async Task Only_the_published_version_is_withdrawn_later_and_only_once()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Timed("a", archive: Nine), "v1"));
        await site.DoAsync(new SaveDraft(Sample.Timed("a", archive: Ten), "v1"));
        Assert.Equal([new("a", "v1", ScheduleAction.Unpublish, Nine)], await DueAsync(site, Ten));

        await site.DoAsync(new Unpublish("a", "v1"));
        Assert.Empty(await DueAsync(site, Ten));
        await site.DoAsync(new Publish("a"));

        Assert.Equal(Ten, Assert.Single(await DueAsync(site, Ten)).DueUtc);
        await site.DoAsync(new Delete("a"));
        Assert.Empty(await DueAsync(site, Ten));
    }

    [Fact]
    public async Task Withdrawing_another_version_than_the_one_that_was_seen_is_a_conflict()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Timed("a"), "v1"));

        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new Unpublish("a", "v0")));

        Assert.NotNull(await site.PublishedAsync("a"));
    }

    [Fact]
    public async Task What_would_be_withdrawn_at_once_is_not_published()
    {
        var site = await OpenAsync();
        await site.DoAsync(new SaveDraft(Sample.Timed("a", archive: Nine), null));
        site.Time.Advance(TimeSpan.FromHours(1));

        var error = Assert.Single(await site.RefusedAsync(new Publish("a")));

        Assert.Equal(("ArchiveLaterPart.ScheduledArchiveUtc", "定时归档撤下的时间（2026-03-01 09:00）已过，请改为以后的时间或清空后再发布。"), (error.Path, error.Message));
    }

    [Fact]
    public async Task A_time_that_is_over_is_refused_and_one_that_came_to_be_over_does_not_stand_in_the_way()
    {
        var site = await OpenAsync();
        var now = site.Time.GetUtcNow().UtcDateTime;
        Assert.Equal("PublishLaterPart.ScheduledPublishUtc", Assert.Single(await site.RefusedAsync(Draft("a", now))).Path);
        Assert.Equal("PublishLaterPart.ScheduledPublishUtc", Assert.Single(await site.RefusedAsync(new SaveDraft(Sample.Timed("a", publish: Ten, archive: Nine), null))).Path);
        var draft = await site.DoAsync(Draft("a", Nine));
        Assert.Equal("PublishLaterPart", Assert.Single(await site.RefusedAsync(new SetSchedule("a", ScheduleAction.Publish, now))).Path);
        Assert.Equal("ArchiveLaterPart", Assert.Single(await site.RefusedAsync(new SetSchedule("a", ScheduleAction.Unpublish, Nine))).Path);
        site.Time.Advance(TimeSpan.FromHours(2));

        await site.DoAsync(new SaveDraft(Sample.Timed("a", publish: Nine), draft.Results[0].VersionId));

        Assert.Single(await DueAsync(site, Nine));
    }

    [Fact]
    public async Task An_item_of_any_type_can_be_scheduled()
    {
        var site = await OpenAsync();
        var draft = await site.DoAsync(new SaveDraft(Sample.Notice("a"), null));

        await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, Nine));

        Assert.Equal([new("a", draft.Results[0].VersionId!, ScheduleAction.Publish, Nine)], await DueAsync(site, Nine));
        Assert.Empty(await site.FaultsAsync());
    }

    [Fact]
    public async Task A_time_is_set_changed_and_cancelled_without_a_new_version()
    {
        var site = await OpenAsync();
        await site.DoAsync(Draft("a", null));
        var version = (await site.LatestAsync("a"))!.ContentItemVersionId;

        await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, Nine, version));
        Assert.Equal(Nine, Assert.Single(await DueAsync(site, Ten)).DueUtc);
        await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, Ten));
        Assert.Equal(Ten, Assert.Single(await DueAsync(site, Ten)).DueUtc);
        var again = await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, Ten));
        Assert.Equal(OperationOutcome.Unchanged, again.Results[0].Outcome);
        await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, null));

        Assert.Empty(await DueAsync(site, Ten));
        Assert.Single(await site.HistoryAsync("a"));
        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new SetSchedule("a", ScheduleAction.Publish, Nine, "v0")));
        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new SetSchedule("missing", ScheduleAction.Publish, Nine)));
    }

    [Fact]
    public async Task To_archive_is_set_in_what_is_published_and_in_the_newer_draft()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Timed("a"), "v1"), new SaveDraft(Sample.Timed("a"), "v1"));

        await site.DoAsync(new SetSchedule("a", ScheduleAction.Unpublish, Ten));
        Assert.Equal([new("a", "v1", ScheduleAction.Unpublish, Ten)], await DueAsync(site, Ten));
        await site.DoAsync(new Publish("a"));

        var due = Assert.Single(await DueAsync(site, Ten));
        Assert.NotEqual("v1", due.VersionId);
    }

    [Fact]
    public async Task What_was_due_is_not_done_when_its_time_was_changed_meanwhile()
    {
        var site = await OpenAsync();
        await site.DoAsync(Draft("a", Nine), Sample.Import(Sample.Timed("b", archive: Nine), "v1"));
        var due = await DueAsync(site, Nine);
        await site.DoAsync(new SetSchedule("a", ScheduleAction.Publish, Ten), new SetSchedule("b", ScheduleAction.Unpublish, null));

        var result = await site.DoAsync(new Publish("a", due[0].VersionId, due[0].DueUtc), new Unpublish("b", due[1].VersionId, DueUtc: due[1].DueUtc));

        Assert.All(result.Results, one => Assert.Equal(OperationOutcome.Unchanged, one.Outcome));
        Assert.Null(await site.PublishedAsync("a"));
        Assert.NotNull(await site.PublishedAsync("b"));
    }

    [Fact]
    public async Task What_a_program_that_knew_fewer_kinds_did_not_derive_is_derived_at_the_next_start()
    {
        var site = await OpenAsync();
        await site.DoAsync(Draft("a", Nine), Sample.Import(Sample.Notice("n", route: "x"), "v1"));
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Schedules" """);
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Html" """);
        await Fixture.ExecuteSqlAsync("""DELETE FROM "Documents" WHERE "Name" = 'GongkaiKinds'""");
        Assert.NotEmpty(await site.FaultsAsync());

        var next = await Fixture.OpenAsync();

        Assert.Equal(["a"], await IdsAsync(next, Nine));
        Assert.Empty(await next.FaultsAsync());
    }

    [Fact]
    public async Task What_is_no_time_is_refused()
    {
        var site = await OpenAsync();
        var item = Sample.Timed("a").With(copy => copy.EnsurePart("PublishLaterPart")["ScheduledPublishUtc"] = JsonValue.Create("明天"));

        var error = Assert.Single(await site.RefusedAsync(new SaveDraft(item, null)));

        Assert.Equal(("PublishLaterPart.ScheduledPublishUtc", "“明天”不是时间，应写作 2026-03-01T08:00:00Z。"), (error.Path, error.Message));
    }

    private static SaveDraft Draft(string id, DateTime? publish) => new(Sample.Timed(id, publish), null);

    private static Task<IReadOnlyList<DueSchedule>> DueAsync(TestSite site, DateTime until, int count = 100, int skip = 0) =>
        site.ReadAsync((IStoredVersions versions) => versions.DueAsync(until, count, skip));

    private static async Task<IEnumerable<string>> IdsAsync(TestSite site, DateTime until, int count = 100, int skip = 0) =>
        (await DueAsync(site, until, count, skip)).Select(due => due.ContentItemId);
}
