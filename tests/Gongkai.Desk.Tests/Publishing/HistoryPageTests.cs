using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Publishing;

public sealed class HistoryPageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private static int s_count;

    private readonly string _id = $"item{Interlocked.Increment(ref s_count)}";

    private string Address => "/admin/content/history/" + _id;

    public async Task InitializeAsync()
    {
        if (s_count == 1)
            await desk.AddOfficesAsync();
        await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry(_id, "工作方案"), null));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_draft_is_published_now()
    {
        using var browser = await desk.SignInAsync("publisher");
        var page = await browser.GetAsync(Address);

        var after = await browser.SubmitAsync(page, selector: Form("publish"));

        Assert.Contains("已发布", after.Message, StringComparison.Ordinal);
        Assert.NotNull(await desk.Site.GetItemAsync(_id, VersionOption.Published));
        Assert.Null(after.Document.QuerySelector(Form("publish")));
    }

    [Fact]
    public async Task A_time_is_set_changed_and_cancelled_and_one_that_is_over_is_told_beside_the_field()
    {
        using var browser = await desk.SignInAsync("publisher");
        var page = await browser.GetAsync(Address);

        var over = await browser.SubmitAsync(page, form => form["when"] = "2020-01-01T09:00", Form("schedule"));
        Assert.Contains("已过", over.Document.QuerySelector(".field-bad .fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2020-01-01T09:00", over.Document.QuerySelector("#when-publish")!.GetAttribute("value"));

        var set = await browser.SubmitAsync(over, form => form["when"] = "2033-05-06T07:08", Form("schedule"));
        Assert.Contains("2033-05-06 07:08 发布", set.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2033, 5, 5, 23, 8, 0, DateTimeKind.Utc), ScheduleTimes.Of(await desk.Site.GetItemAsync(_id), ScheduleAction.Publish));

        var cancelled = await browser.SubmitAsync(set, form => form["cancel"] = "true", Form("schedule"));
        Assert.Contains("已取消定时", cancelled.Message, StringComparison.Ordinal);
        Assert.Null(ScheduleTimes.Of(await desk.Site.GetItemAsync(_id), ScheduleAction.Publish));
    }

    [Fact]
    public async Task Two_versions_are_compared_with_their_changes_marked_and_the_old_one_is_restored()
    {
        var item = await desk.Site.GetItemAsync(_id);
        item.Part("MarkdownBodyPart")!["Markdown"] = "第一条 为了规范工作。\n\n第二条 自2026年起施行。";
        await desk.Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));
        using var browser = await desk.SignInAsync("editor");
        var history = await browser.GetAsync(Address);
        var link = history.Document.QuerySelectorAll("a").Single(one => one.TextContent == "改了什么");

        var page = await browser.GetAsync(link.GetAttribute("href")!);

        Assert.Equal("正文", page.Document.QuerySelector(".compare h2")!.TextContent);
        Assert.EndsWith("2025", page.Document.QuerySelector(".compare del")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("2026", page.Document.QuerySelector(".compare ins")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("第一条", string.Concat(page.Document.QuerySelectorAll(".compare del, .compare ins").Select(one => one.TextContent)), StringComparison.Ordinal);

        var restored = await browser.SubmitAsync(page, selector: Form("restore"));

        Assert.Contains("已恢复", restored.Message, StringComparison.Ordinal);
        Assert.Contains("2025", (await desk.Site.GetItemAsync(_id)).Part("MarkdownBodyPart")!["Markdown"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("第 3 版", restored.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_published()
    {
        using var browser = await desk.SignInAsync("publisher");
        var page = await browser.GetAsync(Address);
        var item = await desk.Site.GetItemAsync(_id);
        await desk.Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));

        var after = await browser.SubmitAsync(page, selector: Form("publish"));

        Assert.Contains("别人刚刚改过", after.Text, StringComparison.Ordinal);
        Assert.False((await desk.Site.GetItemAsync(_id)).Published);
        Assert.Contains("别人刚刚改过", (await browser.SubmitAsync(page, selector: Form("schedule"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_is_restored_from_its_history()
    {
        using var browser = await desk.SignInAsync("administrator");
        var deleted = await browser.SubmitAsync(await browser.GetAsync(Address), selector: Form("delete"));
        Assert.Contains("已删除", deleted.Text, StringComparison.Ordinal);

        var restored = await browser.SubmitAsync(deleted, selector: Form("restore"));

        Assert.Contains("已恢复", restored.Message, StringComparison.Ordinal);
        Assert.Equal("工作方案", (await desk.Site.GetItemAsync(_id)).DisplayText);
    }

    [Theory]
    [InlineData("editor", "publish")]
    [InlineData("editor", "delete")]
    [InlineData("auditor", "restore")]
    [InlineData("reviewer", "schedule")]
    public async Task Who_may_not_is_not_offered_it_and_is_refused(string role, string handler)
    {
        using var browser = await desk.SignInAsync(role);
        var page = await browser.GetAsync(Address);
        var token = await TokenAsync(browser);

        Assert.Null(page.Document.QuerySelector(Form(handler)));
        var answer = await browser.PostAsync($"{Address}/{handler}", [new("__RequestVerificationToken", token), new("version", "x"), new("what", "Publish")]);
        var other = await browser.PostAsync($"{Address}?handler={handler}", [new("__RequestVerificationToken", token), new("version", "x"), new("what", "Publish")]);

        Assert.Contains(HttpStatusCode.Forbidden, new[] { answer.Status, other.Status });
        Assert.False((await desk.Site.GetItemAsync(_id)).Published);
    }

    private static async Task<string> TokenAsync(DeskBrowser browser) =>
        (await browser.GetAsync("/admin")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>The form that sends to a handler of the page.</summary>
    private static string Form(string handler) => $"form[action$='handler={char.ToUpperInvariant(handler[0])}{handler[1..]}']";
}
