using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

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
        await site.DoAsync(new SaveDraft(Sample.Timed("a", archive: site.Time.GetUtcNow().UtcDateTime), null));

        var error = Assert.Single(await site.RefusedAsync(new Publish("a")));

        Assert.Equal(new("ArchiveLaterPart.ScheduledArchiveUtc", "定时撤下的时间（2026-03-01 08:00 UTC）已过，请改为以后的时间或清空后再发布。"), error);
    }

    [Fact]
    public async Task A_part_that_a_type_gets_afterwards_counts_from_then_on()
    {
        var site = await OpenAsync();
        var type = Sample.Types.Single(type => type.Name == "Timed");
        await site.Definitions.SaveAsync([type with { Parts = [type.Parts[0]] }], []);
        await site.DoAsync(Draft("a", Nine), Sample.Import(Sample.Timed("b", archive: Ten), "v1"));
        Assert.Empty(await DueAsync(site, Ten));

        await site.Definitions.SaveAsync([type], []);

        Assert.Equal(["a", "b"], await IdsAsync(site, Ten));
        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());
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

        Assert.Equal(new("PublishLaterPart.ScheduledPublishUtc", "“明天”不是时间，应写作 2026-03-01T08:00:00Z。"), error);
    }

    private static SaveDraft Draft(string id, DateTime? publish) => new(Sample.Timed(id, publish), null);

    private static Task<IReadOnlyList<DueSchedule>> DueAsync(TestSite site, DateTime until, int count = 100, int skip = 0) =>
        site.ReadAsync((IStoredVersions versions) => versions.DueAsync(until, count, skip));

    private static async Task<IEnumerable<string>> IdsAsync(TestSite site, DateTime until, int count = 100, int skip = 0) =>
        (await DueAsync(site, until, count, skip)).Select(due => due.ContentItemId);
}
