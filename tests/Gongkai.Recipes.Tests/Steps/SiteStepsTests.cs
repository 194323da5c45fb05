using System.Text;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests.Steps;

public sealed class SiteStepsTests
{
    private const string GovSettings = """
        {"name":"ContentDefinition","ContentTypes":[{"Name":"GovSettings","DisplayName":"机关信息","Settings":{"ContentTypeSettings":{"Stereotype":"CustomSettings"}},
          "ContentTypePartDefinitionRecords":[{"PartName":"GovSettings","Name":"GovSettings","Settings":{}}]}],
          "ContentParts":[{"Name":"GovSettings","Settings":{},"ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Phone","Settings":{"TextFieldSettings":{"Required":true}}}]}]}
        """;

    public static TheoryData<string, string, string> Faults() => new()
    {
        { """{"name":"themes","site":"RedTheme"}""", "$.steps[1].site", "没有名为“RedTheme”的主题。themes 文件夹里有：BlueTheme、GongkaiTheme" },
        { """{"name":"themes","site":7}""", "$.steps[1].site", "site 应是文本" },
        { """{"name":"Templates"}""", "$.steps[1]", "缺少对象 Templates" },
        { """{"name":"Templates","Templates":{"Content__Notice":"x"}}""", "$.steps[1].Templates.Content__Notice", "应是对象" },
        { """{"name":"Templates","Templates":{"../x":{"Content":""}}}""", "$.steps[1].Templates['../x']", "不能用作模板的名称" },
        { """{"name":"Templates","Templates":{"Content__Notice":{"Content":"{% if %}"}}}""", "$.steps[1].Templates.Content__Notice.Content", "第 1 行第 1 列" },
        { """{"name":"media"}""", "$.steps[1]", "缺少数组 Files" },
        { """{"name":"media","Files":[1]}""", "$.steps[1].Files[0]", "应是对象" },
        { """{"name":"media","Files":[{"Base64":"YQ=="}]}""", "$.steps[1].Files[0]", "缺少 TargetPath" },
        { """{"name":"media","Files":[{"TargetPath":"a.pdf"}]}""", "$.steps[1].Files[0]", "文件没有内容" },
        { """{"name":"media","Files":[{"TargetPath":"a.pdf","Base64":"@@@"}]}""", "$.steps[1].Files[0].Base64", "不是完整的 Base64" },
        { """{"name":"media","Files":[{"TargetPath":"a.pdf","SourceUrl":"https://example.org/a.pdf"}]}""", "$.steps[1].Files[0].SourceUrl", "不从网络下载" },
        { """{"name":"media","Files":[{"TargetPath":"a.pdf","SourcePath":"b.pdf"}]}""", "$.steps[1].Files[0].SourcePath", "不在文件夹里" },
        { """{"name":"media","Files":[{"TargetPath":"../a.pdf","Base64":"YQ=="}]}""", "$.steps[1].Files[0].TargetPath", "媒体文件夹之内" },
        { """{"name":"media","Files":[{"Path":"/etc/a.pdf","Base64":"YQ=="}]}""", "$.steps[1].Files[0].Path", "媒体文件夹之内" },
        { """{"name":"media","Files":[{"TargetPath":"docs/con.pdf","Base64":"YQ=="}]}""", "$.steps[1].Files[0].TargetPath", "操作系统保留" },
        { """{"name":"media","Files":[{"TargetPath":"a.html","Base64":"YQ=="}]}""", "$.steps[1].Files[0].TargetPath", "不接受" },
        { """{"name":"media","Files":[{"TargetPath":"a.pdf","Base64":"YQ=="},{"TargetPath":"A.PDF","Base64":"YQ=="}]}""", "$.steps[1].Files[1].TargetPath", "两个文件" },
        { $$"""{"name":"media","Files":[{"TargetPath":"a.pdf","Base64":"{{Convert.ToBase64String(new byte[101])}}"}]}""", "$.steps[1].Files[0].Base64", "超过" },
        { """{"name":"custom-settings","Nothing":{}}""", "$.steps[1].Nothing", "没有名为“Nothing”的内容类型" },
        { """{"name":"custom-settings","Notice":{}}""", "$.steps[1].Notice", "Stereotype 应是 CustomSettings" },
        { """{"name":"custom-settings","GovSettings":{"ContentType":"Notice"}}""", "$.steps[1].GovSettings.ContentType", "应与设置的名称相同" },
        { """{"name":"custom-settings","GovSettings":{"GovSettings":{"Phone":{"Text":7}}}}""", "$.steps[1].GovSettings.GovSettings.Phone.Text", "应为文本" },
        { """{"name":"custom-settings","GovSettings":{"GovSettings":{}}}""", "$.steps[1].GovSettings.GovSettings.Phone", "必填" },
        { """{"name":"recipes","Values":[{}]}""", "$.steps[1].Values[0]", "缺少 name" },
        { """{"name":"recipes","Values":[{"name":"Other"}]}""", "$.steps[1].Values[0].name", "找不到配方“Other”" },
        { """{"name":"recipes","Values":[{"name":"../Other"}]}""", "$.steps[1].Values[0].name", "不能用作配方的名称" },
    };

