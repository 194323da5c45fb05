using System.Text.Json.Nodes;
using Gongkai.Content;

namespace OrchardSite.Tests;

/// <summary>What an answer quotes of a policy: shown with a link to the words, right after every change of the policy, and gone with it.</summary>
public sealed class QuotePageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Words = "盲道上禁止停放共享单车。";

    [Fact]
    public async Task A_quotation_follows_its_policy()
    {
        await PublishPolicyAsync($"第一条 为了规范停放，制定本办法。\n\n第二条 {Words}");
        await site.ExecuteAsync(new SaveDraft(Issue(), null), new Publish("quoting"));
        var address = "/" + AutoroutePart.RouteOf(await site.GetItemAsync("quoting"));
        var policy = "/" + AutoroutePart.RouteOf(await site.GetItemAsync("quoted"));

        var quoted = await site.GetTextAsync(address);
        Assert.Contains($"<blockquote>第二条 {Words}</blockquote>", quoted, StringComparison.Ordinal);
        Assert.Contains($"href=\"{policy}#h-art-2:~:text=", quoted, StringComparison.Ordinal);
        Assert.Contains("《停放办法》第二条", quoted, StringComparison.Ordinal);
        Assert.Contains("id=\"h-art-2\"", await site.GetTextAsync(policy), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await site.GetTextAsync("/api/content/quoting"), StringComparison.Ordinal);

        await PublishPolicyAsync("第一条 本办法已经改过。");
        var outdated = await site.GetTextAsync(address);
        Assert.Contains($"<blockquote>第二条 {Words}</blockquote>", outdated, StringComparison.Ordinal);
        Assert.Contains($"href=\"{policy}\"", outdated, StringComparison.Ordinal);

        await site.ExecuteAsync(new Unpublish("quoted"));
        var withdrawn = await site.GetTextAsync(address);
        Assert.Contains("不能停。", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("停放办法", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await site.GetTextAsync("/api/search?q=盲道"), StringComparison.Ordinal);
        Assert.DoesNotContain("quoted", await site.GetTextAsync("/api/content/quoting"), StringComparison.Ordinal);
    }

    private async Task PublishPolicyAsync(string text)
    {
        var latest = await site.GetItemAsync("quoted");
        var policy = latest ?? new ContentItem(new JsonObject
        {
            ["ContentItemId"] = "quoted",
            ["ContentType"] = "DisclosureEntry",
            ["TitlePart"] = new JsonObject { ["Title"] = "停放办法" },
            ["DisclosureEntry"] = new JsonObject
            {
                ["Issuer"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new JsonArray("jia-health") },
                ["Topic"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray("topic-22") },
                ["DisclosureMode"] = new JsonObject { ["Text"] = "主动公开" },
            },
        });
        policy.EnsurePart("MarkdownBodyPart")["Markdown"] = text;
        await site.ExecuteAsync(new SaveDraft(policy, latest?.ContentItemVersionId), new Publish("quoted"));
    }

    private static ContentItem Issue() => new(new JsonObject
    {
        ["ContentItemId"] = "quoting",
        ["ContentType"] = "QaIssue",
        ["TitlePart"] = new JsonObject { ["Title"] = "单车停放问答" },
        ["QaIssue"] = new JsonObject { ["Year"] = new JsonObject { ["Value"] = 2043 } },
        ["Questions"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = "quoting-1",
                ["ContentType"] = "QaPair",
                ["QaPair"] = new JsonObject
                {
                    ["Question"] = new JsonObject { ["Text"] = "盲道能停吗？" },
                    ["Answer"] = new JsonObject { ["Markdown"] = "不能停。" },
                    ["Quote"] = new JsonObject { ["ContentItemIds"] = new JsonArray("quoted"), ["Anchor"] = "h-art-2", ["Text"] = "第二条 " + Words },
                },
            }),
        },
    });
}
