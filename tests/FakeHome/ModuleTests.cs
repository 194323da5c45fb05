using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FakeHome.Home;
using Gongkai.Content;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FakeHome;

/// <summary>Every module in a home that gives it ports and a page renderer and nothing else.</summary>
public sealed partial class ModuleTests(TinyHome home) : IClassFixture<TinyHome>
{
    private static readonly string[] BarePaths = ["/catalogue", "/interpretations", "/questions", "/gongkai/search", "/api/gongkai"];

    [Theory]
    [InlineData("/catalogue", "GongkaiCatalogue\n政府信息公开目录\n", "乙市公园管理办法")]
    [InlineData("/catalogue/topics/topic-02", "GongkaiCatalogue\n公文\n", "乙市公园管理办法")]
    [InlineData("/catalogue/audiences/%E4%BC%81%E4%B8%9A", "GongkaiCatalogue\n服务对象：企业\n", "乙市公园管理办法")]
    [InlineData("/catalogue/standards", "GongkaiStandards\n政务公开标准目录\n", "\"Total\":1,\"Published\":1,")]
    [InlineData("/catalogue/standards/%E5%85%AC%E5%9B%AD%E7%AE%A1%E7%90%86", "GongkaiStandards\n公园管理标准目录\n", "\"State\":\"已公开\",\"Reason\":\"时限没有写明天数或周期，不作推算\",\"Count\":1,\"Entries\":[{\"Label\":\"乙市公园管理办法\"")]
    [InlineData("/standards/park", "Content-StandardItem\n公园开放时间\n", "乙市公园管理办法")]
    [InlineData("/interpretations", "GongkaiInterpretations\n政策解读\n", "一图读懂公园管理办法")]
    [InlineData("/questions/2022", "GongkaiQuestions\n政策简明问答（2022年）\n", "2022年第1期")]
    [InlineData("/questions/2022/1", "Content-QaIssue\n公园问答\n", "<strong>二十二</strong>点。")]
    [InlineData("/gongkai/search?q=%E5%85%AC%E5%9C%92", "GongkaiSearch\n搜索：公園\n", "<mark>公园</mark>")]
    [InlineData("/api/gongkai", "GongkaiApi\n数据接口\n", "/api/gongkai/content/{contentItemId}")]
    public async Task A_page_comes_from_its_module(string address, string head, string text)
    {
        var page = await GetAsync(address);

        Assert.StartsWith(head, page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("内部名单", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_catalogue_is_not_no_list_offers_files_that_nobody_would_answer_with()
    {
        Assert.Contains("/catalogue/list.xlsx", await GetAsync("/questions"), StringComparison.Ordinal);
        var without = new TinyHome([.. TinyHome.Modules.Where(module => module is not Gongkai.Catalogue.Module)]);
        await without.InitializeAsync();
        try
        {
            foreach (var address in (string[])["/questions", "/interpretations", "/gongkai/search?q=" + Uri.EscapeDataString("公园")])
                Assert.DoesNotContain("list.xlsx", await without.Client.GetStringAsync(TinyHome.PathBase + address), StringComparison.Ordinal);
        }
        finally
        {
            await without.DisposeAsync();
        }
    }

    [Fact]
    public async Task Readers_say_what_is_wrong_here_too_and_without_a_mail_server_nobody_is_offered_mails()
    {
        Assert.StartsWith("GongkaiReport\n网页纠错\n", await GetAsync("/report?page=/questions"), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("page", TinyHome.PathBase + "/questions"), new("message", "期号写错了")]);
        using var sent = await home.Client.PostAsync(TinyHome.PathBase + "/report", form);
        Assert.True(sent.IsSuccessStatusCode);
        Assert.Equal(("/questions", "期号写错了"), (home.Get<MemoryFeedback>().Reports.Single().Page, home.Get<MemoryFeedback>().Reports.Single().Message));
        using var mails = await home.Client.GetAsync(TinyHome.PathBase + "/subscriptions/new?list=all");
        Assert.Equal(HttpStatusCode.NotFound, mails.StatusCode);
    }

    [Fact]
    public async Task An_entry_has_the_number_and_the_address_that_its_module_gave_it_and_names_what_explains_it()
    {
        var page = await GetAsync($"/entries/000000001-{DateTime.UtcNow.Year}-00001");

        Assert.StartsWith("Content-DisclosureEntry\n乙市公园管理办法\n", page, StringComparison.Ordinal);
        Assert.Contains("一图读懂公园管理办法", page, StringComparison.Ordinal);
        Assert.Contains("几点关门？", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_finds_public_items_and_gives_them_whole()
    {
        var found = JsonNode.Parse(await GetAsync("/api/gongkai/search?q=" + Uri.EscapeDataString("乙政发〔2022〕1号")))!;
        var hit = Assert.Single(found["hits"]!.AsArray());
        var item = JsonNode.Parse(await GetAsync("/api/gongkai/content/" + hit!["contentItemId"]))!;
        var topics = JsonNode.Parse(await GetAsync("/api/gongkai/taxonomies/topics"))!;

        Assert.Equal("open", (string?)hit["contentItemId"]);
        Assert.StartsWith("/town/entries/", (string?)hit["url"], StringComparison.Ordinal);
        Assert.Equal("乙政发〔2022〕1号", (string?)item["DisclosureEntry"]!["DocumentNumber"]!["Text"]);
        Assert.Equal("/town/catalogue/topics/topic-02", (string?)topics["terms"]![0]!["url"]);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Client.GetAsync("/town/api/gongkai/content/closed")).StatusCode);
    }

    [Fact]
    public async Task Every_link_that_a_page_holds_leads_to_a_page()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(BarePaths);
        while (next.TryDequeue(out var address))
        {
            if (!asked.Add(address))
                continue;
            foreach (Match link in Link().Matches(await GetAsync(address)))
                next.Enqueue(Regex.Unescape(link.Groups["url"].Value));
        }

        Assert.Contains("/questions/2022/1", asked);
        Assert.Contains(asked, address => address.StartsWith("/entries/", StringComparison.Ordinal));
        Assert.Contains(asked, address => address.StartsWith("/interpretations/", StringComparison.Ordinal) && address.EndsWith("/reading", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_answers_HEAD_and_the_api_forbids_guessing_the_kind_without_the_homes_help()
    {
        foreach (var address in (string[])[.. BarePaths, "/api/gongkai/search", "/api/gongkai/content/open", "/api/gongkai/taxonomies/topics"])
        {
            using var answer = await home.Client.SendAsync(new(HttpMethod.Head, TinyHome.PathBase + address));

            Assert.True(answer.IsSuccessStatusCode, address);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
            if (answer.Content.Headers.ContentType?.MediaType == "application/json")
                Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("/feeds/all.atom")]
    [InlineData("/feeds/catalogue/topics/topic-02.rss")]
    [InlineData("/feeds/catalogue/audiences.atom")]
    [InlineData("/feeds/search.atom?q=%E5%85%AC%E5%9B%AD")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemaps/columns.xml")]
    [InlineData("/sitemaps/1.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/opensearch.xml")]
    [InlineData("/dcat/catalog.jsonld")]
    public async Task In_a_home_that_was_told_no_address_machines_get_the_one_that_they_asked_with_and_no_cache_keeps_it(string address)
    {
        using var answer = await home.Client.GetAsync(TinyHome.PathBase + address);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Contains($"{home.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{TinyHome.PathBase}/", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.DoesNotContain("内部名单", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_cannot_tell_what_was_public_once_has_no_feed_of_changes()
    {
        using var answer = await home.Client.GetAsync(TinyHome.PathBase + "/api/gongkai/changes");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/catalogue/none")]
    [InlineData("/interpretations/1900")]
    [InlineData("/questions?page=9")]
    [InlineData("/gongkai/search?page=9")]
    public async Task What_a_module_does_not_have_is_a_bare_404_that_the_home_fills(string address)
    {
        using var answer = await home.Client.GetAsync(TinyHome.PathBase + address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Every_endpoint_has_a_name_of_our_own_and_its_first_segment_is_kept_from_content()
    {
        var endpoints = home.Endpoints.OfType<RouteEndpoint>().Where(endpoint => NameOf(endpoint) != "Home.Content").ToList();
        var reserved = home.Get<ReservedRoutes>();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.StartsWith("Gongkai.", NameOf(endpoint), StringComparison.Ordinal));
        Assert.Equal(endpoints.Count, endpoints.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(endpoints, endpoint => Assert.NotNull(reserved.FaultOf(endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0], "Article")));

        static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
    }

    [Fact]
    public async Task What_is_published_and_withdrawn_shows_at_once()
    {
        await using var site = new OwnHome();
        await site.Home.InitializeAsync();
        var item = new ContentItem(JsonNode.Parse("""
            {"ContentItemId":"late","ContentType":"PolicyInterpretation","TitlePart":{"Title":"夜市问答解读"},"MarkdownBodyPart":{"Markdown":"夜市。"},"PolicyInterpretation":{"Policies":{"ContentItemIds":["open"]}}}
            """)!.AsObject());

        await site.Home.ExecuteAsync(new SaveDraft(item, null), new Publish("late"));
        var shown = await site.Home.Client.GetStringAsync(TinyHome.PathBase + "/interpretations");
        await site.Home.ExecuteAsync(new Unpublish("late"));
        var hidden = await site.Home.Client.GetStringAsync(TinyHome.PathBase + "/interpretations");

        Assert.Contains("夜市问答解读", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("夜市问答解读", hidden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DisclosureEntry")]
    [InlineData("PolicyInterpretation")]
    [InlineData("QaIssue")]
    public void A_copy_keeps_no_address_that_its_module_gave_even_where_the_home_does_not_take_it(string contentType)
    {
        var copy = home.Get<MemoryStore>().Published.First(item => item.ContentType == contentType).Clone();
        Assert.NotNull(AutoroutePart.RouteOf(copy));

        using var scope = home.Get<IServiceScopeFactory>().CreateScope();
        foreach (var handler in scope.ServiceProvider.GetServices<IContentHandler>().Where(handler => handler.GetType().Assembly != typeof(IContentHandler).Assembly))
            handler.Copying(copy);

        Assert.Null(AutoroutePart.RouteOf(copy));
    }

    private async Task<string> GetAsync(string address)
    {
        using var answer = await home.Client.GetAsync(TinyHome.PathBase + address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {address}\n{text}");
        return text;
    }

    [GeneratedRegex("\"(Url|Previous|Next)\":\"(?<url>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    private sealed class OwnHome : IAsyncDisposable
    {
        public TinyHome Home { get; } = new();

        public async ValueTask DisposeAsync() => await Home.DisposeAsync();
    }
}
