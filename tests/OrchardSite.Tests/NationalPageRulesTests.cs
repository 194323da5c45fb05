using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OrchardSite.Tests;

/// <summary>What the national rules ask of each page: tags of site, column and article, and what every page offers.</summary>
/// <remarks>政府网站发展指引 (国办发〔2017〕47号), annex on page tags; spec/disclosure.md on what every live page has.</remarks>
public sealed class NationalPageRulesTests(MachinesTests.AddressedSite addressed) : IClassFixture<MachinesTests.AddressedSite>
{
    private static readonly string[] ColumnTypes = ["首页", "概况信息", "政策文件", "信息公开指南", "信息公开目录", "信息公开年报", "依申请公开", "政策解读", "回应关切", "咨询投诉", "在线访谈"];

    private SiteFixture Site => addressed.Site;

    public static TheoryData<string, string> Columns => new()
    {
        { "/", "首页" }, { "/catalogue", "信息公开目录" }, { "/catalogue/topics", "信息公开目录" }, { "/catalogue/topics/综合政务?year=2025", "信息公开目录" },
        { "/catalogue/issuers", "信息公开目录" }, { "/catalogue/issuers/甲市人民政府/甲市教育局", "信息公开目录" }, { "/catalogue/topics/国防", "信息公开目录" },
        { "/catalogue/standards", "信息公开目录" }, { "/catalogue/standards/食品药品监管", "信息公开目录" },
        { "/interpretations", "政策解读" }, { "/interpretations/2025", "政策解读" }, { "/questions", "回应关切" }, { "/questions/2026", "回应关切" },
        { "/search", "信息公开目录" }, { "/search?q=加装电梯", "信息公开目录" }, { "/search?q=没有这样的词句", "信息公开目录" }, { "/api", "信息公开目录" },
    };

    public static TheoryData<string, string, string> Articles => new()
    {
        { "/entries/000000109-2026-00001", "信息公开目录", "2026-" }, { "/entries/000000102-2023-00001", "信息公开目录", "2023-" }, { "/entries/014319626-2022-00001", "信息公开年报", "2022-" },
        { "/interpretations/2025/sample-interpretation-01", "政策解读", "2025-" }, { "/questions/2026/3", "回应关切", "2026-" },
        { "/guide", "信息公开指南", "202" }, { "/rules", "政策文件", "202" }, { "/standards/sample-standard-02", "信息公开目录", "202" },
    };

    public static TheoryData<string, int> Messages => new() { { "/nowhere", 404 }, { "/entries/000000000-1999-00001", 404 } };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task A_column_carries_the_tags_of_site_and_column_and_none_of_an_article(string address, string columnType)
    {
        var page = await ReadAsync(address);

        HasTagsOfSite(page);
        HasTagsOfColumn(page, columnType);
        Assert.Equal((null, null, null), (Tag(page, "ArticleTitle"), Tag(page, "PubDate"), Tag(page, "ContentSource")));
        OffersWhatEveryPageOffers(page);
        Assert.True(address == "/" || Place(page).Length > 1, "It does not say where it is.");
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_carries_the_tags_of_all_three_levels_and_shows_its_date_and_a_code_to_share_it(string address, string columnType, string year)
    {
        var page = await ReadAsync(address);

        HasTagsOfSite(page);
        HasTagsOfColumn(page, columnType);
        Assert.Equal(page.QuerySelector("h1")!.TextContent, Tag(page, "ArticleTitle"));
        Assert.Matches($"^{year}[0-9-]+ [0-9]{{2}}:[0-9]{{2}}$", Tag(page, "PubDate"));
        Assert.NotEmpty(Tag(page, "ContentSource")!);
        OffersWhatEveryPageOffers(page);
        Assert.True(Place(page).Length > 1, "It does not say where it is.");
        var code = page.QuerySelector(".share img")!.GetAttribute("src")!;
        using var picture = await Site.GetAsync(code);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_page_that_is_no_content_carries_the_tags_of_the_site_alone(string address, int status)
    {
        var page = await ReadAsync(address, status);

        HasTagsOfSite(page);
        Assert.Equal((null, null), (Tag(page, "ColumnName"), Tag(page, "ArticleTitle")));
        OffersWhatEveryPageOffers(page);
    }

    private static void HasTagsOfSite(IDocument page) =>
        Assert.Equal(("甲市政府信息公开", "www.example.gov.cn", "0000000000"), (Tag(page, "SiteName"), Tag(page, "SiteDomain"), Tag(page, "SiteIDCode")));

    private static void HasTagsOfColumn(IDocument page, string columnType)
    {
        Assert.Contains(columnType, ColumnTypes);
        Assert.Equal(columnType, Tag(page, "ColumnType"));
        Assert.All(["ColumnName", "ColumnDescription", "ColumnKeywords"], name => Assert.False(string.IsNullOrWhiteSpace(Tag(page, name)), name));
    }

    /// <summary>Sizes of letters and printing are there for whoever needs them; the footer says who answers for the site.</summary>
    private static void OffersWhatEveryPageOffers(IDocument page)
    {
        Assert.Equal(["standard", "large", "larger", "contrast", "elder", "line", "none"], page.QuerySelectorAll("form[data-reading-help] button[name=help]").Select(button => button.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("[data-print]"));
        var foot = page.QuerySelector("footer")!.TextContent;
        Assert.All(["主办单位：甲市人民政府办公室（示例）", "联系电话：0000-12345678", "网站标识码：0000000000", "示例ICP备00000000号", "示例公网安备00000000000000号"], fact => Assert.Contains(fact, foot, StringComparison.Ordinal));
    }

    private static string[] Place(IDocument page) => [.. page.QuerySelectorAll("nav[aria-label=当前位置] li").Select(item => item.TextContent)];

    /// <summary>A tag's content; null without it. Twice is a fault.</summary>
    private static string? Tag(IDocument page, string name) => page.QuerySelectorAll("head meta").SingleOrDefault(tag => tag.GetAttribute("name") == name)?.GetAttribute("content");

    private async Task<IDocument> ReadAsync(string address, int status = 200)
    {
        using var response = await Site.GetAsync(address);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
