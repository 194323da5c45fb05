using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Lists as files, neighbours in a list, and the standard catalogues.</summary>
public sealed partial class CatalogueListTests(SiteFixture site) : IClassFixture<SiteFixture>
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
    [InlineData("/catalogue/audiences/没有的人", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/audiences/企業", HttpStatusCode.NotFound)]
    [InlineData("/feeds/catalogue/audiences/没有的人.atom", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards/没有的领域", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards/义务教育/省级", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards.csv?field=没有的领域", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/standards.xlsx?level=省级", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/list.csv?within=nothing", HttpStatusCode.NotFound)]
    [InlineData("/catalogue/list.csv?within=guide", HttpStatusCode.NotFound)]
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
    public async Task A_standard_catalogue_is_a_file_with_the_state_of_each_item()
    {
        var page = await site.GetTextAsync("/catalogue/standards/食品药品监管/县级");
        var link = $"/catalogue/standards.csv?field={Uri.EscapeDataString("食品药品监管")}&level={Uri.EscapeDataString("县级")}";
        var rows = (await site.GetTextAsync(link)).Trim().Split("\r\n");
        var all = (await site.GetTextAsync("/catalogue/standards.csv")).Trim();

        Assert.Contains($"href=\"{link.Replace("&", "&amp;", StringComparison.Ordinal)}\"", page, StringComparison.Ordinal);
        Assert.StartsWith("领域,序号,一级事项,", rows[0], StringComparison.Ordinal);
        Assert.True(rows.Length > 1);
        Assert.All(rows.Skip(1), row => Assert.StartsWith("食品药品监管,", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(",可能逾期,", StringComparison.Ordinal));
        Assert.Contains("\r\n财政预决算,", all, StringComparison.Ordinal);
        Assert.Contains(",未公开,", all, StringComparison.Ordinal);
        // An address too long for the cache of pages is answered as it is written.
        Assert.Equal(all, (await site.GetTextAsync("/catalogue/standards.csv?q=" + new string('a', 2000))).Trim());
        using var document = SpreadsheetDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync(new Uri("/catalogue/standards.xlsx", UriKind.Relative))), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => fault.Description));
    }

    [Theory]
    [InlineData("/catalogue/list.csv?type=DisclosureEntry", "信息公开目录")]
    [InlineData("/catalogue/list.csv?type=QaIssue", "政策简明问答")]
    [InlineData("/catalogue/list.xlsx?q=公开", "搜索结果")]
    [InlineData("/en/catalogue/list.csv?q=公开", "Search results")]
    public async Task A_file_is_called_what_it_lists(string address, string name)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(name, Path.GetFileNameWithoutExtension(response.Content.Headers.ContentDisposition?.FileNameStar));
    }

    [Fact]
    public async Task A_list_of_too_long_a_query_is_refused()
    {
        using var response = await site.GetAsync("/catalogue/list.csv?q=" + new string('a', 600));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_entry_names_its_neighbours_of_the_list_one_came_from_and_at_its_ends_that_there_is_none()
    {
        var list = (await site.GetJsonAsync("/api/search?type=DisclosureEntry&sort=oldest&size=100"))["hits"]!.AsArray();
        var (urls, titles) = (list.Select(hit => hit!["url"]!.GetValue<string>()).ToList(), list.Select(hit => hit!["title"]!.GetValue<string>()).ToList());

        for (var i = 0; i < urls.Count; i++)
        {
            var (previous, next, back) = await NeighboursAsync($"{urls[i]}?{Oldest}");
            Assert.Equal(i > 0 ? ($"{urls[i - 1]}?{Oldest}", titles[i - 1]) : null, previous);
            Assert.Equal(i + 1 < urls.Count ? ($"{urls[i + 1]}?{Oldest}", titles[i + 1]) : null, next);
            Assert.Equal("/catalogue?sort=oldest", back);
        }
    }

    [Fact]
    public async Task A_list_by_words_has_neighbours_too()
    {
        const string List = "list=q%3D%25E5%2585%25AC%25E5%25BC%2580";
        var hits = (await site.GetJsonAsync("/api/search?q=公开&type=DisclosureEntry&size=100"))["hits"]!.AsArray();

        var (_, next, _) = await NeighboursAsync($"{hits[0]!["url"]}?{List}");

        Assert.Equal(($"{hits[1]!["url"]}?{List}", hits[1]!["title"]!.GetValue<string>()), next);
    }

    [Fact]
    public async Task An_entry_that_was_found_by_a_search_has_the_next_one_found_beside_it_and_leads_back_to_the_search()
    {
        var search = $"/search?q={Uri.EscapeDataString("公开")}&year=2025";
        var found = LinksOf(await site.GetTextAsync(search)).Where(link => link.StartsWith("/entries/", StringComparison.Ordinal)).ToList();

        var (previous, next, back) = await NeighboursAsync(found[0]);

        Assert.True(found.Count > 1);
        Assert.Null(previous);
        Assert.Equal(found[1].Split('?')[0], next?.Url.Split('?')[0]);
        Assert.Equal(search, back);
        Assert.Equal(search, (await NeighboursAsync(next!.Value.Url)).Back);
        Assert.Contains($"/en{next.Value.Url}\"", await site.GetTextAsync(next.Value.Url), StringComparison.Ordinal); // A choice of language keeps it.

        static IEnumerable<string> LinksOf(string page) => RowTitle().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?list=topic%3Dnowhere")]
    [InlineData("?list=a&list=b")]
    [InlineData("?list=%22%3E%3Cscript%3E")]
    [InlineData("?list=q%3D" + "%25E5%2585%25AC%25E5%25BC%2580%25E5%258C%25BA%25E5%258C%25BA%25E5%258C%25BA")]
    public async Task Without_a_list_that_it_is_in_an_entry_has_those_of_its_topic(string query)
    {
        var topic = (await site.GetJsonAsync("/api/search?type=DisclosureEntry&topic=topic-02&size=100"))["hits"]!.AsArray().Select(hit => hit!["url"]!.GetValue<string>()).ToList();
        var at = topic.IndexOf("/entries/000000101-2025-00001");

        var (previous, next, back) = await NeighboursAsync(topic[at] + query);

        Assert.Equal((at > 0 ? topic[at - 1] : null, at + 1 < topic.Count ? topic[at + 1] : null), (previous?.Url.Split('?')[0], next?.Url.Split('?')[0]));
        Assert.Equal("/catalogue/topics/%E7%BB%BC%E5%90%88%E6%94%BF%E5%8A%A1", back);
    }

    [Fact]
    public async Task The_list_in_a_link_does_not_change_the_canonical_address()
    {
        foreach (var query in (string[])["", "?" + Oldest, "?list=x&page=2&from=1.a"])
            Assert.Contains("<link rel=\"canonical\" href=\"/entries/000000102-2025-00003\">", await site.GetTextAsync("/entries/000000102-2025-00003" + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_can_be_walked_by_whom_something_is_for()
    {
        var whole = await site.GetTextAsync("/catalogue/audiences");
        var page = await site.GetTextAsync("/catalogue/audiences/企业?sort=oldest");
        var feed = await site.GetTextAsync("/feeds/catalogue/audiences/企业.atom");
        var map = await site.GetTextAsync("/sitemaps/columns.xml");
        var expected = (await site.GetJsonAsync("/api/search?audience=企业"))["total"]!.GetValue<int>();

        Assert.True(expected > 0);
        Assert.Contains($"/catalogue/audiences/{Uri.EscapeDataString("企业")}\"", whole, StringComparison.Ordinal);
        Assert.Contains("<h1>服务对象：企业</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"共 {expected} 条", page, StringComparison.Ordinal);
        Assert.Contains($"/catalogue/list.csv?type=DisclosureEntry&amp;audience={Uri.EscapeDataString("企业")}&amp;sort=oldest", page, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"/catalogue/audiences/{Uri.EscapeDataString("企业")}\">", page, StringComparison.Ordinal);
        Assert.Equal(expected, XDocument.Parse(feed).Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom")).Count());
        Assert.Contains($"/catalogue/audiences/{Uri.EscapeDataString("企业")}</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/catalogue/standards</loc>", map, StringComparison.Ordinal);
        Assert.Equal(expected + 1, (await site.GetTextAsync("/catalogue/list.csv?type=DisclosureEntry&audience=企業")).Trim().Split("\r\n").Length);
    }

    [Fact]
    public async Task The_entries_that_fulfil_an_item_are_a_list_whose_chip_names_it()
    {
        var page = await site.GetTextAsync("/catalogue?standard=sample-standard-02");
        var title = (await site.GetItemAsync("sample-standard-02")).DisplayText;

        Assert.Contains($"标准目录事项：{title}", page, StringComparison.Ordinal);
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
    public async Task A_year_s_notice_of_holidays_changes_at_once_what_is_late()
    {
        const string Page = "/catalogue/standards/义务教育";
        const string Reason = "最新一条成文后第 3 个工作日公开，时限 2 个工作日";
        var item = await site.GetItemAsync("sample-standard-02");
        item.Part("StandardItem")!.SetTextField("TimeLimit", "2个工作日内");
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish(item.ContentItemId));
        Assert.Contains(Reason, await site.GetTextAsync(Page), StringComparison.Ordinal);

        // Issued on Tuesday 21 April 2026, published on Friday.
        await site.Services.GetRequiredService<ISettingsStore>().SaveAsync(SiteCalendar.Document, new() { ["2026"] = new JsonObject { ["Off"] = new JsonArray("2026-04-22"), ["Work"] = new JsonArray() } });
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();

        Assert.DoesNotContain("可能逾期</span>", await site.GetTextAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_of_many_items_has_a_hundred_a_page_and_counts_them_all()
    {
        var items = Enumerable.Range(1, 101).Select(number => $$"""
            { "ContentItemId": "many-{{number}}", "ContentItemVersionId": "many-{{number}}-v1", "ContentType": "StandardItem", "DisplayText": "事项{{number}}", "Latest": true, "Published": true, "TitlePart": { "Title": "事项{{number}}" },
              "AutoroutePart": { "Path": "standards/many-{{number}}" }, "StandardItem": { "Field": { "Text": "救灾" }, "Number": { "Value": {{number}} }, "FirstLevel": { "Text": "灾后救助" }, "Content": { "Text": "标准" }, "Basis": { "Text": "条例" },
              "TimeLimit": { "Text": "及时公开" }, "Subject": { "Text": "应急局" }, "Levels": { "Values": ["县级"] } } }
            """);
        Assert.True((await site.ImportAsync("{ \"name\": \"Content\", \"data\": [" + string.Join(',', items) + "] }")).Succeeded);

        var (first, second) = (await site.GetTextAsync("/catalogue/standards/救灾/县级"), await site.GetTextAsync("/catalogue/standards/救灾/县级?page=2"));

        Assert.Equal((100, 1), (Rows(first), Rows(second)));
        Assert.All((string[])[first, second], page => Assert.Contains("未公开 101</span>", page, StringComparison.Ordinal));
        Assert.Contains("?page=2\">", first, StringComparison.Ordinal);
        using var past = await site.GetAsync("/catalogue/standards/救灾/县级?page=3");
        Assert.Equal(HttpStatusCode.NotFound, past.StatusCode);

        static int Rows(string page) => page.Split("<th scope=\"row\">").Length - 1;
    }

    [Fact]
    public async Task An_entry_that_is_not_public_fulfils_nothing()
    {
        var item = await site.GetItemAsync("sample-entry-16");
        item.Part("DisclosureEntry")!["StandardItems"] = new JsonObject { ["ContentItemIds"] = new JsonArray("sample-standard-08") };
        await site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId), new Publish("sample-entry-16"));

        var html = await site.GetTextAsync("/standards/sample-standard-08");

        Assert.DoesNotContain("内部审计", html, StringComparison.Ordinal);
        Assert.Contains("未公开", html, StringComparison.Ordinal);
    }

    private async Task<((string Url, string Title)? Previous, (string Url, string Title)? Next, string Back)> NeighboursAsync(string address)
    {
        var page = await site.GetTextAsync(address);
        var start = page.IndexOf("<nav class=\"neighbours\"", StringComparison.Ordinal);
        var nav = XElement.Parse(page[start..(page.IndexOf("</nav>", start, StringComparison.Ordinal) + "</nav>".Length)]);
        var sides = nav.Descendants("li").Select(side => side.Element("a") is { } link ? (link.Attribute("href")!.Value, link.Value) : ((string, string)?)null).ToList();
        return (sides[0], sides[1], nav.Element("p")!.Element("a")!.Attribute("href")!.Value);
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

    [GeneratedRegex("<a class=\"row-title\" href=\"(?<url>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex RowTitle();
}
