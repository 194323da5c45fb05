using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Figures;

public sealed class FigurePageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private const string Formula = "=HYPERLINK(\"http://x\")";

    private static bool s_isReady;

    /// <summary>The year 2021 of a city: four documents decided, two interpretations, two issues.</summary>
    public async Task InitializeAsync()
    {
        if (s_isReady)
            return;
        s_isReady = true;
        await desk.AddOfficesAsync();
        var issuers = await desk.Site.GetItemAsync("issuers");
        issuers.Part("TaxonomyPart")!["Terms"]![1]!["TitlePart"]!["Title"] = Formula;
        await desk.Site.ExecuteAsync(new SaveDraft(issuers, issuers.ContentItemVersionId), new Publish("issuers"));
        foreach (var id in (string[])["d1", "d2", "d3"])
        {
            await desk.PublishAsync(Samples.Entry(id, id).With(item =>
            {
                item.EnsurePart("DisclosureEntry").SetDateField("PublishedOn", new(2021, 5, 1));
                item.EnsurePart("DisclosureEntry")["NeedsInterpretation"] = new JsonObject { ["Value"] = true };
            }));
            await DecideAsync(id, "主动公开");
        }

        await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry("d4", "d4", "finance", mode: "不予公开"), null));
        await DecideAsync("d4", "不予公开");
        await desk.PublishAsync(Interpretation("i1", "d1", new(2021, 5, 1), "文字"));
        await desk.PublishAsync(Interpretation("i2", "d2", new(2021, 6, 1), "图解"));
        await desk.PublishAsync(Issue("q1", 2));
        await desk.PublishAsync(Issue("q2", 3));
        await desk.AddAsync("colleague", ["Publisher"], "finance");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_report_says_what_a_yearly_report_states()
    {
        using var browser = await desk.SignInAsync("auditor");

        var page = await browser.GetAsync("/admin/figures?year=2021");

        var words = page.Document.QuerySelector(".figure-words")!.TextContent;
        Assert.Contains($"共审核认定 4 件文件的公开属性。其中：市政府办公室 3、{Formula} 1。认定为：主动公开 3、不予公开 1。", words, StringComparison.Ordinal);
        Assert.Contains("发布政策解读 2 篇：文字 1、图解 1。", words, StringComparison.Ordinal);
        Assert.Contains("需要解读或已有解读的政策文件 3 件：同步解读 1、解读晚于政策 1、还没有解读 1。", words, StringComparison.Ordinal);
        Assert.Contains("制作 2 期政策简明问答，共 5 对问答。", words, StringComparison.Ordinal);
        Assert.Contains("主动公开信息 7 条：", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publisher", "?year=2021")]
    [InlineData("colleague", "?year=2021")]
    [InlineData("publisher", "?from=2021-05-01&to=2021-05-31")]
    public async Task Every_figure_leads_to_the_list_of_its_items_which_adds_up_to_it(string user, string period)
    {
        using var browser = await desk.SignInAsync(user);
        var page = await browser.GetAsync("/admin/figures" + period);
        var links = page.Document.QuerySelectorAll(".figures td a").Select(link => (Count: int.Parse(link.TextContent, CultureInfo.InvariantCulture), Address: link.GetAttribute("href")!)).ToList();

        Assert.NotEmpty(links);
        foreach (var (count, address) in links)
        {
            var list = await browser.GetAsync(address);
            var rows = list.Document.QuerySelectorAll("tbody tr");
            Assert.Equal(count, rows.Sum(row => row.QuerySelector("td.end") is { } weight ? int.Parse(weight.TextContent, CultureInfo.InvariantCulture) : 1));
            Assert.Equal(rows.Length, rows.Select(row => row.GetAttribute("data-item")).Distinct().Count());
            Assert.Contains(count.ToString(CultureInfo.InvariantCulture), list.Document.QuerySelector(".figure-total strong")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_office_counts_and_lists_its_own_items_only()
    {
        using var browser = await desk.SignInAsync("colleague");

        var page = await browser.GetAsync("/admin/figures?year=2021");

        Assert.Contains("共审核认定 1 件", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("市政府办公室", page.Text, StringComparison.Ordinal);
        var list = await browser.GetAsync("/admin/figures/items?year=2021&table=reviewed&row=*&column=*");
        Assert.Equal("d4", Assert.Single(list.Document.QuerySelectorAll("tbody tr")).GetAttribute("data-item"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/figures/items?year=2021&table=reviewed&row=office&column=*")).Status);
    }

    [Theory]
    [InlineData("/admin/figures/items?year=2021&table=none&row=*&column=*", HttpStatusCode.NotFound, null)]
    [InlineData("/admin/figures/items?year=2021&table=reviewed&row=%00&column=*", HttpStatusCode.NotFound, null)]
    [InlineData("/admin/figures/items?year=1&table=reviewed&row=*&column=*", HttpStatusCode.NotFound, null)]
    [InlineData("/admin/figures/items?year=2021&table=reviewed&row=*&column=*&p=99999", HttpStatusCode.OK, "共 4 条")]
    [InlineData("/admin/figures/items?year=2021&table=reviewed&row=*&column=*&p=x", HttpStatusCode.OK, "共 4 条")]
    [InlineData("/admin/figures?year=21", HttpStatusCode.OK, "年份应写作四位数字")]
    [InlineData("/admin/figures?from=2021-02-30", HttpStatusCode.OK, "开始日期应写作")]
    [InlineData("/admin/figures?from=2021-02-02&to=2021-02-01", HttpStatusCode.OK, "结束日期不能早于开始日期")]
    [InlineData("/admin/figures?handler=Csv&year=21", HttpStatusCode.OK, "年份应写作四位数字")]
    [InlineData("/admin/figures?year=2020", HttpStatusCode.OK, "没有可以统计的内容")]
    public async Task What_cannot_be_counted_is_told(string address, HttpStatusCode status, string? told)
    {
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync(address);

        Assert.Equal(status, page.Status);
        Assert.Contains(told ?? "", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_had_as_CSV_and_XLSX_and_no_cell_is_a_formula()
    {
        using var browser = await desk.SignInAsync("publisher");

        using var csv = await browser.Client.GetAsync(new Uri("/admin/figures?handler=Csv&year=2021", UriKind.Relative));
        var text = await csv.Content.ReadAsStringAsync();
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        var sheet = await SheetAsync(browser, "/admin/figures?handler=Workbook&year=2021");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("attachment", csv.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("2021-01-01,2021-12-31,审核认定的文件,市政府办公室,主动公开,3\r\n", text, StringComparison.Ordinal);
        Assert.Contains("2021-01-01,2021-12-31,审核认定的文件,\"'=HYPERLINK(\"\"http://x\"\")\",不予公开,1\r\n", text, StringComparison.Ordinal);
        Assert.Contains("2021-01-01,2021-12-31,政策简明问答,期数,,2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("<v>3</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("<t xml:space=\"preserve\">=HYPERLINK", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figures_list_is_had_as_a_file_too()
    {
        using var browser = await desk.SignInAsync("publisher");

        var text = await browser.Client.GetStringAsync(new Uri("/admin/figures/items?handler=Csv&year=2021&table=questions&row=pairs&column=*", UriKind.Relative));
        var sheet = await SheetAsync(browser, "/admin/figures/items?handler=Workbook&year=2021&table=reviewed&row=finance&column=*");

        Assert.Contains(",q2,2021-07-01,3\r\n", text, StringComparison.Ordinal);
        Assert.Contains(">d4<", sheet, StringComparison.Ordinal);
    }

    private static async Task<string> SheetAsync(DeskBrowser browser, string address)
    {
        await using var archive = new ZipArchive(new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
        using var reader = new StreamReader(await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private async Task DecideAsync(string id, string mode) => await desk.Site.ExecuteAsync(new TakeStep(
        new(id, (await desk.Site.GetItemAsync(id)).ContentItemVersionId, ReviewStepKind.Forwarded)
        {
            Graph = "disclosure",
            From = "mode",
            To = "secrecy",
            UserName = "reviewer",
            DisplayName = "reviewer",
            AtUtc = new(2021, 4, 1, 0, 0, 0, DateTimeKind.Utc),
            Details = new() { ["mode"] = mode },
        }, 0));

    private static ContentItem Interpretation(string id, string policy, DateOnly day, string form) => Titled(id, "PolicyInterpretation").With(item =>
    {
        var part = item.EnsurePart("PolicyInterpretation");
        part.SetPickedIds("Policies", [policy]);
        part.SetTextField("Form", form);
        part.SetDateField("PublishedOn", day);
        item.EnsurePart("MarkdownBodyPart")["Markdown"] = "解读";
    });

    private static ContentItem Issue(string id, int pairs) => Titled(id, "QaIssue").With(item =>
    {
        item.EnsurePart("QaIssue").SetNumericField("Year", 2021);
        item.EnsurePart("QaIssue").SetDateField("PublishedOn", new(2021, 7, 1));
        item.EnsurePart("Questions")["ContentItems"] = new JsonArray([.. Enumerable.Range(1, pairs).Select(i => new JsonObject
        {
            ["ContentItemId"] = $"{id}-{i}",
            ["ContentType"] = "QaPair",
            ["QaPair"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = $"问{i}？" }, ["Answer"] = new JsonObject { ["Markdown"] = "答。" } },
        })]);
    });

    private static ContentItem Titled(string id, string type) => new(new JsonObject { ["ContentItemId"] = id, ["ContentType"] = type, ["TitlePart"] = new JsonObject { ["Title"] = id } });
}
