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
