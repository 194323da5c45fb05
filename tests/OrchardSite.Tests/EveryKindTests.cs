using System.Net;
using Gongkai.Content;
using Gongkai.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>A recipe from elsewhere with a field of every kind: its items are shown decently, and nothing more.</summary>
public sealed class EveryKindTests(EveryKindTests.Fixture every) : IClassFixture<EveryKindTests.Fixture>
{
    private const string Service = "/services/新生儿出生登记";

    private readonly SiteFixture _site = every.Site;

    [Theory]
    [InlineData("事项编码", "GA-0001")]
    [InlineData("办理状态", "正常办理")]
    [InlineData("网上入口", """<a href="https://service.example.gov.cn/birth">https://service.example.gov.cn/birth</a>""")]
    [InlineData("咨询邮箱", """<a href="mailto:office@example.gov.cn">office@example.gov.cn</a>""")]
    [InlineData("服务对象", "个人、企业")]
    [InlineData("实施日期", "2026-01-01")]
    [InlineData("更新时间", "2026-08-01 00:30")]
    [InlineData("开始受理", "08:30")]
    [InlineData("承诺时限（工作日）", "5")]
    [InlineData("收费（元）", "12.5")]
    [InlineData("全程网办", "是")]
    [InlineData("需到现场", "否")]
    [InlineData("在线申请", """<a href="https://service.example.gov.cn/apply?id=1&amp;from=site">点此申请</a>""")]
    [InlineData("适用区县", """<a href="/catalogue/regions/all/east">东城县</a>""")]
    [InlineData("设定依据", """<a href="/services/%E5%B1%85%E6%B0%91%E8%BA%AB%E4%BB%BD%E8%AF%81%E7%94%B3%E9%A2%86">居民身份证申领</a>""")]
    public async Task A_field_is_shown_with_its_label(string label, string value)
    {
        var facts = WithoutSpans(await _site.GetTextAsync(Service));

        Assert.Contains($"<dt>{label}</dt><dd>{value}</dd>", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_texts_inner_items_and_files_are_shown_and_nothing_that_runs()
    {
        var page = await _site.GetTextAsync(Service);

        Assert.Contains("<h2>受理条件</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>父母一方</strong>到场", page, StringComparison.Ordinal);
        Assert.Contains("<h2>办理流程</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>审核与发证</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>当场</strong>出具受理单", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/media/2026/%E7%99%BB%E8%AE%B0%E8%A1%A8.pdf" download>出生登记申请表</a>""", page, StringComparison.Ordinal);
        Assert.Contains(">说明.docx</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("空白项")]
    [InlineData("地理坐标")]
    [InlineData("117.2")]
    [InlineData("2099")]
    [InlineData("未公布事项")]
    [InlineData("service-gone")]
    public async Task What_is_empty_unknown_or_hidden_is_not_there(string text) =>
        Assert.DoesNotContain(text, await _site.GetTextAsync(Service), StringComparison.Ordinal);

    [Fact]
    public async Task A_list_shows_its_public_items_page_by_page()
    {
        var first = await _site.GetTextAsync("/channels/household");
        var second = await _site.GetTextAsync("/channels/household?page=2");

        Assert.Equal(["新生儿出生登记", "户口迁移"], Titles(first));
        Assert.Equal(["居民身份证申领"], Titles(second));
        Assert.Contains("共 3 条", first, StringComparison.Ordinal);
        Assert.Contains("""href="/channels/household?page=2" """.TrimEnd(), first, StringComparison.Ordinal);
        Assert.Contains("户籍登记、迁移", first, StringComparison.Ordinal);
        Assert.DoesNotContain("未公布事项", first + second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordered_list_is_in_its_order() => Assert.Equal(["机动车驾驶证换领", "社会保障卡申领"], Titles(await _site.GetTextAsync("/channels/common")));

    [Theory]
    [InlineData("/channels/household?page=3")]
    [InlineData("/channels/household?page=0")]
    [InlineData("/channels/household?page=x")]
    [InlineData("/channels/household?page=2147483647")]
    [InlineData("/channels/inside")]
    [InlineData("/Contents/ContentItems/channel-hidden")]
    [InlineData("/Contents/ContentItems/service-gone")]
    public async Task A_page_that_is_not_there_is_not_found(string address)
    {
        using var answer = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(Service + "?page=2", "/services/%E6%96%B0%E7%94%9F%E5%84%BF%E5%87%BA%E7%94%9F%E7%99%BB%E8%AE%B0")]
    [InlineData("/Contents/ContentItems/channel-1", "/channels/household")]
    [InlineData("/Contents/ContentItems/regions", "/catalogue/regions")]
    public async Task An_item_has_one_address(string address, string expected)
    {
        using var answer = await _site.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task An_item_without_a_route_is_shown_by_its_id() =>
        Assert.Contains("<h1>没有地址的步骤</h1>", await _site.GetTextAsync("/Contents/ContentItems/step-alone"), StringComparison.Ordinal);

    [Fact]
    public async Task A_breadcrumb_leads_over_a_public_list_and_never_over_a_hidden_one()
    {
        Assert.Contains("""<a href="/channels/household">户政服务</a>""", await _site.GetTextAsync(Service), StringComparison.Ordinal);
        var inHidden = await _site.GetTextAsync("/services/内部栏目里的事项");
        Assert.DoesNotContain("channel-hidden", inHidden, StringComparison.Ordinal);
        Assert.DoesNotContain("""<a href="/channels/inside">""", inHidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_says_in_which_public_list_an_item_is_and_shows_HTML_as_it_was_sanitised()
    {
        var shown = await _site.GetJsonAsync("/api/content/service-1");
        var hidden = await _site.GetTextAsync("/api/content/service-6");

        Assert.Equal("channel-1", shown["ContainedPart"]!["ListContentItemId"]!.GetValue<string>());
        Assert.DoesNotContain("channel-hidden", hidden, StringComparison.Ordinal);
        Assert.Contains("<strong>父母一方</strong>", shown["Service"]!["Conditions"]!["Html"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", await _site.GetTextAsync("/api/search?q=GA-0001"), StringComparison.Ordinal);
        Assert.DoesNotContain("ArchiveLaterPart", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(shown["Service"]!["Place"]);
        Assert.Equal("service-2", Assert.Single(shown["Service"]!["Basis"]!["ContentItemIds"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task Importing_it_again_changes_nothing()
    {
        var report = await every.ImportAsync();

        Assert.Equal((0, 0), (report.Added, report.Changed));
    }

    private static List<string> Titles(string page)
    {
        var titles = new List<string>();
        foreach (var row in page.Split("class=\"row-title\"")[1..])
            titles.Add(row[(row.IndexOf('>') + 1)..row.IndexOf("</a>", StringComparison.Ordinal)]);
        return titles;
    }

    private static string WithoutSpans(string html) => html.Replace("<span class=\"lines\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal);

    /// <summary>The set-up's site with the recipe in it.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal SiteFixture Site { get; } = new(withSample: false);

        public async Task InitializeAsync()
        {
            await Site.InitializeAsync();
            var report = await ImportAsync();
            Assert.True(report.Succeeded, string.Join('\n', report.Problems.Select(problem => $"{problem.Place.JsonPath} {problem.Message}")));
            await Site.Services.GetRequiredService<Gongkai.Content.ChangeFollowing>().CatchUpAsync();
        }

        public Task DisposeAsync() => Site.DisposeAsync();

        internal async Task<RecipeReport> ImportAsync()
        {
            await using var scope = Site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([RecipeSource.File(Path.Combine(AppContext.BaseDirectory, "Recipes", "every-kind.recipe.json"))]);
        }
    }
}
