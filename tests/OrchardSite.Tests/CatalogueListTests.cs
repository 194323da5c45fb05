using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Content;

namespace OrchardSite.Tests;

/// <summary>Lists as files, neighbours in a list, and the standard catalogues.</summary>
public sealed class CatalogueListTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Oldest = "list=sort%3Doldest";

    [Fact]
    public async Task A_list_is_a_CSV_file_that_Excel_reads_as_text()
    {
        await PublishAsync("formula-entry", "=HYPERLINK(\"http://evil\",\"看\")");

        using var response = await site.GetAsync("/catalogue/list.csv?sort=newest");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("序号,类型,标题,", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"看\"\")\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("内部审计", text, StringComparison.Ordinal); // 依申请公开
    }

    [Fact]
    public async Task A_list_is_a_workbook_of_texts()
    {
        var file = await site.Client.GetByteArrayAsync(new Uri("/catalogue/list.xlsx?topic=topic-02&type=DisclosureEntry", UriKind.Relative));

        using (var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false))
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = XDocument.Load(sheet).Descendants(main + "row").Select(row => row.Elements(main + "c").ToList()).ToList();
        Assert.True(rows.Count > 3);
        Assert.All(rows.SelectMany(row => row), cell => Assert.Equal("inlineStr", cell.Attribute("t")?.Value));
        Assert.Empty(rows.SelectMany(row => row).Descendants(main + "f"));
        Assert.All(rows.Skip(1), row => Assert.Equal("目录条目", row[1].Value));
    }

    [Theory]
    [InlineData("/catalogue/list.csv?nonsense=1", HttpStatusCode.BadRequest)]
    [InlineData("/catalogue/list.xlsx?since=gestern", HttpStatusCode.BadRequest)]
    [InlineData("/catalogue/beside/none/next", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/beside/sample-entry-16/next", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/beside/sample-entry-01/sideways", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/beside/guide/next", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards/没有的领域", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards/义务教育/省级", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_told(string address, HttpStatusCode status)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_list_of_a_year_s_column_is_a_file_of_just_that()
    {
        var rows = (await site.GetTextAsync("/catalogue/list.csv?type=QaIssue&under=questions%2F2025%2F")).Trim().Split("\r\n");

        Assert.Equal(3, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.Contains("/questions/2025/", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_too_long_a_query_is_refused()
    {
        using var response = await site.GetAsync("/catalogue/list.csv?q=" + new string('a', 600));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_next_entry_is_that_of_the_list_one_came_from_all_the_way_to_its_end()
    {
        var list = await site.GetJsonAsync("/api/search?type=DisclosureEntry&sort=oldest&size=100");
        var urls = list["hits"]!.AsArray().Select(hit => hit!["url"]!.GetValue<string>()).ToList();
        var ids = list["hits"]!.AsArray().Select(hit => hit!["contentItemId"]!.GetValue<string>()).ToList();

        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(i + 1 < ids.Count ? $"{urls[i + 1]}?{Oldest}" : "/catalogue?sort=oldest", await FollowAsync(ids[i], "next", $"{urls[i]}?{Oldest}"));
            Assert.Equal(i > 0 ? $"{urls[i - 1]}?{Oldest}" : "/catalogue?sort=oldest", await FollowAsync(ids[i], "previous", $"{urls[i]}?{Oldest}"));
        }
    }

    [Fact]
    public async Task A_list_by_words_has_neighbours_too()
    {
        var hits = (await site.GetJsonAsync("/api/search?q=公开&type=DisclosureEntry&size=100"))["hits"]!.AsArray();
        var (first, second) = (hits[0]!, hits[1]!);

        Assert.Equal($"{second["url"]}?list=q%3D%25E5%2585%25AC%25E5%25BC%2580", await FollowAsync(first["contentItemId"]!.GetValue<string>(), "next", "/x?list=q%3D%25E5%2585%25AC%25E5%25BC%2580"));
    }

    [Fact]
    public async Task Without_a_list_it_is_that_of_the_entry_s_topic_and_another_site_s_counts_for_nothing()
    {
        var own = await FollowAsync("sample-entry-02", "next", null);

        Assert.Contains("list=topic%3D", own, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/catalogue/beside/sample-entry-02/next", UriKind.Relative));
        request.Headers.Referrer = new("http://evil.example/x?" + Oldest);
        using var response = await site.Client.SendAsync(request);
        Assert.Equal(own, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_list_in_a_link_changes_neither_the_page_nor_its_canonical_address()
    {
        var plain = await site.GetTextAsync("/entries/000000102-2025-00003");

        Assert.Equal(plain, await site.GetTextAsync("/entries/000000102-2025-00003?" + Oldest));
        Assert.Contains("rel=\"canonical\"", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_tells_what_is_published_missing_late_or_given_on_request()
    {
        var html = await site.GetTextAsync("/catalogue/standards/财政预决算");

        Assert.Contains("未公开", html, StringComparison.Ordinal);
        Assert.Contains("依申请公开", html, StringComparison.Ordinal);
        Assert.Contains("可能逾期", await site.GetTextAsync("/catalogue/standards/食品药品监管"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_not_public_fulfils_nothing()
    {
        var item = await site.GetItemAsync("sample-entry-16");
        item.Part("DisclosureEntry")!["StandardItems"] = new System.Text.Json.Nodes.JsonObject { ["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray("sample-standard-08") };
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish("sample-entry-16"));

        var html = await site.GetTextAsync("/standards/sample-standard-08");

        Assert.DoesNotContain("内部审计", html, StringComparison.Ordinal);
        Assert.Contains("未公开", html, StringComparison.Ordinal);
    }

    private async Task<string?> FollowAsync(string id, string step, string? from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/catalogue/beside/{id}/{step}", UriKind.Relative));
        if (from is not null)
            request.Headers.Referrer = new(site.Client.BaseAddress!, from);
        using var response = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return response.Headers.Location?.OriginalString;
    }

    private async Task PublishAsync(string id, string title)
    {
        var item = await site.GetItemAsync("sample-entry-06");
        (item.ContentItemId, item.ContentItemVersionId, item.DisplayText) = (id, "", title);
        item.EnsurePart("TitlePart")["Title"] = title;
        item.Json.Remove("AutoroutePart");
        item.Part("DisclosureEntry")!.Remove("IndexNumber");
        await site.ExecuteAsync(new SaveDraft(item, null), new Publish(id));
    }
}
