using Gongkai.Desk.Tests.Editing;

namespace Gongkai.Desk.Tests.Checking;

/// <summary>Hints for plain words: shown below an answer, as the settings say, and holding nothing back.</summary>
public sealed class PlainPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Answer = "Questions.pair.QaPair.Answer.Markdown";

    [Fact]
    public async Task Hints_stand_below_the_answer_and_settings_act_at_once()
    {
        var issue = await site.AddAsync("QaIssue", """
            "TitlePart": { "Title": "平实的问答" }, "QaIssue": { "Year": { "Value": 2026 } },
            "Questions": { "ContentItems": [ { "ContentItemId": "pair", "ContentType": "QaPair", "QaPair": { "Question": { "Text": "问" }, "Answer": { "Markdown": "可以申请行政复议。" } } } ] }
            """);
        using var browser = await site.Desk.SignInAsync("administrator");
        var address = $"/admin/content/edit/{issue.ContentItemId}";

        var hinted = await browser.GetAsync(address);
        var settings = await browser.SubmitAsync(await browser.GetAsync("/admin/checks/plain"), form => (form["longest"], form["terms"]) = ("15", "追偿\n代位求偿"));
        var other = await browser.PressAsync(await browser.GetAsync(address), "passages:none", form => form[Answer] = "行政复议之后，先付钱的人可以向别人追偿的。");

        Assert.Contains("行政复议", hinted.Document.QuerySelector(".plain-hints")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已保存", settings.Message, StringComparison.Ordinal);
        var hints = other.Document.QuerySelectorAll(".plain-hints li").Select(line => line.TextContent).ToList();
        Assert.Equal(2, hints.Count);
        Assert.Contains("这句话有 20 个字", hints[0], StringComparison.Ordinal);
        Assert.Contains("追偿", hints[1], StringComparison.Ordinal);
        Assert.Contains("已保存并发布", (await browser.PressAsync(other, "publish")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14", "追偿")]
    [InlineData("201", "追偿")]
    [InlineData("", "追偿")]
    [InlineData("1e2", "追偿")]
    [InlineData("50", "追")]
    [InlineData("50", "这一行写得比二十个字还要长一些所以它不是一个用语")]
    public async Task What_makes_no_sense_is_refused_and_what_was_typed_stays(string longest, string terms)
    {
        using var browser = await site.Desk.SignInAsync("administrator");

        var refused = await browser.SubmitAsync(await browser.GetAsync("/admin/checks/plain"), form => (form["longest"], form["terms"]) = (longest, terms));

        Assert.Contains("没有保存", refused.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(terms, refused.Document.QuerySelector("#terms")!.TextContent.Trim());
    }
}
