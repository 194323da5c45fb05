using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Syndication.Schema;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Syndication.Tests;

/// <summary>schema.org, as pages carry it.</summary>
public sealed class ItemDataTests
{
    private static readonly PagePlace Place = new(Samples.Origin, "/entries/000000109-2022-00001", "甲市政府信息公开", "/search");

    [Theory]
    [InlineData("甲市园林局关于印发《甲市城市公园管理办法（试行）》的通知", "legislation.jsonld")]
    [InlineData("公园场地使用服务指南", "service.jsonld")]
    [InlineData("甲市园林局关于清明节公园开放时间的通知", "creative-work.jsonld")]
    public void An_entry_is_written_as_it_was(string title, string golden)
    {
        var item = Samples.Entry(title);
        var page = Page(item, ("Breadcrumb", (Link[])[new("首页", "/"), new("信息公开目录", "/catalogue")]));

        GoldenFile.Verify(golden, JsonAnswer.ToText(PageData.GraphOf(page, Place, () => Samples.Terms), indented: true));
    }

    /// <summary>schema.org/FAQPage: every question with its name and one accepted answer with its text.</summary>
    [Fact]
    public void A_questions_and_answers_issue_is_written_as_it_was()
    {
        var item = new ContentItem(JsonNode.Parse("""{"ContentItemId":"qa","ContentType":"QaIssue","DisplayText":"政策简明问答","QaIssue":{"PublishedOn":{"Value":"2022-02-01T00:00:00Z"}}}""")!.AsObject());
        var page = Page(item,
            ("Pairs", (QuestionAnswer[])[new("q1", "几点关门？", "<p>二十二点。</p>"), new("q2", "收费吗？", "<p>不收费。</p></script>")]),
            ("Policies", (ListEntry[])[new("甲市城市公园管理办法", "", "/entries/a", "2022-01-20", "", "DisclosureEntry", "目录条目")]));
        var graph = PageData.GraphOf(page, Place with { Path = "/questions/2022/1" }, () => throw new InvalidOperationException("It carries no terms."));

        GoldenFile.Verify("questions.jsonld", JsonAnswer.ToText(graph, indented: true));
        var questions = graph["@graph"]![0]!["mainEntity"]!.AsArray();
        Assert.All(questions, question => Assert.NotEqual("", (string?)question!["acceptedAnswer"]!["text"]));
        Assert.Equal(["几点关门？", "收费吗？"], questions.Select(question => (string?)question!["name"]));
    }

    /// <summary>Google, «Article»: a picture is recommended; it is the one that Open Graph names.</summary>
    [Fact]
    public void An_article_names_its_picture()
    {
        var item = new ContentItem(JsonNode.Parse("""{"ContentItemId":"in","ContentType":"PolicyInterpretation","DisplayText":"一图读懂"}""")!.AsObject());
        var page = Page(item) with { Html = new Dictionary<string, string> { ["MarkdownBodyPart"] = "<p><img src=\"/media/a.png\" alt=\"图\"></p>" } };

        Assert.Equal(Samples.Origin + "/media/a.png", (string?)PageData.GraphOf(page, Place, () => Samples.Terms)["@graph"]![0]!["image"]);
    }

    [Fact]
    public void A_site_that_was_told_no_address_has_relative_ones()
    {
        var graph = PageData.GraphOf(Page(Samples.Entry()), Place with { Origin = "" }, () => Samples.Terms);

        Assert.Equal("/entries/000000109-2022-00001", (string?)graph["@graph"]![0]!["url"]);
    }

    private static ShownPage Page(ContentItem item, params (string Name, object? Value)[] model) => new(
        item.DisplayText, 200, item, new Dictionary<string, string>(), model.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal),
        new() { Description = "公园怎样管理。" });
}
