using Gongkai.Content;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>Quoting a policy in an answer: in the real site, without script, and what the script asks for.</summary>
public sealed class PassagePageTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Text = "第一条 为了规范停放，制定本办法。\\n\\n第二条 盲道上禁止停放共享单车。\\n\\n第三条 企业不清理的，处一千元罚款。";

    [Fact]
    public async Task A_passage_is_proposed_for_the_question_and_taken_by_one_click()
    {
        var policy = await AddPolicyAsync();
        var issue = await AddIssueAsync(policy.ContentItemId);
        using var browser = await site.Desk.SignInAsync("editor");
        var page = await browser.GetAsync($"/admin/content/edit/{issue.ContentItemId}");

        var proposed = await browser.PressAsync(page, "propose:Questions.pair.QaPair.Quote", form => form["Questions.pair.QaPair.Question.Text"] = "盲道能停单车吗？");
        var button = proposed.Document.QuerySelector(".passage-offer button")!;
        var quoted = await browser.PressAsync(proposed, button.GetAttribute("value")!);
        var saved = await browser.PressAsync(quoted, "save");

        Assert.Contains("第二条", button.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("没有这段话", await StateAfterAsync(browser, policy, issue.ContentItemId), StringComparison.Ordinal);
        var quote = (await PairOfAsync(issue.ContentItemId)).Part("QaPair")!.Child("Quote")!;
        Assert.Equal("""{"ContentItemIds":["ID"],"Anchor":"h-art-2","Text":"第二条 盲道上禁止停放共享单车。"}""".Replace("ID", policy.ContentItemId, StringComparison.Ordinal), System.Text.RegularExpressions.Regex.Unescape(quote.ToJsonString()));
        Assert.Contains("草稿已保存", saved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_passages_are_listed_and_a_quotation_can_be_emptied()
    {
        var issue = await AddIssueAsync((await AddPolicyAsync()).ContentItemId);
        using var browser = await site.Desk.SignInAsync("editor");

        var listed = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{issue.ContentItemId}"), "passages:Questions.pair.QaPair.Quote");
        var offers = listed.Document.QuerySelectorAll(".passage-offer button");
        var quoted = await browser.PressAsync(listed, offers[0].GetAttribute("value")!);
        var emptied = await browser.PressAsync(quoted, "unquote:Questions.pair.QaPair.Quote");

        Assert.Equal(3, offers.Length);
        Assert.StartsWith("第一条", quoted.ValueOf("Questions.pair.QaPair.Quote.Text"), StringComparison.Ordinal);
        Assert.Equal("", emptied.ValueOf("Questions.pair.QaPair.Quote.Text"));
    }

    [Theory]
    [InlineData("quote:gone:Questions.pair.QaPair.Quote")]
    [InlineData("quote:Questions.pair.QaPair.Quote")]
    [InlineData("propose:Questions.none.QaPair.Quote")]
    [InlineData("passages:")]
    [InlineData("unquote:TitlePart")]
    public async Task A_wish_that_cannot_be_fulfilled_changes_nothing(string command)
    {
        var issue = await AddIssueAsync((await AddPolicyAsync()).ContentItemId);
        using var browser = await site.Desk.SignInAsync("editor");

        var page = await browser.PressAsync(await browser.GetAsync($"/admin/content/edit/{issue.ContentItemId}"), command);

        Assert.Equal("", page.ValueOf("Questions.pair.QaPair.Quote.Text"));
        Assert.Equal("盲道能停吗？", page.ValueOf("Questions.pair.QaPair.Question.Text"));
    }

    [Fact]
    public async Task Passages_of_a_draft_are_for_its_own_office()
    {
        var draft = await site.AddAsync("DisclosureEntry", $$$"""
            "TitlePart": { "Title": "未公开的办法" }, "MarkdownBodyPart": { "Markdown": "{{{Text}}}" }, "DisclosureEntry": { "Issuer": { "TaxonomyContentItemId": "issuers", "TermContentItemIds": ["office-a"] } }
            """);
        using var own = await site.Desk.SignInAsync("jia");
        using var other = await site.Desk.SignInAsync("yi");
        var address = $"/admin/editing/passages?items={draft.ContentItemId}&q=罚款";

        Assert.Contains("一千元", System.Text.RegularExpressions.Regex.Unescape((await own.GetAsync(address)).Text), StringComparison.Ordinal);
        Assert.Equal("[]", (await other.GetAsync(address)).Text);
    }

    /// <summary>What the issue's page says when the policy has become another one, after its editor was told.</summary>
    private async Task<string> StateAfterAsync(DeskBrowser browser, ContentItem policy, string issue)
    {
        await site.Desk.Site.ExecuteAsync(new Publish(issue));
        var changed = await site.Desk.Site.GetItemAsync(policy.ContentItemId);
        changed.Part("MarkdownBodyPart")!["Markdown"] = "第一条 为了规范停放，制定本办法。";
        await site.Desk.Site.ExecuteAsync(new SaveDraft(changed, changed.ContentItemVersionId));
        var told = await browser.GetAsync($"/admin/content/edit/{policy.ContentItemId}");
        Assert.Contains("单车问答", told.Document.QuerySelector("[aria-labelledby=quoted-title]")!.TextContent, StringComparison.Ordinal);
        await site.Desk.Site.ExecuteAsync(new Publish(policy.ContentItemId));
        return (await browser.GetAsync($"/admin/content/edit/{issue}")).Document.QuerySelector(".passage-state")!.TextContent;
    }

    private async Task<ContentItem> PairOfAsync(string issue) =>
        new((await site.Desk.Site.GetItemAsync(issue)).Part("Questions")!.Objects("ContentItems").Single());

    private Task<ContentItem> AddPolicyAsync() => site.AddAsync("DisclosureEntry", $$$"""
        "TitlePart": { "Title": "共享单车停放办法" }, "MarkdownBodyPart": { "Markdown": "{{{Text}}}" }, "DisclosureEntry": { "Issuer": { "TaxonomyContentItemId": "issuers", "TermContentItemIds": ["office-a"] },
        "Topic": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["topic-22"] }, "DisclosureMode": { "Text": "主动公开" } }
        """, publish: true);

    private Task<ContentItem> AddIssueAsync(string policy) => site.AddAsync("QaIssue", $$$"""
        "TitlePart": { "Title": "单车问答" }, "QaIssue": { "Year": { "Value": 2026 }, "Policies": { "ContentItemIds": ["{{{policy}}}"] } },
        "Questions": { "ContentItems": [ { "ContentItemId": "pair", "ContentType": "QaPair", "QaPair": { "Question": { "Text": "盲道能停吗？" }, "Answer": { "Markdown": "不能。" } } } ] }
        """);
}
