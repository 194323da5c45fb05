using Gongkai.Content;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>Times that are set in the edit page.</summary>
public sealed class EditPageTimesTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Publish = "PublishLaterPart.When";
    private const string Archive = "ArchiveLaterPart.When";
    private static readonly DateTime Due = new(2033, 5, 5, 23, 8, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_new_item_is_saved_and_scheduled_in_one_step_and_what_it_still_lacks_is_said()
    {
        using var browser = await site.Desk.SignInAsync("publisher");
        var page = await browser.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=DisclosureEntry");

        var answer = await browser.PressAsync(page, "schedule", form => (form["TitlePart.Title"], form[Publish], form[Archive]) = ("到时发布", "2033-05-06T07:08", "2033-05-07T07:08"));

        Assert.Contains("定于 2033-05-06 07:08 发布，2033-05-07 07:08 归档撤下", answer.Message, StringComparison.Ordinal);
        Assert.Contains("到时不会发布", answer.Message, StringComparison.Ordinal);
        var item = await site.FindAsync(page.IdOf());
        Assert.Equal((false, Due, Due.AddDays(1)), (item!.Published, ScheduleTimes.Of(item, ScheduleAction.Publish), ScheduleTimes.Of(item, ScheduleAction.Unpublish)));
    }

    [Fact]
    public async Task A_time_makes_no_version_and_is_cancelled_when_it_is_emptied()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("publisher");

        var scheduled = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "schedule", form => form[Publish] = "2033-05-06T07:08");
        var dated = await site.FindAsync(item.ContentItemId);
        var cancelled = await browser.PressAsync(scheduled, "save", form => form[Publish] = "");
        var free = await site.FindAsync(item.ContentItemId);

        Assert.Equal((Due, item.ContentItemVersionId), (ScheduleTimes.Of(dated!, ScheduleAction.Publish), dated!.ContentItemVersionId));
        Assert.Contains("定时已取消", cancelled.Message, StringComparison.Ordinal);
        Assert.Equal((null, item.ContentItemVersionId), (ScheduleTimes.Of(free!, ScheduleAction.Publish), free!.ContentItemVersionId));
    }

    [Fact]
    public async Task What_readers_see_is_archived_at_its_time_without_a_new_draft()
    {
        var item = await site.AddAsync("Page", """ "TitlePart": { "Title": "公开的一页" }, "AutoroutePart": { "Path": "archived-later" } """, publish: true);
        using var browser = await site.Desk.SignInAsync("publisher");

        await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "schedule", form => form[Archive] = "2033-05-06T07:08");

        var after = await site.FindAsync(item.ContentItemId);
        Assert.Equal((true, Due), (after!.Published, ScheduleTimes.Of(after, ScheduleAction.Unpublish)));
    }

    [Theory]
    [InlineData("schedule", "2020-01-01T09:00", "已过")]
    [InlineData("schedule", "明天", "时间")]
    [InlineData("schedule", "", "还没有填写时间")]
    [InlineData("publish", "2033-05-06T07:08", "没有马上发布")]
    public async Task What_does_not_fit_is_said_beside_the_time_and_nothing_is_done(string command, string when, string fault)
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("publisher");

        var answer = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}"), command, form => (form["TitlePart.Title"], form[Publish]) = ("改过的题目", when));

        Assert.Contains(fault, answer.FaultsOf("PublishLaterPart"), StringComparison.Ordinal);
        Assert.True(answer.Document.QuerySelector("details.timing")!.HasAttribute("open"));
        Assert.Equal((when, "改过的题目"), (answer.ValueOf(Publish), answer.ValueOf("TitlePart.Title")));
        var after = await site.FindAsync(item.ContentItemId);
        Assert.Equal((item.ContentItemVersionId, false, null), (after!.ContentItemVersionId, after.Published, ScheduleTimes.Of(after, ScheduleAction.Publish)));
    }

    [Fact]
    public async Task Who_may_not_publish_sets_no_time()
    {
        var item = await site.AddPageAsync();
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{item.ContentItemId}");

        await browser.PressAsync(page, "schedule", form =>
        {
            form["TitlePart.Title"] = "题";
            form.Add(Publish, "2033-05-06T07:08");
        });

        Assert.Null(page.Document.QuerySelector(".timing"));
        Assert.Null(ScheduleTimes.Of((await site.FindAsync(item.ContentItemId))!, ScheduleAction.Publish));
    }
}
