using System.Net;

namespace OrchardSite.Tests;

public sealed class PublicPagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/", "既有住宅加装电梯")]
    [InlineData("/catalogue", "政府信息公开目录")]
    [InlineData("/catalogue/topics", "综合政务")]
    [InlineData("/catalogue/topics/综合政务", "审查制度")]
    [InlineData("/catalogue/issuers", "甲市人民政府")]
    [InlineData("/catalogue/issuers", "按拼音首字母找机构")]
    [InlineData("/catalogue/standards", "食品药品监管")]
    [InlineData("/catalogue/standards/义务教育", "学区划分")]
    [InlineData("/catalogue/standards/义务教育/乡级", "招生入学方案")]
    [InlineData("/standards/sample-standard-02", "招生入学工作的意见")]
    [InlineData("/interpretations", "解读")]
    [InlineData("/interpretations/2025", "依申请公开办理办法")]
    [InlineData("/questions", "政策简明问答")]
    [InlineData("/questions/2026", "第3期")]
    [InlineData("/search", "搜索")]
    [InlineData("/search?q=加装电梯", "<mark>")]
    [InlineData("/guide", "甲市政府信息公开指南")]
    [InlineData("/rules", "政府信息公开制度")]
    [InlineData("/api", "/api/openapi.json")]
    [InlineData("/entries/014319626-2022-00001", "188.57万件")]
    [InlineData("/entries/000000102-2023-00001", "废止")]
    [InlineData("/interpretations/2026/sample-interpretation-02", "加装电梯")]
    [InlineData("/questions/2026/3", "加装电梯")]
    public async Task Every_page_shows_what_it_is_for(string address, string expected)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entries/none")]
    [InlineData("/catalogue/none")]
    [InlineData("/catalogue/topics/none")]
    [InlineData("/catalogue?page=999")]
    [InlineData("/search?q=公开&page=999")]
    [InlineData("/interpretations/1999")]
    [InlineData("/questions/1999")]
    public async Task What_is_not_there_gets_a_helpful_page(string address)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("没有找到这个页面", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/topics", "/catalogue/topics")]
    [InlineData("/topics/综合政务", "/catalogue/topics/%E7%BB%BC%E5%90%88%E6%94%BF%E5%8A%A1")]
    public async Task A_taxonomy_s_own_route_leads_to_its_catalogue_page(string address, string expected)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_repealed_entry_says_so_and_leads_to_what_replaced_it()
    {
        var html = await site.GetTextAsync("/entries/000000102-2023-00001");

        Assert.Contains("/entries/000000102-2025-00003", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_and_what_explains_them_link_both_ways()
    {
        Assert.Contains("/interpretations/2026/sample-interpretation-02", await site.GetTextAsync("/entries/000000109-2026-00001"), StringComparison.Ordinal);
        Assert.Contains("/questions/2026/3", await site.GetTextAsync("/entries/000000109-2026-00001"), StringComparison.Ordinal);
        Assert.Contains("/entries/000000109-2026-00001", await site.GetTextAsync("/interpretations/2026/sample-interpretation-02"), StringComparison.Ordinal);
        Assert.Contains("/entries/000000109-2026-00001", await site.GetTextAsync("/questions/2026/3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_says_that_it_is_a_sample() => Assert.Contains("示例站点", await site.GetTextAsync("/"), StringComparison.Ordinal);

    [Fact]
    public async Task Official_text_is_shown_word_for_word()
    {
        // The report says 8300 items twice and 1200 posts beside 6000: prose and tables of an official text are never corrected.
        var html = await site.GetTextAsync("/entries/014319626-2022-00001");

        Assert.Contains("政府公报152条、政务微博“宿迁之声”6000余条、政务微信“宿迁之声”1200余条", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_HEAD_request_is_answered_as_GET_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Parameters_that_a_page_does_not_know_change_nothing()
    {
        var plain = await site.GetTextAsync("/entries/014319626-2022-00001");

        Assert.Equal(plain, await site.GetTextAsync("/entries/014319626-2022-00001?from=timeline&isappinstalled=0"));
        Assert.DoesNotContain("timeline", await site.GetTextAsync("/catalogue?from=timeline"), StringComparison.Ordinal);
    }
}
