using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;
using Gongkai.Desk.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Searching;

public sealed partial class SearchDeskTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private const string Synonyms = "#synonym form.line-form";
    private const string Picks = "#pick form.line-form";

    private static bool s_isReady;

    public async Task InitializeAsync()
    {
        if (s_isReady)
            return;
        s_isReady = true;
        await desk.AddOfficesAsync();
        await desk.PublishAsync(Samples.Entry("deposit", "缴存办法"));
        await desk.PublishAsync(Samples.Entry("lift", "加装电梯办法"));
        await desk.PublishAsync(Samples.Entry("closed", "内部规定", mode: "不予公开"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_found_nothing_becomes_a_synonym_in_one_click_and_the_next_query_finds_it()
    {
        using var browser = await desk.SignInAsync("publisher");
        Assert.Contains("没有找到", await desk.Site.GetTextAsync("/search?q=攒房钱"), StringComparison.Ordinal);
        await desk.Services.GetRequiredService<ISearchLog>().WriteAsync();
        var log = await browser.GetAsync("/admin/search");

        var row = log.Document.QuerySelectorAll("section")[0].QuerySelectorAll("tbody tr").Single(one => one.TextContent.Contains("攒房钱", StringComparison.Ordinal));
        var page = await browser.GetAsync(row.QuerySelector("a.button")!.GetAttribute("href")!);
        var saved = await browser.SubmitAsync(page, form => form["right"] = "缴存", Synonyms);

        Assert.Contains("已保存", saved.Message, StringComparison.Ordinal);
        Assert.Equal(["deposit"], Found("攒房钱"));
        Assert.DoesNotContain("没有找到", await desk.Site.GetTextAsync("/search?q=攒房钱"), StringComparison.Ordinal);
        var trail = await desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.SearchVocabularyChanged });
        Assert.Contains(trail.Records, record => record.User == "publisher" && record.Details.Contains("攒房钱 → 缴存", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_is_changed_and_removed_and_each_time_the_next_query_knows()
    {
        using var browser = await desk.SignInAsync("publisher");
        await browser.SubmitAsync(await browser.GetAsync("/admin/search/vocabulary"), form => (form["left"], form["right"]) = ("爬楼机", "缴存"), Synonyms);
        Assert.Equal(["deposit"], Found("爬楼机"));

        var list = await browser.GetAsync("/admin/search/vocabulary?q=爬楼机");
        var edit = await browser.GetAsync(Assert.Single(list.Document.QuerySelectorAll("#synonym tbody tr")).QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("爬楼机", new DeskForm(edit.Form(Synonyms))["left"]);
        await browser.SubmitAsync(edit, form => form["right"] = "加装电梯", Synonyms);
        Assert.Equal(["lift"], Found("爬楼机"));

        var removed = await browser.SubmitAsync(await browser.GetAsync("/admin/search/vocabulary?q=爬楼机"), selector: "#synonym tbody form");
        Assert.Contains("已删去", removed.Message, StringComparison.Ordinal);
        Assert.Empty(Found("爬楼机"));
        Assert.Empty((await browser.GetAsync("/admin/search/vocabulary?q=爬楼机")).Document.QuerySelectorAll("#synonym tbody tr"));
    }

    [Theory]
    [InlineData("lift")]
    [InlineData("{address}")]
    [InlineData("https://elsewhere.example{address}?from=3.x#h-art-1")]
    public async Task A_pick_by_id_or_address_comes_first_at_once_and_goes_at_once(string target)
    {
        using var browser = await desk.SignInAsync("publisher");
        var address = AutoroutePart.UrlOf(await desk.Site.GetItemAsync("lift", VersionOption.Published))!;
        Assert.Equal(["deposit"], Found("缴存办法"));

        var saved = await browser.SubmitAsync(
            await browser.GetAsync("/admin/search/vocabulary?pick=缴存办法"), form => form["right"] = target.Replace("{address}", address, StringComparison.Ordinal), Picks);

        Assert.Equal("加装电梯办法", Assert.Single(saved.Document.QuerySelectorAll("#pick tbody tr")).QuerySelector("td a")!.TextContent);
        Assert.Equal(["lift", "deposit"], Found("缴存办法"));
        await browser.SubmitAsync(saved, selector: "#pick tbody form");
        Assert.Equal(["deposit"], Found("缴存办法"));
    }

    [Theory]
    [InlineData("synonyms", "孤词", "", "只有一个词")]
    [InlineData("synonyms", "", "x", "请写大家怎么说")]
    [InlineData("synonyms", "甲\u0001", "乙", "不能保存")]
    [InlineData("picks", "公积金", "no-such-item", "不是公开着的内容")]
    [InlineData("picks", "公积金", "closed", "不是公开着的内容")]
    [InlineData("picks", "公积金", "/nowhere/at/all", "不是公开着的内容")]
    [InlineData("picks", "公积金", "javascript:alert(1)//", "不是公开着的内容")]
    public async Task What_the_search_could_not_use_is_refused_and_nothing_is_lost(string list, string left, string right, string told)
    {
        using var browser = await desk.SignInAsync("publisher");
        var before = desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Site).ToJsonString();

        var page = await browser.SubmitAsync(await browser.GetAsync("/admin/search/vocabulary"), form => (form["left"], form["right"]) = (left, right), list == "picks" ? Picks : Synonyms);

        Assert.Contains(told, page.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(right, new DeskForm(page.Form(list == "picks" ? Picks : Synonyms))["right"]);
        Assert.Equal(before, desk.Services.GetRequiredService<ISettings>().Get(SettingsNames.Site).ToJsonString());
    }

    [Fact]
    public async Task Of_two_who_change_the_lists_at_once_the_second_is_told()
    {
        using var browser = await desk.SignInAsync("publisher");
        var page = await browser.GetAsync("/admin/search/vocabulary");
        await browser.SubmitAsync(page, form => (form["left"], form["right"]) = ("先来的", "缴存"), Synonyms);

        var second = await browser.SubmitAsync(page, form => (form["left"], form["right"]) = ("后到的", "缴存"), Synonyms);
        var removal = await browser.SubmitAsync(page, selector: "#synonym tbody form");

        Assert.Contains("别人刚刚改过", second.Document.QuerySelector(".message-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("别人刚刚改过", removal.Message, StringComparison.Ordinal);
        Assert.Empty(Found("后到的"));
        Assert.Equal(["deposit"], Found("先来的"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, form => form["list"] = "none", Synonyms)).Status);
    }

    [Fact]
    public async Task The_log_shows_what_found_nothing_first_then_what_is_asked_most_with_the_places_opened()
    {
        using var browser = await desk.SignInAsync("publisher");
        await desk.Services.GetRequiredService<ISearchLogStore>().AddAsync(
            new(2025, 3, 1), [new("多", 0, 1200, 9), new("多", 1, 7), new("多", 12, 1), new("空", 0, 3, 0), new("更空", 0, 5, 0), new("<b>不知</b>", 0, 1, null)], 100);

        var page = await browser.GetAsync("/admin/search?from=2025-03-01&to=2025-03-01");
        var csv = await browser.Client.GetStringAsync(new Uri("/admin/search?handler=Csv&from=2025-03-01&to=2025-03-01", UriKind.Relative));

        var sections = page.Document.QuerySelectorAll("section");
        Assert.Equal(["更空", "空"], sections[0].QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["多", "更空", "空", "<b>不知</b>"], sections[1].QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal("1,200 9 8 第 1 条 7 次、第 12 条 1 次", Blank().Replace(string.Join(' ', sections[1].QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())), " "));
        Assert.Contains("2025-03-01,多,1200,9,8,1:7 12:1", csv, StringComparison.Ordinal);
        Assert.Contains("这段时间没有人搜索", (await browser.GetAsync("/admin/search?from=2025-04-01&to=2025-04-01&p=7")).Text + (await browser.GetAsync("/admin/search?from=2025-04-01&to=2025-04-01")).Text, StringComparison.Ordinal);
        Assert.Contains("开始日期应写作", (await browser.GetAsync("/admin/search?from=x")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_can_be_wrong_with_a_line_is_said_in_each_language()
    {
        var faults = new[]
        {
            VocabularyRules.OfSynonyms([], []), VocabularyRules.OfSynonyms(["甲"], []), VocabularyRules.OfSynonyms([new('甲', 17)], ["乙"]), VocabularyRules.OfSynonyms(["甲"], [new('乙', 101)]), VocabularyRules.OfSynonyms(["甲"], ["\u0001"]),
            VocabularyRules.OfSynonyms(["甲"], ["→"]), VocabularyRules.OfSynonyms([.. Enumerable.Repeat("甲", 21)], ["乙"]), VocabularyRules.OfPicks([], []), VocabularyRules.OfPicks(["甲"], []),
            VocabularyRules.OfPicks(["甲"], [.. Enumerable.Repeat("乙", 11)]), VocabularyRules.OfCount(string.Join('\n', Enumerable.Repeat("甲、乙", VocabularyRules.MostLines))), Gongkai.Desk.Searching.PickTargets.FaultOf([new("a", null)]),
        };

        Assert.Equal(faults.Length, faults.Select(fault => fault!.Text).Distinct().Count());
        Assert.All(faults, fault => Assert.Contains(fault!.Text, DeskTexts.All.Keys));
    }

    private string[] Found(string query) => [.. desk.Services.GetRequiredService<ISearch>().Search(new() { Query = query }).Hits.Select(hit => hit.Item.ContentItemId)];

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
