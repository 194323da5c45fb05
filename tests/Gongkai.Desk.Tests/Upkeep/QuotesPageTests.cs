using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Editing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Upkeep;

/// <summary>What quotes a policy that says it no more is a list, with the way to the answer and to the policy.</summary>
public sealed class QuotesPageTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string List = "/admin/upkeep/quotes";

    [Fact]
    public async Task An_answer_is_listed_from_when_its_policy_says_something_else_until_it_is_put_right()
    {
        var policy = await AddPolicyAsync("停车办法", "第一条 为了规范停车，制定本办法。\\n\\n第二条 人行道上不得停车。");
        var issue = await AddIssueAsync("停车问答", policy.ContentItemId, "h-art-2", "第二条 人行道上不得停车。");
        using var editor = await site.Desk.SignInAsync("editor");
        Assert.Null(RowOf(await editor.GetAsync(List + "?who=all"), "停车问答"));

        await ChangeAsync(policy.ContentItemId, item => item.Part("MarkdownBodyPart")!["Markdown"] = "第一条 为了规范停车，制定本办法。\n\n第二条 人行道上可以停车。");
        var listed = RowOf(await editor.GetAsync(List + "?who=all"), "停车问答")!;

        Assert.Contains("原文改了", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains("第二条 人行道上不得停车。", listed.QuerySelector("q")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AutoroutePart.UrlOf(await site.Desk.Site.GetItemAsync(policy.ContentItemId)) + "#h-art-2", listed.QuerySelector("a.small")!.GetAttribute("href"));
        var place = await editor.GetAsync(listed.QuerySelector("li a")!.GetAttribute("href")!);
        Assert.Contains(issue.ContentItemId, place.Address, StringComparison.Ordinal);

        await ChangeAsync(issue.ContentItemId, item => item.Part("Questions")!.Objects("ContentItems").Single().Child("QaPair")!.Child("Quote")!["Text"] = "第二条 人行道上可以停车。");
        Assert.Null(RowOf(await editor.GetAsync(List + "?who=all"), "停车问答"));
    }

    [Fact]
    public async Task A_policy_that_was_withdrawn_is_told_without_a_link_to_it()
    {
        var policy = await AddPolicyAsync("撤下的办法", "第一条 先公开，再撤下。");
        await AddIssueAsync("撤下的问答", policy.ContentItemId, null, "第一条 先公开，再撤下。");
        await site.Desk.Site.ExecuteAsync(new Unpublish(policy.ContentItemId));
        using var editor = await site.Desk.SignInAsync("editor");

        var listed = RowOf(await editor.GetAsync(List + "?who=all"), "撤下的问答")!;

        Assert.Contains("政策没有公开", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains("引自《撤下的办法》", listed.TextContent, StringComparison.Ordinal);
        Assert.Null(listed.QuerySelector("a.small"));
    }

    [Fact]
    public async Task Whoever_is_kept_to_an_office_sees_the_answers_of_its_people_alone()
    {
        var policy = await AddPolicyAsync("甲局的办法", "第一条 甲局管。");
        var report = await site.Desk.Site.ImportAsync($$"""
            { "name": "Content", "data": [ { "ContentItemId": "of-jia", "ContentItemVersionId": "of-jia-v1", "ContentType": "QaIssue", "DisplayText": "甲局的问答", "Latest": true, "Published": true, "Owner": "jia", "Author": "jia",
              "CreatedUtc": "2026-01-02T03:04:05Z", "ModifiedUtc": "2026-01-02T03:04:05Z", "PublishedUtc": "2026-01-02T03:04:05Z", "TitlePart": { "Title": "甲局的问答" }, "QaIssue": { "Year": { "Value": 2025 } },
              "Questions": { "ContentItems": [ { "ContentItemId": "pair-of-jia", "ContentType": "QaPair", "QaPair": { "Question": { "Text": "谁管？" }, "Answer": { "Markdown": "乙局。" },
                "Quote": { "ContentItemIds": ["{{policy.ContentItemId}}"], "Anchor": null, "Text": "第一条 乙局管。" } } } ] } } ] }
            """);
        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
        using var own = await site.Desk.SignInAsync("jia");
        using var other = await site.Desk.SignInAsync("yi");

        Assert.NotNull(RowOf(await own.GetAsync(List), "甲局的问答"));
        Assert.Null(RowOf(await other.GetAsync(List + "?who=all"), "甲局的问答"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(List + "?handler=Place&id=of-jia&path=Questions.ContentItems[0].QaPair.Quote")).Status);
    }

    private async Task ChangeAsync(string id, Action<ContentItem> change)
    {
        var item = await site.Desk.Site.GetItemAsync(id);
        change(item);
        await site.Desk.Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish(id));
    }

    private Task<ContentItem> AddPolicyAsync(string title, string text) => site.AddAsync("DisclosureEntry", $$$"""
        "TitlePart": { "Title": "{{{title}}}" }, "MarkdownBodyPart": { "Markdown": "{{{text}}}" }, "DisclosureEntry": { "Issuer": { "TaxonomyContentItemId": "issuers", "TermContentItemIds": ["office-a"] },
        "Topic": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["topic-22"] }, "DisclosureMode": { "Text": "主动公开" } }
        """, publish: true);

    private Task<ContentItem> AddIssueAsync(string title, string policy, string? anchor, string quote) => site.AddAsync("QaIssue", $$$"""
        "TitlePart": { "Title": "{{{title}}}" }, "QaIssue": { "Year": { "Value": 2026 }, "Policies": { "ContentItemIds": ["{{{policy}}}"] } },
        "Questions": { "ContentItems": [ { "ContentItemId": "pair", "ContentType": "QaPair", "QaPair": { "Question": { "Text": "能停吗？" }, "Answer": { "Markdown": "不能。" },
        "Quote": { "ContentItemIds": ["{{{policy}}}"], "Anchor": {{{(anchor is null ? "null" : $"\"{anchor}\"")}}}, "Text": "{{{quote}}}" } } } ] }
        """, publish: true);

    private static AngleSharp.Dom.IElement? RowOf(DeskAnswer page, string title) => page.Document.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.TextContent.Contains(title, StringComparison.Ordinal));
}
