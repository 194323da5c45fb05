using System.Net;
using Gongkai.Content;
using Gongkai.Theming;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>What recipes bring takes effect in the running site.</summary>
public sealed class RecipeStepsTests : IAsyncLifetime
{
    private readonly string _themes = Directory.CreateTempSubdirectory("gongkai-themes-").FullName;
    private readonly SiteFixture _site;

    public RecipeStepsTests() => _site = new(withSample: true, builder =>
        ((ThemingOptions)builder.Services.Single(service => service.ServiceType == typeof(ThemingOptions)).ImplementationInstance!).ThemesFolder = _themes);

    public async Task InitializeAsync()
    {
        Copy(Path.Combine(ProgramPlace.Root, "themes", "GongkaiTheme"), Path.Combine(_themes, "GongkaiTheme"));
        Write("BlueTheme/Views/GongkaiApi.liquid", "<h1>蓝色主题的接口页</h1>");
        Write("BlueTheme/wwwroot/blue.css", "body{}");
        await _site.InitializeAsync();
        await _site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_themes, recursive: true);
    }

    [Fact]
    public async Task A_chosen_theme_shows_on_the_next_page_and_takes_the_rest_from_the_configured_one()
    {
        Assert.DoesNotContain("蓝色主题", await _site.GetTextAsync("/api"), StringComparison.Ordinal);

        await BringAsync("""{"name":"themes","site":"BlueTheme"}""");

        Assert.Contains("蓝色主题的接口页", await _site.GetTextAsync("/api"), StringComparison.Ordinal);
        Assert.Contains("/GongkaiTheme/gongkai.css", await _site.GetTextAsync("/api"), StringComparison.Ordinal);
        Assert.Equal("body{}", await _site.GetTextAsync("/BlueTheme/blue.css"));
        Assert.Contains("政府信息公开目录", await _site.GetTextAsync("/catalogue"), StringComparison.Ordinal);

        await BringAsync("""{"name":"themes","site":"GongkaiTheme"}""");
        Assert.DoesNotContain("蓝色主题", await _site.GetTextAsync("/api"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_that_is_gone_does_not_take_the_site_with_it()
    {
        await BringAsync("""{"name":"themes","site":"BlueTheme"}""");
        Directory.Delete(Path.Combine(_themes, "BlueTheme"), recursive: true);

        await BringAsync("""{"name":"settings","SiteName":"乙市"}""");

        Assert.Contains("乙市", await _site.GetTextAsync("/api"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_goes_before_the_themes_and_a_later_one_takes_its_place()
    {
        await BringAsync(Template("Content__DisclosureEntry", "<p>导入的模板：{{ Model.ContentItem.DisplayText }}</p>"), Template("GongkaiBreadcrumb", "<p>导入的导航</p>"));
        Assert.Contains("<p>导入的模板：", await _site.GetTextAsync("/entries/000000111-2024-00001"), StringComparison.Ordinal);
        Assert.Contains("<p>导入的导航</p>", await _site.GetTextAsync("/catalogue"), StringComparison.Ordinal);

        await BringAsync(Template("GongkaiBreadcrumb", "<p>又导入的导航</p>"));
        Assert.Contains("<p>又导入的导航</p>", await _site.GetTextAsync("/catalogue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_does_not_parse_is_refused_with_its_line_and_column()
    {
        var report = await _site.ImportAsync(Template("Content__Notice", "<p>\\n{% if x %}\\n</p>"));

        var problem = Assert.Single(report.Problems);
        Assert.Equal("$.steps[0].Templates.Content__Notice.Content", problem.Place.JsonPath);
        Assert.Matches("模板“Content__Notice”有语法错误：第 \\d+ 行第 \\d+ 列", problem.Message);
    }

    [Fact]
    public async Task Custom_settings_show_in_templates_by_Orchard_Cores_name()
    {
        await BringAsync("""
            {"name":"ContentDefinition","ContentTypes":[{"Name":"GovSettings","DisplayName":"机关信息","Settings":{"ContentTypeSettings":{"Stereotype":"CustomSettings"}},
              "ContentTypePartDefinitionRecords":[{"PartName":"GovSettings","Name":"GovSettings"}]}],
              "ContentParts":[{"Name":"GovSettings","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Phone"},{"FieldName":"MediaField","Name":"Logo"}]}]}
            """, """{"name":"custom-settings","GovSettings":{"ContentType":"GovSettings","GovSettings":{"Phone":{"Text":"0000-12345"},"Logo":{"Paths":["logo.png"]}}}}""",
            Template("GongkaiApi", "电话{{ Site.Properties.GovSettings.GovSettings.Phone.Text }}"), """{"name":"media","Files":[{"TargetPath":"logo.png","Base64":"YQ=="}]}""");

        Assert.Contains("电话0000-12345", await _site.GetTextAsync("/api"), StringComparison.Ordinal);
        Assert.Equal("a", await _site.GetTextAsync("/media/logo.png"));
    }

    [Fact]
    public async Task Redirects_and_rewrites_take_effect_and_go_off_the_site_for_nobody()
    {
        await BringAsync("""
            {"name":"UrlRewriting","Rules":[
              {"Source":"Redirect","Name":"old","Pattern":"^/old/(.*)$","SubstitutionPattern":"/catalogue/$1","IsCaseInsensitive":true,"QueryStringPolicy":"Append","RedirectType":"MovedPermanently"},
              {"Source":"Redirect","Name":"top","Pattern":"^/alt(/.*)$","SubstitutionPattern":"/$1","QueryStringPolicy":"Drop"},
              {"Source":"Redirect","Name":"find","Pattern":"^/find/(.+)$","SubstitutionPattern":"/search?q=$1"},
              {"Source":"Rewrite","Name":"topics","Pattern":"^/zt$","SubstitutionPattern":"/catalogue/topics","SkipFurtherRules":true}]}
            """);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/catalogue/topics?year=2024"), await RedirectAsync("/OLD/topics?year=2024"));
        Assert.Equal((HttpStatusCode.Found, "/evil.example/x"), await RedirectAsync("/alt//evil.example/x?a=1"));
        Assert.Equal((HttpStatusCode.Found, "/search?q=%E8%B4%A2%E6%94%BF%26topic%3Dx"), await RedirectAsync("/find/财政&topic=x"));
        Assert.Contains("主题", await _site.GetTextAsync("/zt"), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> FaultyRules() => new()
    {
        { """{"Source":"Redirect","Name":"a","Pattern":"^/x$","SubstitutionPattern":"https://example.org/"}""", "$.steps[0].Rules[0].SubstitutionPattern", "只能转到本站" },
        { """{"Source":"Redirect","Name":"a","Pattern":"^/x$","SubstitutionPattern":"//example.org"}""", "$.steps[0].Rules[0].SubstitutionPattern", "只能转到本站" },
        { """{"Source":"Redirect","Name":"a","Pattern":"^/x(.*)$","SubstitutionPattern":"$1"}""", "$.steps[0].Rules[0].SubstitutionPattern", "只能转到本站" },
        { """{"Source":"Redirect","Name":"a","Pattern":"^/(.*)$","SubstitutionPattern":"/new/$1"}""", "$.steps[0].Rules[0]", "a → a" },
        { """{"Source":"Redirect","Name":"a","Pattern":"^/x$","SubstitutionPattern":"/y"},{"Source":"Redirect","Name":"b","Pattern":"^/y$","SubstitutionPattern":"/x"}""", "$.steps[0].Rules[0]", "a → b → a" },
        { """{"Source":"Redirect","Name":"a","Pattern":"(?=x)y","SubstitutionPattern":"/y"}""", "$.steps[0].Rules[0].Pattern", "环视" },
        { """{"Source":"Redirect","Name":"a","Pattern":"(","SubstitutionPattern":"/y"}""", "$.steps[0].Rules[0].Pattern", "正则表达式" },
        { """{"Source":"Proxy","Name":"a","Pattern":"x","SubstitutionPattern":"/y"}""", "$.steps[0].Rules[0].Source", "Redirect 或 Rewrite" },
        { """{"Source":"Redirect","Pattern":"x","SubstitutionPattern":"/y"}""", "$.steps[0].Rules[0]", "缺少名称" },
        { """{"Source":"Redirect","Name":"a","Pattern":"x","SubstitutionPattern":"/y","RedirectType":"Elsewhere"}""", "$.steps[0].Rules[0].RedirectType", "MovedPermanently" },
    };

    [Theory]
    [MemberData(nameof(FaultyRules))]
    public async Task A_rule_that_cannot_be_is_refused_at_its_place(string rules, string path, string message)
    {
        var report = await _site.ImportAsync($$"""{"name":"UrlRewriting","Rules":[{{rules}}]}""");

        Assert.Contains(message, report.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(path, report.Problems[0].Place.JsonPath);
    }

    [Fact]
    public async Task Rules_again_change_nothing()
    {
        const string Rules = """{"name":"UrlRewriting","Rules":[{"Source":"Redirect","Name":"a","Pattern":"^/x$","SubstitutionPattern":"/y"}]}""";
        await BringAsync(Rules);
        var writes = await _site.Services.GetRequiredService<IChangeFeed>().GetLastAsync();

        await BringAsync(Rules);

        Assert.Equal(writes, await _site.Services.GetRequiredService<IChangeFeed>().GetLastAsync());
    }

    [Fact]
    public async Task Index_steps_rebuild_the_sites_index_by_its_name()
    {
        var search = _site.Services.GetRequiredService<ISearch>();
        var before = search.Generation;

        var report = await _site.ImportAsync(
            """{"name":"lucene-index","Indices":[{"Legacy":{"AnalyzerName":"standard","IndexedContentTypes":["Page"]}}]}""",
            """{"name":"RebuildIndex","includeAll":false,"indexNames":["Legacy","SiteSearch"]}""", """{"name":"lucene-index-reset","includeAll":true}""");

        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
        Assert.Contains("standardanalyzer", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.NotEqual(before, search.Generation);
        Assert.Equal("Page", _site.Services.GetRequiredService<ISettings>().Get(SettingsNames.IndexProfiles)["Legacy"]!["Properties"]!["ContentIndexMetadata"]!["IndexedContentTypes"]![0]!.GetValue<string>());
        Assert.Contains("没有名为“Other”的索引", Assert.Single((await _site.ImportAsync("""{"name":"ResetIndex","indexNames":["Other"]}""")).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_type_is_out_of_search_pages_and_the_api()
    {
        const string Address = "/interpretations";
        var item = (await _site.GetJsonAsync("/api/search?type=PolicyInterpretation&size=1"))["hits"]![0]!;
        var refused = await _site.ImportAsync("""{"name":"DeleteContentDefinition","ContentTypes":["PolicyInterpretation"]}""");
        Assert.Matches("还有 \\d+ 条内容", Assert.Single(refused.Problems).Message);

        await _site.ImportAsync("""{"name":"DeleteContentDefinition","ContentTypes":["PolicyInterpretation"],"force":true}""");

        using (var page = await _site.GetAsync(Address))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using (var api = await _site.GetAsync("/api/content/" + item["contentItemId"]))
            Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        while ((await _site.GetTextAsync("/api/search?size=100")).Contains($"\"{item["contentItemId"]}\"", StringComparison.Ordinal))
            await Task.Delay(20);
    }

    private static string Template(string name, string content) => "{\"name\":\"Templates\",\"Templates\":{\"" + name + "\":{\"Description\":\"\",\"Content\":\"" + content + "\"}}}";

    private async Task BringAsync(params string[] steps)
    {
        var report = await _site.ImportAsync(steps);
        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
        Assert.Empty(report.Problems);
    }

    private async Task<(HttpStatusCode, string)> RedirectAsync(string address)
    {
        using var response = await _site.GetAsync(address);
        return (response.StatusCode, response.Headers.Location?.OriginalString ?? "");
    }

    private void Write(string path, string content)
    {
        var full = Path.Combine(_themes, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
