using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Bulk;

public sealed class BulkTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private static int s_count;

    private readonly int _number = Interlocked.Increment(ref s_count);

    public async Task InitializeAsync()
    {
        if (_number == 1)
            await desk.AddOfficesAsync();
        await desk.Site.ExecuteAsync(
            new SaveDraft(Samples.Entry($"a{_number}", $"甲{_number}"), null), new SaveDraft(Samples.Entry($"b{_number}", $"乙{_number}", "finance"), null),
            new SaveDraft(Samples.Entry($"c{_number}", $"丙{_number}").With(item => item.Part("DisclosureEntry")!.Remove("Topic")), null));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_item_is_published_by_its_own_rules_with_a_result_of_its_own()
    {
        await desk.AddAsync($"publisher{_number}", ["Publisher"], "office");
        using var browser = await desk.SignInAsync($"publisher{_number}");

        var done = await RunAsync(browser, "Publish", $"a{_number}", $"b{_number}", $"c{_number}", "missing");

        Assert.Equal("完成", Result(done, $"甲{_number}"));
        Assert.Contains("必填", Row(done, $"丙{_number}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"乙{_number}", done.Text, StringComparison.Ordinal);
        Assert.Equal(2, done.Document.QuerySelectorAll("tbody .chip").Count(chip => chip.TextContent == "没有找到"));
        Assert.True((await desk.Site.GetItemAsync($"a{_number}")).Published);
        Assert.False((await desk.Site.GetItemAsync($"b{_number}")).Published);
        Assert.Contains("批量发布", (await browser.GetAsync("/admin/content/jobs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_changed_in_what_is_published_and_withdrawn_items_say_why()
    {
        await desk.Site.ExecuteAsync(new Publish($"a{_number}"));
        using var browser = await desk.SignInAsync("publisher");

        var changed = await RunAsync(browser, "ChangeTopic", form => form["value"] = "topic-05", $"a{_number}", $"b{_number}");

        Assert.Equal(["topic-05"], (await desk.Site.GetItemAsync($"a{_number}", VersionOption.Published)).Part("DisclosureEntry")!.TermIds("Topic"));
        Assert.Equal(["topic-05"], (await desk.Site.GetItemAsync($"b{_number}")).Part("DisclosureEntry")!.TermIds("Topic"));
        Assert.Equal("完成", Result(changed, $"乙{_number}"));

        var withdrawn = await RunAsync(browser, "Unpublish", form => form["value"] = "一起误发。", $"a{_number}", $"b{_number}");

        Assert.Equal("不用改", Result(withdrawn, $"乙{_number}"));
        using var gone = await desk.Site.GetAsync("/Contents/ContentItems/a" + _number);
        Assert.Contains("一起误发。", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_fits_the_filters_is_taken_and_deleted_by_who_may()
    {
        using var browser = await desk.SignInAsync("administrator");
        var list = await browser.GetAsync($"/admin/content/DisclosureEntry?q=甲{_number}");
        var ask = await browser.SubmitAsync(list, form => (form["verb"], form["all"]) = ("Delete", "true"), "#bulk");
        Assert.Contains($"甲{_number}", ask.Text, StringComparison.Ordinal);

        var job = await UntilDoneAsync(browser, await browser.SubmitAsync(ask));

        Assert.Equal("完成", Result(job, $"甲{_number}"));
        Assert.DoesNotContain($"甲{_number}", (await browser.GetAsync("/admin/content/DisclosureEntry")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_gets_that_for_each_item()
    {
        using var browser = await desk.SignInAsync("editor");

        var done = await RunAsync(browser, "Publish", $"a{_number}");

        Assert.Equal("没有权限", Result(done, $"甲{_number}"));
        Assert.False((await desk.Site.GetItemAsync($"a{_number}")).Published);
    }

    [Fact]
    public async Task Somebody_elses_work_is_not_shown()
    {
        using var browser = await desk.SignInAsync("publisher");
        var done = await RunAsync(browser, "Publish", $"a{_number}");
        using var other = await desk.SignInAsync("administrator");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(done.Address)).Status);
    }

    [Fact]
    public async Task Nothing_chosen_and_too_much_are_told()
    {
        using var browser = await desk.SignInAsync("publisher");
        var list = await browser.GetAsync("/admin/content/DisclosureEntry");

        var nothing = await browser.SubmitAsync(list, form => form.Remove("id"), "#bulk");
        Assert.Contains("没有选中内容", nothing.Message, StringComparison.Ordinal);
        var much = await browser.SubmitAsync(list, form =>
        {
            for (var i = 0; i <= 1000; i++)
                form.Add("id", $"x{i}");
        }, "#bulk");
        Assert.Contains("一次最多处理 1000 条", much.Message, StringComparison.Ordinal);
    }

    private static Task<DeskAnswer> RunAsync(DeskBrowser browser, string verb, params string[] ids) => RunAsync(browser, verb, _ => { }, ids);

    private static async Task<DeskAnswer> RunAsync(DeskBrowser browser, string verb, Action<DeskForm> fill, params string[] ids)
    {
        var list = await browser.GetAsync("/admin/content/DisclosureEntry");
        var token = list.Document.QuerySelector("#bulk input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var ask = await browser.PostAsync("/admin/content/bulk", [new("__RequestVerificationToken", token), new("verb", verb), new("type", "DisclosureEntry"), .. ids.Select(id => KeyValuePair.Create("id", id))]);
        return await UntilDoneAsync(browser, await browser.SubmitAsync(ask, fill));
    }

    private static async Task<DeskAnswer> UntilDoneAsync(DeskBrowser browser, DeskAnswer job)
    {
        Assert.Contains("/content/job/", job.Address, StringComparison.Ordinal);
        while (job.Document.QuerySelector("#job[data-running=true]") is not null)
            job = await browser.GetAsync(job.Address);
        return job;
    }

    private static string Row(DeskAnswer page, string title) => page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == title).TextContent;

    private static string Result(DeskAnswer page, string title) =>
        page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == title).QuerySelector(".chip")!.TextContent;
}
