using System.ServiceModel.Syndication;
using System.Xml;
using Gongkai.Syndication.Feeds;

namespace Gongkai.Syndication.Tests;

/// <summary>RFC 4287 and RSS 2.0, read by a parser that is not ours.</summary>
public sealed class FeedFormatTests
{
    private static readonly Feed Sample = new(
        "搜索：公积金 & <贷款>", "甲市政府信息公开", "https://www.example.gov.cn/feeds/search.atom?q=%E5%85%AC", "https://www.example.gov.cn/search?q=%E5%85%AC",
        new(2022, 3, 4, 5, 6, 7, DateTimeKind.Utc),
        [
            new("https://www.example.gov.cn/Contents/ContentItems/one", "甲市住房公积金管理办法", "https://www.example.gov.cn/entries/a-2022-00001",
                new(2022, 1, 19, 16, 0, 0, DateTimeKind.Utc), new(2022, 3, 4, 5, 6, 7, DateTimeKind.Utc), "办法 <b>不是</b> HTML & 有\u0001控制符", "甲市住房公积金管理中心",
                [new("DisclosureEntry", "目录条目"), new("topic-10", "城乡建设")]),
            new("https://www.example.gov.cn/Contents/ContentItems/two", "半个\ud83d字符和整个😀", "https://www.example.gov.cn/entries/b", null,
                new(2022, 1, 2, 3, 4, 5, DateTimeKind.Utc), "", null, []),
        ])
    {
        Id = "https://www.example.gov.cn/feeds/search.atom",
        Pages = [("first", "https://www.example.gov.cn/feeds/search.atom?q=%E5%85%AC"), ("next", "https://www.example.gov.cn/feeds/search.atom?q=%E5%85%AC&page=2")],
        Search = (41, 1, 20, "公积金 & <贷款>"),
    };

    [Fact]
    public async Task Atom_is_written_as_it_was() => GoldenFile.Verify("search.atom", await XmlAnswer.ToTextAsync(writer => AtomWriter.WriteAsync(writer, Sample)));

    [Fact]
    public async Task Rss_is_written_as_it_was() => GoldenFile.Verify("search.rss", await XmlAnswer.ToTextAsync(writer => RssWriter.WriteAsync(writer, Sample)));

    [Fact]
    public async Task An_atom_reader_understands_it()
    {
        var feed = Read(new Atom10FeedFormatter(), await XmlAnswer.ToTextAsync(writer => AtomWriter.WriteAsync(writer, Sample)));

        Assert.Equal(Sample.Id, feed.Id);
        Assert.Equal(Sample.Title, feed.Title.Text);
        Assert.Equal(Sample.UpdatedUtc, feed.LastUpdatedTime.UtcDateTime);
        Assert.Equal(["self", "alternate", "first", "next"], feed.Links.Select(link => link.RelationshipType));
        var entry = feed.Items.First();
        Assert.Equal("办法 <b>不是</b> HTML & 有控制符", entry.Summary.Text);
        Assert.Equal("text", entry.Summary.Type);
        Assert.Equal("甲市住房公积金管理中心", Assert.Single(entry.Authors).Name);
        Assert.Equal(["DisclosureEntry", "topic-10"], entry.Categories.Select(category => category.Name));
        Assert.Equal(new DateTime(2022, 1, 19, 16, 0, 0, DateTimeKind.Utc), entry.PublishDate.UtcDateTime);
        Assert.Equal("半个字符和整个😀", feed.Items.Last().Title.Text);
    }

    [Fact]
    public async Task An_rss_reader_understands_it_and_shows_a_text_as_a_text()
    {
        var feed = Read(new Rss20FeedFormatter(), await XmlAnswer.ToTextAsync(writer => RssWriter.WriteAsync(writer, Sample)));

        Assert.Equal(Sample.Title, feed.Title.Text);
        Assert.Equal("zh-cn", feed.Language);
        var item = feed.Items.First();
        Assert.Equal(Sample.Entries[0].Id, item.Id);
        Assert.Equal("办法 &lt;b&gt;不是&lt;/b&gt; HTML &amp; 有控制符", item.Summary.Text);
        Assert.Equal(new DateTime(2022, 1, 19, 16, 0, 0, DateTimeKind.Utc), item.PublishDate.UtcDateTime);
    }

    /// <summary>RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have, each once.</summary>
    [Fact]
    public async Task Every_element_that_atom_demands_is_there_once()
    {
        var document = new XmlDocument();
        document.LoadXml(await XmlAnswer.ToTextAsync(writer => AtomWriter.WriteAsync(writer, Sample)));
        var names = new XmlNamespaceManager(document.NameTable);
        names.AddNamespace("a", AtomWriter.Namespace);

        foreach (XmlNode node in document.SelectNodes("//a:feed | //a:entry", names)!)
        {
            foreach (var name in (string[])["a:id", "a:title", "a:updated", "a:link[@rel='alternate']"])
                Assert.Equal(1, node.SelectNodes(name, names)!.Count);
        }

        Assert.Equal(1, document.SelectNodes("/a:feed/a:author/a:name", names)!.Count);
        Assert.Equal(1, document.SelectNodes("/a:feed/a:link[@rel='self']", names)!.Count);
    }

    private static SyndicationFeed Read(SyndicationFeedFormatter formatter, string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit });
        formatter.ReadFrom(reader);
        return formatter.Feed;
    }
}
