using System.Text.Json.Nodes;
using Gongkai.Content;

namespace OrchardSite.Tests;

/// <summary>Terms of the glossary on public pages: explained where they stand, as they are now.</summary>
public sealed class GlossaryTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Interpretation = "/interpretations/2026/sample-interpretation-02";

    [Fact]
    public async Task A_term_is_explained_on_pages_of_answers_and_interpretations_and_follows_its_changes()
    {
        await PublishAsync("QaIssue", "explaining", item =>
        {
            item.Part("QaIssue")!.SetNumericField("Year", 2044);
            item.Json["Questions"] = new JsonObject
            {
                ["ContentItems"] = new JsonArray(new JsonObject
                {
                    ["ContentItemId"] = "explaining-1",
                    ["ContentType"] = "QaPair",
                    ["QaPair"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = "不服怎么办？" }, ["Answer"] = new JsonObject { ["Markdown"] = "可以申请**行政复议**。行政复议不收费。" } },
                }),
            };
        });
        var interpretation = await site.GetItemAsync("sample-interpretation-02");
        interpretation.Part("MarkdownBodyPart")!["Markdown"] = "不服的，可以申请行政复议。";
        await site.ExecuteAsync(new SaveDraft(interpretation, interpretation.ContentItemVersionId), new Publish("sample-interpretation-02"));
        var answers = "/" + AutoroutePart.RouteOf(await site.GetItemAsync("explaining"));
        Assert.DoesNotContain("class=\"term\"", await site.GetTextAsync(answers), StringComparison.Ordinal);
        Assert.Contains("还没有名词解释", await site.GetTextAsync("/glossary"), StringComparison.Ordinal);

        await PublishAsync("GlossaryTerm", "term-fy", item => item.Part("GlossaryTerm")!.SetTextField("Explanation", "请上级<script>机关</script>重新审查。"), "行政复议");

        foreach (var address in new[] { answers, Interpretation })
        {
            var page = await site.GetTextAsync(address);
            Assert.Contains("<a class=\"term\" id=\"term-ref-1\" href=\"#term-1\">行政复议</a>", page, StringComparison.Ordinal);
            Assert.Contains("请上级&lt;script&gt;机关&lt;/script&gt;重新审查。", page, StringComparison.Ordinal);
            Assert.DoesNotContain("term-ref-2", page, StringComparison.Ordinal);
        }

        Assert.Contains("id=\"term-term-fy\"", await site.GetTextAsync("/glossary"), StringComparison.Ordinal);

        await site.ExecuteAsync(new Unpublish("term-fy"));

        foreach (var address in new[] { answers, Interpretation, "/glossary" })
            Assert.DoesNotContain("重新审查", await site.GetTextAsync(address), StringComparison.Ordinal);
    }

    private Task PublishAsync(string type, string id, Action<ContentItem> fill, string title = "名词试验")
    {
        var item = new ContentItem(new JsonObject { ["ContentItemId"] = id, ["ContentType"] = type, ["TitlePart"] = new JsonObject { ["Title"] = title }, [type] = new JsonObject() });
        fill(item);
        return site.ExecuteAsync(new SaveDraft(item, null), new Publish(id));
    }
}
