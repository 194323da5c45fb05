using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gongkai.Content;

namespace OrchardSite.Tests;

/// <summary>The sample site as other programs see it, under an address that it was told.</summary>
public sealed class MachinesTests(MachinesTests.AddressedSite addressed) : IClassFixture<MachinesTests.AddressedSite>
{
    private const string Origin = "https://www.example.gov.cn";

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private SiteFixture Site => addressed.Site;

    [Fact]
    public async Task Every_address_in_the_maps_is_a_page_and_every_public_entry_is_in_them()
    {
        var maps = XDocument.Parse(await Site.GetTextAsync("/sitemap.xml")).Descendants(Map + "loc").Select(loc => loc.Value).ToList();
        var addresses = new List<string>();
        foreach (var map in maps)
            addresses.AddRange(XDocument.Parse(await Site.GetTextAsync(PathOf(map))).Descendants(Map + "loc").Select(loc => PathOf(loc.Value)));
        var entries = await Site.GetJsonAsync("/api/search?size=100");

        Assert.Equal(addresses.Distinct(), addresses);
        Assert.All(entries["hits"]!.AsArray(), hit => Assert.Contains((string)hit!["url"]!, addresses));
        foreach (var address in addresses)
        {
            using var answer = await Site.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
        }
    }

    [Theory]
    [InlineData("/feeds/all.atom")]
    [InlineData("/feeds/catalogue.atom")]
    [InlineData("/feeds/catalogue.rss?validity=%E7%8E%B0%E8%A1%8C%E6%9C%89%E6%95%88")]
    [InlineData("/feeds/catalogue/topics.atom")]
    [InlineData("/feeds/catalogue/audiences/%E4%BC%81%E4%B8%9A.rss")]
    [InlineData("/feeds/interpretations.rss")]
    [InlineData("/feeds/questions/2025.atom")]
    [InlineData("/feeds/search.atom?q=%E5%85%AC%E5%BC%80&page=1")]
    [InlineData("/feeds/search.rss?q=%22%3E%3Cscript%3E%01%ED%A0%BD")]
    [InlineData("/feeds/search.atom?utm_source=x")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemaps/columns.xml")]
    [InlineData("/sitemaps/1.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/opensearch.xml")]
    [InlineData("/dcat/catalog.jsonld")]
    [InlineData("/dcat/after/zzzzzzzzzzzzzzzzzzzzzzzzzz.jsonld")]
    [InlineData("/dcat/after/%EF%BF%BF%3Cx%3E.jsonld")]
    [InlineData("/api/changes")]
    [InlineData("/api/changes?after=1")]
    public async Task An_address_for_machines_answers_GET_HEAD_and_whether_it_is_still_the_same(string address)
    {
        using var first = await Site.GetAsync(address);
        using var head = await Site.Client.SendAsync(new(HttpMethod.Head, address));
        using var again = await Site.Client.SendAsync(new(HttpMethod.Get, address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } });
        var text = await first.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        if (first.Content.Headers.ContentType!.MediaType!.EndsWith("xml", StringComparison.Ordinal))
            Assert.NotNull(XDocument.Parse(text).Root);
        else if (first.Content.Headers.ContentType.MediaType.EndsWith("json", StringComparison.Ordinal))
            Assert.NotNull(JsonNode.Parse(text));
    }

