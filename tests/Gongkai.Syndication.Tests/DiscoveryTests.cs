using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gongkai.Syndication.Discovery;

namespace Gongkai.Syndication.Tests;

public sealed partial class DiscoveryTests
{
    /// <summary>RFC 9309, 2.2: groups of user-agent and rule lines; other records, as Sitemap, outside of them.</summary>
    [Fact]
    public void Robots_are_told_by_the_grammar_of_their_protocol()
    {
        var text = RobotsEndpoint.Text("/town", "https://www.example.gov.cn/town", new("/search"));

        Assert.Equal("User-agent: *\nDisallow: /town/search?\nDisallow: /town/feeds/search.\nDisallow: /town/zh-hant/search?\nDisallow: /town/zh-hant/feeds/search.\nDisallow: /town/en/search?\nDisallow: /town/en/feeds/search.\n\nSitemap: https://www.example.gov.cn/town/sitemap.xml\n", text);
        Assert.All(text.Split('\n'), line => Assert.Matches(RobotsLine(), line));
    }

    [Fact]
    public async Task The_description_of_the_search_is_written_as_it_was() => GoldenFile.Verify("opensearch.xml", await DescribeAsync("甲市政府信息公开"));

    /// <summary>OpenSearch 1.1: ShortName of at most 16 characters, LongName of 48, one template for results at least, every parameter of the core.</summary>
    [Theory]
    [InlineData("甲市")]
    [InlineData("一个名字长得无论如何也放不进浏览器搜索框里的政府信息公开平台网站门户甲市乙区丙镇丁村戊组己户庚家辛口壬人癸")]
    [InlineData("😀😀😀😀😀😀😀😀😀<&\"'>")]
    public async Task The_description_keeps_its_limits(string name)
    {
        XNamespace ns = "http://a9.com/-/spec/opensearch/1.1/";
        var root = XDocument.Parse(await DescribeAsync(name)).Root!;

        Assert.Equal(ns + "OpenSearchDescription", root.Name);
        var shortName = root.Element(ns + "ShortName")!.Value;
        Assert.InRange(shortName.Length, 1, 16);
        Assert.StartsWith(shortName, name, StringComparison.Ordinal);
        Assert.InRange(root.Element(ns + "LongName")!.Value.Length, 1, 48);
        Assert.InRange(root.Element(ns + "Description")!.Value.Length, 1, 1024);
        Assert.Equal(["text/html", "application/atom+xml", "application/rss+xml", "application/opensearchdescription+xml"], root.Elements(ns + "Url").Select(url => (string?)url.Attribute("type")));
        foreach (var url in root.Elements(ns + "Url"))
            Assert.Empty(TemplateParameter().Matches((string)url.Attribute("template")!).Select(match => match.Value).Except(["{searchTerms}", "{startPage?}"]));
    }

    private static Task<string> DescribeAsync(string name) => XmlAnswer.ToTextAsync(writer => OpenSearchEndpoint.WriteAsync(writer, name, "https://www.example.gov.cn", "/search"));

    [GeneratedRegex(@"^$|^(User-agent: (\*|[A-Za-z_-]+)|(Allow|Disallow): /[!-~]*|Sitemap: https?://[!-~]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RobotsLine();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemplateParameter();
}
