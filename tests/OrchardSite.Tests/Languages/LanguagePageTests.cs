using System.Net;
using System.Text;

namespace OrchardSite.Tests.Languages;

/// <summary>Every page type in every language.</summary>
public sealed class LanguagePageTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private static readonly string[] Addresses =
    [
        "/", "/catalogue", "/catalogue/topics/综合政务", "/catalogue/issuers", "/catalogue?year=2026&validity=现行有效", "/catalogue?q=没有这样的词句", "/catalogue/standards", "/catalogue/standards/义务教育/乡级",
        "/standards/sample-standard-02", "/interpretations", "/interpretations/2025", "/questions", "/questions/2026", "/search", "/search?q=加装电梯&topic=topic-02&since=2020-01-01", "/search?q=没有这样的词句", "/guide", "/rules", "/api",
        "/entries/014319626-2022-00001", "/entries/000000102-2023-00001", "/interpretations/2026/sample-interpretation-02", "/questions/2026/3",
        "/nowhere", "/search?q=a&page=999", "/search?page=99999999",
    ];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = site.Client.BaseAddress };

    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var address in Addresses)
            {
                data.Add(address, "/en", "en");
                data.Add(address, "/zh-hant", "zh-Hant");
            }

            return data;
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What editors wrote stands in Simplified Chinese, and says so; everything else is in the language of the page, and every link stays in it.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_in_its_language_and_says_what_is_not(string address, string prefix, string language)
    {
        var page = new PageInLanguage(await ReadAsync(prefix + address));

        Assert.Equal(language, page.Language);
        Assert.Empty(page.Strangers());
        var elsewhere = page.Document.QuerySelectorAll("main a[href^='/'], header a[href^='/'], footer a[href^='/'], form[action^='/']")
            .Where(link => !link.HasAttribute("data-language") && link.Closest(".prose") is null).Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!)
            .Where(url => !url.StartsWith(prefix + "/", StringComparison.Ordinal) && !url.StartsWith("/media/", StringComparison.Ordinal));
        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData("/guide", "/guide")]
    [InlineData("/catalogue/topics?year=2026&utm=1", "/catalogue/topics")]
    [InlineData("/questions/2026/3?language=x", "/questions/2026/3")]
    public async Task A_page_names_its_one_address_and_those_in_other_languages(string address, string canonical)
    {
        foreach (var (prefix, own) in ((string, string)[])[("", ""), ("/en", "/en"), ("/EN", "/en"), ("/zh-hant", "/zh-hant")])
        {
            var head = new PageInLanguage(await ReadAsync(prefix + address)).Document.Head!;
            Assert.Equal(own + canonical, head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal([("zh-Hans", canonical), ("x-default", canonical), ("zh-Hant", "/zh-hant" + canonical), ("en", "/en" + canonical)],
                head.QuerySelectorAll("link[hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));
            Assert.Equal(own == "/en" ? "en_GB" : own.Length == 0 ? "zh_CN" : "zh_TW", head.QuerySelector("meta[property='og:locale']")!.GetAttribute("content"));
        }
    }

    [Theory]
    [InlineData(null, null, "zh-Hans", "/guide")]
    [InlineData("en-GB,en;q=0.9", null, "en", "/en/guide")]
    [InlineData("zh-HK", null, "zh-Hant", "/zh-hant/guide")]
    [InlineData("zh-HK", "language=en", "en", "/en/guide")]
    [InlineData("en", "language=zh-Hans", "zh-Hans", "/guide")]
    [InlineData("en", "language=<script>", "en", "/en/guide")]
    public async Task An_address_without_a_language_is_answered_as_the_reader_wishes(string? wish, string? cookie, string language, string canonical)
    {
        for (var times = 0; times < 2; times++)
        {
            var page = new PageInLanguage(await ReadAsync("/guide", wish, cookie));
            Assert.Equal((language, canonical), (page.Language, page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Hostile_wishes_get_a_page_in_one_of_the_languages()
    {
        foreach (var wish in (string[])["en," + string.Concat(Enumerable.Repeat("en-GB;q=0.1,", 500)), "en-\u00ff\u00fe", "%00%ff", new string('a', 6000), "en;q=1.1.1", "\"en"])
        {
            using var response = await AskAsync("/guide", wish);
            Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest]);
            // Kestrel refuses what is no header at all.
            if (response.StatusCode == HttpStatusCode.OK)
                Assert.Matches("<html lang=\"(zh-Hans|zh-Hant|en)\"", await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Pages that are no content: the tab of the browser, and who shares them, say what they are in their language.</summary>
    [Theory]
    [InlineData("/en/report?page=/guide")]
    [InlineData("/en/report/thanks?page=/guide")]
    [InlineData("/en/useful/thanks?page=/guide&answer=no")]
    public async Task The_title_of_a_page_is_in_its_language(string address)
    {
        var page = new PageInLanguage(await ReadAsync(address)).Document;

        Assert.Matches("^[ -~’]+ - ", page.QuerySelector("title")!.TextContent);
        Assert.Matches("^[ -~’]+$", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!);
    }

    [Theory]
    [InlineData("/", "没有找到这个页面")]
    [InlineData("/en/", "Page not found")]
    [InlineData("/zh-hant/", "沒有找到這個頁面")]
    public async Task An_address_that_leads_nowhere_says_so_in_its_language(string prefix, string expected)
    {
        using var response = await AskAsync(prefix + "nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/guide?language=en", "/en/guide", "en")]
    [InlineData("/en/guide?language=zh-Hans", "/guide", "zh-Hans")]
    [InlineData("/en/search?q=%E7%94%B5%E6%A2%AF&language=zh-hant&page=2", "/zh-hant/search?q=%E7%94%B5%E6%A2%AF&page=2", "zh-Hant")]
    [InlineData("/zh-hant?language=zh-Hans", "/", "zh-Hans")]
    public async Task A_choice_is_kept_and_leads_to_the_page(string address, string expected, string language)
    {
        using var response = await AskAsync(address);

        Assert.Equal((HttpStatusCode.Found, expected), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.StartsWith($"language={language};", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("//elsewhere.example/?language=en")]
    [InlineData("/en//elsewhere.example/?language=zh-Hans")]
    [InlineData("/%5Celsewhere.example/?language=zh-Hans")]
    [InlineData("/guide?language=klingon")]
    [InlineData("/guide?language=en&language=zh-Hans")]
    [InlineData("/api/search?language=en")]
    [InlineData("/admin?language=en")]
    public async Task A_choice_leads_to_no_other_site_and_is_taken_of_pages_only(string address)
    {
        using var response = await AskAsync(address);

        Assert.False(response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("language=", StringComparison.Ordinal)));
        Assert.DoesNotContain("elsewhere", response.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/topics", "/en/catalogue/topics")]
    [InlineData("/zh-hant/Contents/ContentItems/guide", "/zh-hant/guide")]
    public async Task A_redirect_stays_in_the_language(string address, string expected)
    {
        using var response = await AskAsync(address);

        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Files_have_one_address_whatever_the_language()
    {
        var page = new PageInLanguage(await ReadAsync("/en/guide"));

        Assert.All(page.Document.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=icon]"),
            file => Assert.StartsWith("/GongkaiTheme/", file.GetAttribute("href") ?? file.GetAttribute("src"), StringComparison.Ordinal));
        using var style = await AskAsync("/en/GongkaiTheme/gongkai.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Theory]
    [InlineData("/en/sitemap.xml", "/en/")]
    [InlineData("/zh-hant/sitemaps/columns.xml", "/zh-hant/")]
    [InlineData("/en/dcat/catalog.jsonld", "/en/")]
    public async Task Answers_without_a_language_name_addresses_without_one(string address, string absent)
    {
        using var response = await AskAsync(address);

        Assert.DoesNotContain(absent, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/feeds/catalogue.atom", "Catalogue of disclosed information")]
    [InlineData("/zh-hant/feeds/catalogue.rss", "政府信息公開目錄")]
    [InlineData("/en/opensearch.xml", "Find disclosed government information")]
    [InlineData("/en/api/search?year=x", "is not a year")]
    [InlineData("/zh-hant/api/content/none", "沒有編號為")]
    [InlineData("/en/catalogue/list.csv", "Document number")]
    public async Task What_programs_read_is_in_the_language_of_its_address(string address, string expected)
    {
        using var response = await AskAsync(address);

        Assert.Contains(expected, System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/admin")]
    [InlineData("/zh-hant/admin/content")]
    public async Task The_desk_has_no_address_below_a_language(string address)
    {
        using var response = await AskAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string? wish = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_client.BaseAddress!.GetLeftPart(UriPartial.Authority) + address));
        if (wish is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", wish);
        if (cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await _client.SendAsync(request);
    }

    private async Task<string> ReadAsync(string address, string? wish = null, string? cookie = null)
    {
        using var response = await AskAsync(address, wish, cookie);
        return await response.Content.ReadAsStringAsync();
    }
}
