using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Tests.Editing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Listing;

/// <summary>The first page: where somebody goes on, and nothing that is not theirs to see.</summary>
public sealed class OverviewTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task An_editor_finds_their_drafts_and_unsaved_work_and_leads_back_to_the_form()
    {
        using var editor = await site.Desk.SignInAsync("editor");
        var draft = await editor.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Page");
        await editor.PressAsync(draft, "save", form => form["TitlePart.Title"] = "我写到一半的草稿");
        var page = await editor.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Page");
        await editor.PostAsync($"/admin/editing/keep/{page.IdOf()}", new DeskForm(page.Form(EditingAnswers.Form)) { ["TitlePart.Title"] = "没保存" }.Values);

        var overview = await editor.GetAsync("/admin");

        Assert.Equal("/admin/content/edit/" + draft.IdOf(), LinkIn(overview, "我的草稿", "我写到一半的草稿"));
        Assert.StartsWith("/admin/content/edit/" + page.IdOf(), LinkIn(overview, "没有保存完的内容", "新内容"), StringComparison.Ordinal);
        Assert.Null(SectionOf(overview, "待发布"));
        Assert.Null(SectionOf(overview, "没有完成的处理"));
    }

    [Fact]
    public async Task A_publisher_sees_what_waits_what_is_near_what_failed_its_time_and_what_was_published()
    {
        var now = DateTime.UtcNow;
        var (soon, late) = (await site.AddPageAsync("马上发布的"), await site.AddPageAsync("过了时间的"));
        await site.AddAsync("Page", """ "TitlePart": { "Title": "刚发布的" }, "AutoroutePart": { "Path": "just-published" } """, publish: true);
        await ScheduleAsync(soon, now.AddMinutes(30));
        await ScheduleAsync(late, now.AddYears(1));
        using var publisher = await site.Desk.SignInAsync("publisher");

        var overview = await publisher.GetAsync("/admin");

        Assert.Contains("马上发布的", SectionOf(overview, "待发布")!, StringComparison.Ordinal);
        Assert.Matches("马上发布的\\s+(29|30) 分钟内发布", SectionOf(overview, "已定时")!);
        Assert.Contains("刚发布的", SectionOf(overview, "最近发布")!, StringComparison.Ordinal);
        Assert.DoesNotContain("马上发布的", SectionOf(overview, "最近发布")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offices_people_see_nothing_of_another_office()
    {
        await site.AddEntryAsync("office-b", "乙局还没公开的事");
        using var jia = await site.Desk.SignInAsync("jia");
        using var yi = await site.Desk.SignInAsync("yi");

        Assert.DoesNotContain("乙局还没公开的事", (await jia.GetAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.Contains("乙局还没公开的事", (await yi.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lists_say_so_and_the_menu_is_not_repeated()
    {
        await site.Desk.AddAsync("new-editor", ["Editor"]);
        using var browser = await site.Desk.SignInAsync("new-editor");

        var overview = await browser.GetAsync("/admin");

        Assert.Contains("您没有等待发布的草稿", SectionOf(overview, "我的草稿")!, StringComparison.Ordinal);
        Assert.Empty(overview.Document.QuerySelectorAll("main nav, main .tile"));
        Assert.Single(overview.Document.QuerySelectorAll("main .button-primary"));
    }

    [Fact]
    public async Task The_sign_in_before_this_one_is_told_with_its_network()
    {
        await site.Desk.AddAsync("watchful", ["Editor"]);
        using var first = await site.Desk.SignInAsync("watchful");
        var before = (await first.GetAsync("/admin")).Text;
        using var second = await site.Desk.SignInAsync("watchful");

        Assert.Contains("这是第一次登录", before, StringComparison.Ordinal);
        Assert.Matches(@"上次登录\s*\d{4}-\d\d-\d\d \d\d:\d\d，来自 127\.0\.0\.1", (await second.GetAsync("/admin")).Text);
    }

    [Fact]
    public async Task An_administrator_sees_work_that_was_not_completed_and_whoever_is_none_does_not()
    {
        var jobs = site.Desk.Services.GetRequiredService<IDeskJobs>();
        var work = new BulkWork(BulkVerb.Publish, null, ["a", "b"], [new("a", "标题不外传", BulkOutcome.Refused, new("缺主题")), new("b", "b", BulkOutcome.Done, null)]);
        var now = DateTime.UtcNow;
        await jobs.SaveAsync(new("failed", "yi", BulkJobs.Kind, now, now, true, work.ToJson()));
        await jobs.SaveAsync(new("whole", "yi", BulkJobs.Kind, now, now, true, (work with { Results = [new("a", "", BulkOutcome.Done, null), new("b", "", BulkOutcome.Done, null)] }).ToJson()));
        using var administrator = await site.Desk.SignInAsync("administrator");
        using var publisher = await site.Desk.SignInAsync("publisher");

        var overview = await administrator.GetAsync("/admin");

        var failed = SectionOf(overview, "没有完成的处理")!;
        Assert.Contains("批量发布", failed, StringComparison.Ordinal);
        Assert.Contains("1 条没有完成 · yi", failed, StringComparison.Ordinal);
        Assert.Equal(2, failed.Split("批量发布").Length);
        Assert.DoesNotContain("标题不外传", overview.Text, StringComparison.Ordinal);
        Assert.Null(SectionOf(await publisher.GetAsync("/admin"), "没有完成的处理"));
    }

    private async Task ScheduleAsync(ContentItem item, DateTime due) =>
        await site.Desk.Site.ExecuteAsync(new SetSchedule(item.ContentItemId, ScheduleAction.Publish, due, item.ContentItemVersionId));

    private static string? SectionOf(DeskAnswer page, string title) =>
        page.Document.QuerySelectorAll(".overview-list").FirstOrDefault(section => section.QuerySelector("h2")!.TextContent.Trim().StartsWith(title, StringComparison.Ordinal))?.TextContent;

    private static string LinkIn(DeskAnswer page, string title, string text) => page.Document.QuerySelectorAll(".overview-list")
        .First(section => section.QuerySelector("h2")!.TextContent.Trim().StartsWith(title, StringComparison.Ordinal))
        .QuerySelectorAll("li > a").First(link => link.TextContent.Trim() == text).GetAttribute("href")!;
}