    [Theory]
    [InlineData("/feeds/catalogue", 404)]
    [InlineData("/feeds/none.atom", 404)]
    [InlineData("/feeds/.atom", 404)]
    [InlineData("/feeds/catalogue/none/at/all.rss", 404)]
    [InlineData("/feeds/questions/1900.atom", 404)]
    [InlineData("/feeds/questions/20251.atom", 404)]
    [InlineData("/feeds/lists/none.atom", 404)]
    [InlineData("/feeds/all.atom?page=9", 404)]
    [InlineData("/feeds/all.atom?page=9999", 400)]
    [InlineData("/feeds/all.atom?page=99999999999999999999", 400)]
    [InlineData("/feeds/all.atom?page=-1", 400)]
    [InlineData("/feeds/search.atom?page=2147483647", 400)]
    [InlineData("/feeds/search.rss?since=2021-13-01", 400)]
    [InlineData("/sitemaps/0.xml", 404)]
    [InlineData("/sitemaps/2.xml", 404)]
    [InlineData("/sitemaps/99999999999999999999.xml", 404)]
    [InlineData("/api/changes?after=-1", 400)]
    [InlineData("/api/changes?after=999999999999", 400)]
    [InlineData("/api/changes?after=99999999999999999999", 400)]
    [InlineData("/api/changes?after=1&after=2", 400)]
    [InlineData("/api/changes?since=1", 400)]
    public async Task What_is_wrong_is_said_with_a_status(string address, int status)
    {
        using var answer = await Site.GetAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_item_leaves_feeds_maps_and_catalogue_and_is_a_tombstone_in_the_changes_and_a_draft_is_nowhere()
    {
        await PublishAsync("machine-one", "机器可读公园办法", "主动公开");
        await Site.ExecuteAsync(new SaveDraft(await EntryAsync("machine-draft", "机器不可读的草稿", "主动公开"), null));
        await PublishAsync("machine-closed", "机器不可读的文件", "依申请公开");
        var shown = await ReadAllAsync();
        await Site.ExecuteAsync(new Unpublish("machine-one"));
        var hidden = await ReadAllAsync();

        Assert.All(shown.Take(4), text => Assert.Contains("机器可读公园办法", text, StringComparison.Ordinal));
        Assert.Equal(XDocument.Parse(shown[4]).Descendants(Map + "loc").Count(), XDocument.Parse(hidden[4]).Descendants(Map + "loc").Count() + 1);
        Assert.All(shown.Concat(hidden), text => Assert.DoesNotContain("不可读", text, StringComparison.Ordinal));
        Assert.All(shown.Concat(hidden), text => Assert.DoesNotContain("machine-draft", text, StringComparison.Ordinal));
        Assert.All(shown.Concat(hidden), text => Assert.DoesNotContain("machine-closed", text, StringComparison.Ordinal));
        Assert.All(hidden, text => Assert.DoesNotContain("机器可读公园办法", text, StringComparison.Ordinal));
        var tombstone = JsonNode.Parse(hidden[3])!["changes"]!.AsArray().Single(change => (string?)change!["contentItemId"] == "machine-one")!.AsObject();
        Assert.Equal("gone", (string?)tombstone["state"]);
        Assert.Equal(["sequence", "contentItemId", "state"], tombstone.Select(property => property.Key));
    }

    [Fact]
    public async Task An_entry_that_ceases_to_be_of_the_public_mode_is_a_tombstone()
    {
        await PublishAsync("machine-mode", "改变公开属性的文件", "主动公开");
        var first = await Last();
        await PublishAsync("machine-mode", "改变公开属性的文件", "依申请公开", await VersionOfAsync("machine-mode"));
        var answer = await Site.GetJsonAsync("/api/changes?after=" + first);

        var change = Assert.Single(answer["changes"]!.AsArray())!;
        Assert.Equal("gone", (string?)change["state"]);
        Assert.DoesNotContain("改变公开属性", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_the_changes_from_the_beginning_gives_every_public_item()
    {
        var items = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        for (var next = "/api/changes"; next is not null;)
        {
            var answer = await Site.GetJsonAsync(next);
            Assert.InRange(answer["changes"]!.AsArray().Count, 0, 100);
            foreach (var change in answer["changes"]!.AsArray())
            {
                items.Remove((string)change!["contentItemId"]!);
                if ((string?)change["state"] == "public")
                    items[(string)change["contentItemId"]!] = change["item"]!;
            }

            next = (string?)answer["next"] is { } address ? PathOf(address) : null;
        }

        var found = await Site.GetJsonAsync("/api/search?size=100");
        Assert.All(found["hits"]!.AsArray(), hit => Assert.Contains((string)hit!["contentItemId"]!, items.Keys));
        foreach (var (id, item) in items.Take(5))
            Assert.Equal((await Site.GetJsonAsync("/api/content/" + Uri.EscapeDataString(id))).ToJsonString(), item.ToJsonString());
        Assert.All(items.Values, item => Assert.Null(item["Owner"]));
    }

    [Fact]
    public async Task The_pages_of_the_catalogue_of_data_hold_every_entry_with_what_the_profile_demands()
    {
        var titles = new List<string>();
        for (var next = "/dcat/catalog.jsonld"; next is not null;)
        {
            var graph = (await Site.GetJsonAsync(next))["@graph"]!.AsArray();
            foreach (var dataset in graph[1]!["dcat:dataset"]!.AsArray())
            {
                titles.Add((string)dataset!["dct:title"]!["@value"]!);
                Assert.NotEqual("", (string?)dataset["dct:description"]!["@value"]);
                Assert.All(dataset["dcat:distribution"]!.AsArray(), distribution => Assert.StartsWith(Origin, (string?)distribution!["dcat:accessURL"]!["@id"], StringComparison.Ordinal));
            }

            next = (string?)graph[0]!["hydra:nextPage"]?["@id"] is { } address ? PathOf(address) : null;
        }

        Assert.Equal((int)(await Site.GetJsonAsync("/api/search?type=DisclosureEntry&size=0"))["total"]!, titles.Count);
    }

    [Theory]
    [InlineData("/", "WebSite", "/feeds/all.atom")]
    [InlineData("/catalogue", "CollectionPage", "/feeds/catalogue.atom")]
    [InlineData("/interpretations", "CollectionPage", "/feeds/interpretations.atom")]
    [InlineData("/questions/2025", "CollectionPage", "/feeds/questions/2025.atom")]
    [InlineData("/questions/2025/1", "FAQPage", null)]
    [InlineData("/guide", "WebPage", null)]
    [InlineData("/search?q=%E5%85%AC%E5%BC%80&sort=oldest", "SearchResultsPage", "/feeds/search.atom?q=%E5%85%AC%E5%BC%80")]
    public async Task A_page_says_what_it_is_and_where_its_feed_is(string address, string type, string? feed)
    {
        var page = await Site.GetTextAsync(address);
        var data = DataOf(page);

        Assert.Contains(type, data["@graph"]!.AsArray().Select(node => (string?)node!["@type"]));
        Assert.All(data["@graph"]!.AsArray(), node => Assert.True(node!["url"] is null || ((string)node["url"]!).StartsWith(Origin, StringComparison.Ordinal)));
        // Items by their one address, not by that of a link in the list.
        Assert.DoesNotContain("?list=", data.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:title\"", page, StringComparison.Ordinal);
        if (feed is null)
            Assert.DoesNotContain("application/atom+xml", page, StringComparison.Ordinal);
        else
            Assert.Contains($"href=\"{feed}\"", page, StringComparison.Ordinal);
        if (feed is not null)
            Assert.Equal(Atom + "feed", XDocument.Parse(await Site.GetTextAsync(feed)).Root!.Name);
    }

    [Theory]
    [InlineData("/", "SiteName SiteDomain ColumnName ColumnType ColumnDescription ColumnKeywords")]
    [InlineData("/catalogue", "SiteName SiteDomain ColumnName ColumnType ColumnDescription ColumnKeywords")]
    [InlineData("/questions", "SiteName SiteDomain ColumnName ColumnType ColumnDescription ColumnKeywords")]
    [InlineData("/questions/2025/1", "SiteName SiteDomain ColumnName ColumnType ColumnDescription ColumnKeywords ArticleTitle PubDate ContentSource")]
    [InlineData("/guide", "SiteName SiteDomain ColumnName ColumnType ColumnDescription ColumnKeywords ArticleTitle PubDate ContentSource")]
    [InlineData("/search?q=a", "SiteName SiteDomain ColumnName ColumnDescription ColumnKeywords")]
    [InlineData("/api", "SiteName SiteDomain ColumnName ColumnDescription ColumnKeywords")]
    [InlineData("/rules", "ColumnDescription Description")]
    [InlineData("/interpretations/2026/sample-interpretation-02", "ColumnDescription Description")]
    [InlineData("/questions/2026/3", "ColumnDescription Description")]
    [InlineData("/entries/000000109-2026-00001", "ColumnDescription Description")]
    [InlineData("/standards/sample-standard-02", "ColumnDescription Description")]
    [InlineData("/catalogue/standards", "ColumnDescription Description")]
    [InlineData("/catalogue/audiences", "ColumnDescription Description")]
    public async Task A_page_has_the_tags_of_its_levels(string address, string names)
    {
        var page = await Site.GetTextAsync(address);

        foreach (var name in names.Split(' '))
            Assert.Equal(1, page.Split($"<meta name=\"{name}\" content=\"").Length - 1);
    }

    [Fact]
    public async Task The_site_s_own_picture_is_there()
    {
        var page = await Site.GetTextAsync("/guide");
        using var picture = await Site.GetAsync("/GongkaiTheme/share.png");

        Assert.Contains($"<meta property=\"og:image\" content=\"{Origin}/GongkaiTheme/share.png\">", page, StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_title_cannot_leave_the_data_of_its_page()
    {
        const string Title = "</script><script>alert(1)</script>";
        await PublishAsync("machine-hostile", Title, "主动公开");
        using var moved = await Site.GetAsync("/Contents/ContentItems/machine-hostile");
        var page = await Site.GetTextAsync(moved.Headers.Location!.OriginalString);

        Assert.Equal(Title, (string?)DataOf(page)["@graph"]![0]!["name"]);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await Site.GetTextAsync("/feeds/all.rss"), StringComparison.Ordinal);
    }

    private static JsonObject DataOf(string page)
    {
        const string Begin = "<script type=\"application/ld+json\">";
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonNode.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)])!.AsObject();
    }

    private async Task<string[]> ReadAllAsync() =>
    [
        await Site.GetTextAsync("/feeds/all.atom"),
        await Site.GetTextAsync("/feeds/catalogue.rss"),
        await Site.GetTextAsync("/dcat/catalog.jsonld"),
        await Site.GetTextAsync("/api/changes?after=" + (await Last() - 5)),
        await Site.GetTextAsync("/sitemaps/1.xml"),
    ];

    private async Task<long> Last() => (long)(await Site.GetJsonAsync("/api/changes"))["last"]!;

    private async Task<string> VersionOfAsync(string id) => (string)(await Site.GetJsonAsync("/api/content/" + id))["ContentItemVersionId"]!;

    private static string PathOf(string address)
    {
        Assert.StartsWith(Origin + "/", address, StringComparison.Ordinal);
        return address[Origin.Length..];
    }

    /// <summary>An entry like one of the sample's.</summary>
    private async Task<ContentItem> EntryAsync(string id, string title, string mode, string? version = null)
    {
        var item = await Site.GetItemAsync("sample-entry-08");
        item.ContentItemId = id;
        item.ContentItemVersionId = version ?? "";
        item.DisplayText = title;
        item.EnsurePart("TitlePart")["Title"] = title;
        item.Json.Remove("AutoroutePart");
        var part = item.EnsurePart("DisclosureEntry");
        part.Remove("IndexNumber");
        part.Remove("PublishedOn");
        part.SetTextField("DisclosureMode", mode);
        part.SetTextField("Abstract", null);
        return item;
    }

    private async Task PublishAsync(string id, string title, string mode, string? version = null) =>
        await Site.ExecuteAsync(new SaveDraft(await EntryAsync(id, title, mode, version), version), new Publish(id));

    public sealed class AddressedSite : IAsyncLifetime
    {
        public SiteFixture Site { get; } = new(withSample: true, null, KeyValuePair.Create("Site:BaseUrl", (string?)Origin));

        public Task InitializeAsync() => Site.InitializeAsync();

        public Task DisposeAsync() => Site.DisposeAsync();
    }
}