    [Fact]
    public async Task A_check_names_what_would_be_added_changed_or_left_as_it_is()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = Recipe.Of(
            GovSettings, """{"name":"themes","site":"BlueTheme"}""", """{"name":"Templates","Templates":{"Content__Notice":{"Content":"x"}}}""",
            """{"name":"custom-settings","GovSettings":{"GovSettings":{"Phone":{"Text":"12345"}}}}""");

        var before = await site.ImportAsync(recipe, checkOnly: true);
        await site.ImportAsync(recipe);
        var after = await site.ImportAsync(recipe, checkOnly: true);

        string[] things = ["主题 BlueTheme", "模板 Content__Notice", "设置 GovSettings"];
        Assert.All(things, thing => Assert.Contains((OperationOutcome.Added, thing), before.StepReports.SelectMany(step => step.Things)));
        Assert.All(things, thing => Assert.Contains((OperationOutcome.Unchanged, thing), after.StepReports.SelectMany(step => step.Things)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_place_and_changes_nothing(string step, string path, string message)
    {
        await using var site = await TestSite.WithTopicsAsync();
        var writes = await site.WritesAsync();

        var report = await site.ImportAsync(Recipe.Of(GovSettings, step));

        var problem = report.Problems.First(one => one.Severity == RecipeSeverity.Error);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(path, problem.Place.JsonPath);
        Assert.Equal(writes, await site.WritesAsync());
        Assert.Empty(site.Media.Files);
    }

    [Fact]
    public async Task What_the_steps_bring_is_stored_and_bringing_it_again_changes_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = Recipe.Of(GovSettings, """{"name":"themes","site":"BlueTheme","admin":"TheAdmin"}""",
            """{"name":"Templates","Templates":{"Content__Notice":{"Description":"通知","Content":"{{ 1 }}"}}}""",
            """{"name":"media","Files":[{"TargetPath":"文件/通知.pdf","Base64":"JVBERg=="}]}""",
            """{"name":"custom-settings","GovSettings":{"ContentType":"GovSettings","GovSettings":{"Phone":{"Text":"12345"}}}}""");
        var report = await site.ImportAsync(recipe);
        var writes = await site.WritesAsync();

        var again = await site.ImportAsync(recipe);

        Assert.Contains("“TheAdmin”是 Orchard Core 的", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.True(again.Succeeded);
        Assert.Equal(writes, await site.WritesAsync());
        Assert.Equal("BlueTheme", site.Settings(SettingsNames.Site)["CurrentThemeName"]!.GetValue<string>());
        Assert.Equal("{{ 1 }}", site.Settings(SettingsNames.Templates)["Content__Notice"]!["Content"]!.GetValue<string>());
        Assert.Equal("12345", site.Settings(SettingsNames.Site)["GovSettings"]!["GovSettings"]!["Phone"]!["Text"]!.GetValue<string>());
        Assert.Equal("%PDF"u8.ToArray(), site.Media.Files["文件/通知.pdf"]);
    }

    [Fact]
    public async Task A_check_stores_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var writes = await site.WritesAsync();

        var report = await site.ImportAsync(Recipe.Of("""{"name":"themes","site":"BlueTheme"}""", """{"name":"media","Files":[{"TargetPath":"a.pdf","Base64":"YQ=="}]}"""), checkOnly: true);

        Assert.True(report.Succeeded);
        Assert.Equal(writes, await site.WritesAsync());
        Assert.Empty(site.Media.Files);
    }

    [Fact]
    public async Task Themes_of_Orchard_Core_are_not_applicable_by_name_and_change_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of("""{"name":"themes","site":"TheTheme"}"""));

