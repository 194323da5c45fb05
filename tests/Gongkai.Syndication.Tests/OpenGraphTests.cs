using Gongkai.Content;
using Gongkai.Syndication.Head;
using Gongkai.Syndication.Schema;
using Gongkai.Web;

namespace Gongkai.Syndication.Tests;

public sealed class OpenGraphTests
{
    private static readonly PagePlace Home = new("https://www.example.gov.cn", "/", "甲市", "/search");

    [Fact]
    public void A_page_is_a_website_and_an_item_an_article_with_its_day()
    {
        var page = OpenGraph.Of(Page("目录", null, new() { Description = "说明" }), Home with { Path = "/catalogue" }).Select(property => (property.Name, property.Value));
        var item = new ContentItem("Page", "a") { ModifiedUtc = new(2022, 1, 2, 3, 4, 5, DateTimeKind.Utc) };
        var article = OpenGraph.Of(Page("题目", item, new() { ArticleTitle = "题目", PubDate = "2022-01-20 00:00", ColumnName = "栏目" }), Home with { Path = "/a" }).Select(property => (property.Name, property.Value));

        Assert.Equal([("og:title", "目录"), ("og:type", "website"), ("og:url", "https://www.example.gov.cn/catalogue"), ("og:site_name", "甲市"), ("og:locale", "zh_CN"), ("og:description", "说明")], page);
        Assert.Contains(("og:type", "article"), article);
        Assert.Contains(("article:published_time", "2022-01-20"), article);
        Assert.Contains(("article:modified_time", "2022-01-02T03:04:05Z"), article);
        Assert.Contains(("article:section", "栏目"), article);
    }

    [Theory]
    [InlineData("pictures/封面 1.png", "<p><img src=\"/media/a.png\" alt=\"\"></p>", "https://www.example.gov.cn/media/pictures/%E5%B0%81%E9%9D%A2%201.png")]
    [InlineData(null, "<p>一</p><p><img alt=\"图\" src=\"/media/b%20c.jpg?x=1\"><img src=\"/media/d.png\"></p>", "https://www.example.gov.cn/media/b%20c.jpg")]
    [InlineData("a.svg", "<p><img src=\"https://other.example/a.png\" alt=\"\"><img src=\"/media/d.svg\"><img src=\"/media/e.webp\"></p>", "https://www.example.gov.cn/media/e.webp")]
    [InlineData("../secret.png", "<p>一 src=\"/media/x.png\"</p>", "https://www.example.gov.cn/GongkaiTheme/share.png")]
    [InlineData(null, "", "https://www.example.gov.cn/GongkaiTheme/share.png")]
    public void A_page_is_shown_by_its_cover_else_its_first_picture_else_the_site_s(string? cover, string html, string expected)
    {
        var item = new ContentItem("PolicyInterpretation", "a");
        if (cover is not null)
            item.EnsurePart("PolicyInterpretation")["Cover"] = new System.Text.Json.Nodes.JsonObject { ["Paths"] = new System.Text.Json.Nodes.JsonArray(cover) };
        var page = Page("题目", item, new() { ArticleTitle = "题目" }) with { Html = new Dictionary<string, string> { ["MarkdownBodyPart"] = html } };

        Assert.Equal(expected, OpenGraph.Of(page, Home with { Path = "/a" }, "/GongkaiTheme/share.png").Single(property => property.Name == "og:image").Value);
    }

    /// <summary>schema.org/WebSite and Google's sitelinks search box: a template with the parameter that query-input names.</summary>
    [Fact]
    public void The_home_page_says_how_to_search_the_site()
    {
        var graph = PageData.GraphOf(Page(null, null, new()), Home, () => TaxonomySnapshot.Empty)["@graph"]!.AsArray();
        var action = graph.Single(node => (string?)node!["@type"] == "WebSite")!["potentialAction"]!;

        Assert.Equal("https://www.example.gov.cn/search?q={search_term_string}", (string?)action["target"]!["urlTemplate"]);
        Assert.Equal("required name=search_term_string", (string?)action["query-input"]);
    }

    private static ShownPage Page(string? title, ContentItem? item, PageMetadata metadata) => new(title, 200, item, new Dictionary<string, string>(), new Dictionary<string, object?>(), metadata);
}