        Assert.True(report.Succeeded);
        Assert.Contains("不适用：主题“TheTheme”", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Null(site.Settings(SettingsNames.Site)["CurrentThemeName"]);
    }

    [Fact]
    public async Task Recipes_and_files_beside_the_recipe_are_found_and_are_one_run()
    {
        using var folder = new RecipeFiles();
        await using var site = await TestSite.WithTopicsAsync();
        folder.Write("附件.pdf", "%PDF");
        folder.Write("Other.recipe.json", Recipe.Of(Recipe.Content(Recipe.Notice("n1"))));
        var main = folder.Write("main.recipe.json", Recipe.Of(
            """{"name":"recipes","Values":[{"executionid":"x","name":"Other"},{"name":"Other"}]}""", """{"name":"media","Files":[{"TargetPath":"a.pdf","SourcePath":"附件.pdf"}]}"""));

        var report = await site.ImportAsync([main]);

        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Added);
        Assert.NotNull(await site.GetAsync("n1"));
        Assert.Equal("%PDF"u8.ToArray(), site.Media.Files["a.pdf"]);
    }

    [Fact]
    public async Task A_fault_in_a_recipe_that_is_named_stops_all_of_them()
    {
        using var folder = new RecipeFiles();
        await using var site = await TestSite.WithTopicsAsync();
        folder.Write("Other.recipe.json", Recipe.Of("""{"name":"settings","PageSize":"15"}"""));
        var main = folder.Write("main.recipe.json", Recipe.Of(Recipe.Content(Recipe.Notice("n1")), """{"name":"recipes","Values":[{"name":"Other"}]}"""));

        var report = await site.ImportAsync([main]);

        Assert.EndsWith("Other.recipe.json", Assert.Single(report.Problems).Place.File, StringComparison.Ordinal);
        Assert.Null(await site.GetAsync("n1"));
    }

    [Fact]
    public async Task Recipes_that_name_each_other_are_refused()
    {
        using var folder = new RecipeFiles();
        await using var site = await TestSite.WithTopicsAsync();
        folder.Write("A.recipe.json", Recipe.Of("""{"name":"recipes","Values":[{"name":"B"}]}"""));
        folder.Write("B.recipe.json", Recipe.Of("""{"name":"recipes","Values":[{"name":"A"}]}"""));
        var main = folder.Write("main.recipe.json", Recipe.Of("""{"name":"recipes","Values":[{"name":"A"}]}"""));
        var self = folder.Write("self.recipe.json", Recipe.Of("""{"name":"recipes","Values":[{"name":"self"}]}"""));

        var report = await site.ImportAsync([main]);

        Assert.Contains("self.recipe.json → self.recipe.json", Assert.Single((await site.ImportAsync([self])).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("A.recipe.json → B.recipe.json → A.recipe.json", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    private sealed class RecipeFiles : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-recipe-files-").FullName;

        public RecipeSource Write(string name, string content)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, content, new UTF8Encoding(false));
            return RecipeSource.File(path);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
