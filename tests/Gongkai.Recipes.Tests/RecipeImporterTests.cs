using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests;

public sealed class RecipeImporterTests
{
    [Fact]
    public async Task A_recipe_brings_definitions_and_content()
    {
        await using var site = await TestSite.OpenAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Definitions, Recipe.Content(Recipe.Topics, Recipe.Notice("n1", fields: Topics("t1")))));

        Assert.Empty(report.Problems);
        Assert.True(report.WasCarriedOut);
        Assert.Equal((2, 2, 0, 0), (report.Steps, report.Added, report.Changed, report.Unchanged));
        Assert.Equal("通知", (await site.GetAsync("n1"))!.DisplayText);
        Assert.Equal("通知公告", site.Definitions.Types["Notice"].DisplayName);
    }

    [Fact]
    public async Task The_same_recipe_twice_changes_nothing()
    {
        await using var site = await TestSite.OpenAsync();
        var recipe = Recipe.Of(
            Recipe.Definitions, Recipe.Content(Recipe.Topics, Recipe.Notice("n1")), """{"name":"settings","SiteName":"甲市"}""",
            """{"name":"Roles","Roles":[{"Name":"Editor","Permissions":["EditContent"]}]}""");
        await site.ImportAsync(recipe);
        var writes = await site.WritesAsync();

        var report = await site.ImportAsync(recipe);

        Assert.Equal((0, 0, 2), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(writes, await site.WritesAsync());
    }

    [Fact]
    public async Task A_later_edit_is_not_undone_by_an_old_recipe()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t2")))));
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", "n1-2", title: "改过"))));
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Taxonomy("topics-2", "t1"))));

        // Its term is gone meanwhile: what is not imported again is not judged again.
        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t2")))));

        Assert.Empty(report.Problems);
        Assert.Equal("改过", (await site.GetAsync("n1"))!.DisplayText);
    }

    [Fact]
    public async Task A_check_changes_nothing_and_says_what_would_come()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var writes = await site.WritesAsync();

        var report = await site.ImportAsync(Recipe.Of("""{"name":"settings","SiteName":"甲市"}""", Recipe.Content(Recipe.Notice("n1"))), checkOnly: true);

        Assert.True(report.Succeeded);
        Assert.False(report.WasCarriedOut);
        Assert.Equal(1, report.Added);
        Assert.Equal(writes, await site.WritesAsync());
    }

    public static TheoryData<string, string, string> Faults() => new()
    {
        { """{"name":"Contnet","data":[]}""", "$.steps[0]", "不认识步骤“Contnet”" },
        { """{"name":"Content"}""", "$.steps[0]", "缺少数组 data" },
        { """{"name":"Content","data":{}}""", "$.steps[0]", "缺少数组 data" },
        { Recipe.Content("1"), "$.steps[0].data[0]", "内容应是对象" },
        { Recipe.Content("""{"ContentType":"Notice"}"""), "$.steps[0].data[0].ContentItemId", "缺少编号" },
        { Recipe.Content("""{"ContentItemId":"a"}"""), "$.steps[0].data[0].ContentType", "缺少内容类型" },
        { Recipe.Content("""{"ContentItemId":"a","ContentType":"Nothing"}"""), "$.steps[0].data[0].ContentType", "没有名为“Nothing”的内容类型" },
        { Recipe.Content(Recipe.Notice("a", fields: "\"Day\":{\"Value\":\"昨天\"}")), "$.steps[0].data[0].Notice.Day.Value", "" },
        { Recipe.Content(Recipe.Notice("a", fields: "\"Number\":{\"Text\":7}")), "$.steps[0].data[0].Notice.Number.Text", "应为文本" },
        { Recipe.Content(Recipe.Notice("a"), Recipe.Notice("b", fields: Topics("t1", "t9"))), "$.steps[0].data[1].Notice.Topics.TermContentItemIds[1]", "没有“t9”" },
        { Recipe.Content(Recipe.Notice("a", path: "x/1"), Recipe.Notice("b", path: "X/1/")), "$.steps[0].data[1].AutoroutePart.Path", "“a”使用" },
        { Recipe.Content(Recipe.Notice("a", path: "notice/old")), "$.steps[0].data[0].AutoroutePart.Path", "old" },
        { Recipe.Content(Recipe.Notice("a", path: "search/1")), "$.steps[0].data[0].AutoroutePart.Path", "search" },
        { Recipe.Content(Recipe.Notice("topics", "x")), "$.steps[0].data[0].ContentItemId", "Taxonomy" },
        { Recipe.Content(Recipe.Notice("a"), Recipe.Taxonomy("v").Replace("\"topics\"", "\"a\"", StringComparison.Ordinal)), "$.steps[0].data[1].ContentItemId", "不能再用于“Taxonomy”" },
        { Recipe.Content(Recipe.Notice("a"), Recipe.Notice("a", title: "别的")), "$.steps[0].data[1].ContentItemVersionId", "版本编号“a-1”" },
        { Recipe.Content(Recipe.Notice("old", title: "别的")), "$.steps[0].data[0].ContentItemVersionId", "内容不同" },
        { Recipe.Content(Recipe.Notice("a", title: "[js: uuid(]", path: "a")), "$.steps[0].data[0].DisplayText", "语法错误（脚本第 1 行第 6 个字符）" },
        { """{"name":"settings","PageSize":"15"}""", "$.steps[0].PageSize", "整数" },
        { """{"name":"settings","PageSize":0}""", "$.steps[0].PageSize", "1 到 100" },
        { """{"name":"settings","PageSize":1.5}""", "$.steps[0].PageSize", "整数" },
        { """{"name":"settings","SiteName":7}""", "$.steps[0].SiteName", "文本" },
        { """{"name":"settings","TimeZoneId":"Asia/Nowhere"}""", "$.steps[0].TimeZoneId", "时区" },
        { """{"name":"Roles","Roles":{}}""", "$.steps[0].Roles", "列表" },
        { """{"name":"Roles","Roles":[{"Permissions":["a"]}]}""", "$.steps[0].Roles[0]", "缺少 Name" },
        { """{"name":"Roles","Roles":[{"Name":"A","PermissionBehavior":"Any"}]}""", "$.steps[0].Roles[0].PermissionBehavior", "Replace、Add 或 Remove" },
        { """{"name":"Roles","Roles":[{"Name":"A","Permissions":[1]}]}""", "$.steps[0].Roles[0].Permissions[0]", "文本" },
        { """{"name":"feature","enable":["Gongkai.Nothing"]}""", "$.steps[0].enable[0]", "不认识功能" },
        { """{"name":"feature","enable":["OrchardCore.Lucen"]}""", "$.steps[0].enable[0]", "不认识功能" },
        { """{"name":"feature","enable":"Gongkai.Catalogue"}""", "$.steps[0].enable", "列表" },
        { """{"name":"ContentDefinition","ContentTypes":[{}]}""", "$.steps[0].ContentTypes[0]", "缺少 Name" },
        { """{"name":"ContentDefinition","ContentTypes":[{"Name":"a b"}]}""", "$.steps[0].ContentTypes[0].Name", "不能用作名称" },
        { """{"name":"ContentDefinition","ContentTypes":[{"Name":"A","ContentTypePartDefinitionRecords":[{"Name":"x"}]}]}""", "$.steps[0].ContentTypes[0].ContentTypePartDefinitionRecords[0]", "缺少 PartName" },
        { """{"name":"ContentDefinition","ContentParts":[{"Name":"Notice","ContentPartFieldDefinitionRecords":[{"Name":"Day","FieldName":"TextField"}]}]}""", "$.steps[0].ContentParts[0].ContentPartFieldDefinitionRecords[0].FieldName", "已是 DateField" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_place_and_changes_nothing(string step, string path, string message)
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("old"))));
        var writes = await site.WritesAsync();

        // What stands before the fault is not carried out either.
        var report = await site.ImportAsync(Recipe.Of(step, Recipe.Content(Recipe.Notice("good")), """{"name":"settings","SiteName":"甲市"}"""));

        var problem = report.Problems.First(one => one.Severity == RecipeSeverity.Error);
        Assert.Equal(path, problem.Place.JsonPath);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("试.recipe.json", problem.Place.File);
        Assert.StartsWith("第 1 步", problem.Place.Step, StringComparison.Ordinal);
        Assert.InRange(problem.Place.Line, 2, 20);
        Assert.False(report.WasCarriedOut);
        Assert.Equal(writes, await site.WritesAsync());
    }

    [Fact]
    public async Task A_fault_has_the_line_and_column_of_its_value()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("a"), Recipe.Notice("b", fields: "\n  \"Number\": {\"Text\": \"甲\"}, \"Topics\": {\"TermContentItemIds\": [\"t1\",\n \"无\"]}"))));

        var place = Assert.Single(report.Problems).Place;
        Assert.Equal((6, 2), (place.Line, place.Column));
        Assert.Equal("第 1 步 Content", place.Step);
    }

    [Fact]
    public async Task A_term_may_stand_later_in_the_recipe_than_what_carries_it()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t3"))), Recipe.Content(Recipe.Taxonomy("topics-2", "t1", "t3"))));

        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task A_term_that_the_recipe_itself_takes_away_does_not_exist()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t2")), Recipe.Taxonomy("topics-2", "t1"))));

        Assert.Equal("$.steps[0].data[0].Notice.Topics.TermContentItemIds[0]", Assert.Single(report.Problems).Place.JsonPath);
    }

    [Fact]
    public async Task A_taxonomy_that_leaves_out_terms_in_use_is_refused_naming_them()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t2")))));

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n2"), Recipe.Taxonomy("topics-2", "t1"))));

        var problem = Assert.Single(report.Problems);
        Assert.Contains("t2", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("$.steps[0].data[1]", problem.Place.JsonPath, StringComparison.Ordinal);
        Assert.Null(await site.GetAsync("n2"));
    }

    [Fact]
    public async Task Importing_again_completes_what_was_cut_off()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = Recipe.Of(Recipe.Content([.. Enumerable.Range(0, 600).Select(i => Recipe.Notice($"n{i}"))]));
        using var cut = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.ImportAsync(recipe, progress: new Cutting(cut), cancellationToken: cut.Token));
        var report = await site.ImportAsync(recipe);

        Assert.InRange(report.Unchanged, 1, 599);
        Assert.Equal(600, report.Added + report.Unchanged);
    }

    [Fact]
    public async Task Content_of_a_type_that_only_a_later_step_defines_is_refused()
    {
        await using var site = await TestSite.OpenAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1")), Recipe.Definitions));

        Assert.False(report.Succeeded);
        Assert.Equal(0, await site.WritesAsync());
    }

    [Fact]
    public async Task A_draft_after_its_published_version_is_the_newest()
    {
        await using var site = await TestSite.WithTopicsAsync();

        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", flags: "\"Latest\":false,\"Published\":true"), Recipe.Notice("n1", "n1-2", "\"Latest\":true,\"Published\":false", title: "草稿"))));

        Assert.Equal("通知", (await site.GetAsync("n1"))!.DisplayText);
        Assert.Equal("草稿", (await site.GetAsync("n1", VersionOption.Latest))!.DisplayText);
    }

    [Fact]
    public async Task Many_items_go_in_by_batches()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content([.. Enumerable.Range(0, 1001).Select(i => Recipe.Notice($"n{i}"))])));

        Assert.Equal(1001, report.Added);
        Assert.NotNull(await site.GetAsync("n1000"));
    }

    [Fact]
    public async Task The_number_of_problems_told_is_bounded()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content([.. Enumerable.Range(0, 1000).Select(i => Recipe.Notice($"n{i}", fields: "\"Day\":7"))])));

        Assert.Equal(RecipeReport.MaxProblems, report.Problems.Count);
        Assert.False(report.Succeeded);
    }

    [Fact]
    public async Task What_definitions_do_not_know_is_kept_and_told_once()
    {
        await using var site = await TestSite.WithTopicsAsync();
        const string strange = ",\"CommonPart\":{\"甲\":[1.50,null]}";

        var report = await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("a", fields: "\"Extra\":1,\"Number\":{\"Text\":\"x\",\"Y\":2}", more: strange), Recipe.Notice("b", more: strange))));

        Assert.True(report.Succeeded);
        Assert.Equal(["$.steps[0].data[0].Notice.Extra", "$.steps[0].data[0].Notice.Number.Y", "$.steps[0].data[0].CommonPart"], report.Problems.Select(problem => problem.Place.JsonPath));
        Assert.All(report.Problems, problem => Assert.Equal(RecipeSeverity.Notice, problem.Severity));
        Assert.Equal("""{"甲":[1.50,null]}""", (await site.GetAsync("b"))!.Part("CommonPart")!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task What_only_orchard_core_needs_is_told_by_name()
    {
        await using var site = await TestSite.OpenAsync();

        var report = await site.ImportAsync(Recipe.Of(
            """{"name":"LAYERS","Layers":[]}""", """{"name":"queries","Queries":[]}""",
            """{"name":"Feature","enable":["OrchardCore.Lucene","OrchardCore.Users.Registration","TheAdmin"],"disable":["OrchardCore.Email"]}"""));

        Assert.True(report.Succeeded);
        Assert.Equal(6, report.Notices);
        Assert.Contains(report.Problems, problem => problem.Message.Contains("不适用：步骤“LAYERS”", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Message.Contains("不适用：功能“OrchardCore.Users.Registration”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enabling_a_feature_runs_its_recipe_once()
    {
        var feature = new RecipeFeature("Gongkai.Notices", "公告", () => new MemoryStream(Encoding.UTF8.GetBytes(Recipe.Of(Recipe.Definitions))));
        await using var site = await TestSite.OpenAsync(feature);
        var recipe = Recipe.Of("""{"name":"feature","enable":["Gongkai.Notices","gongkai.notices"]}""", Recipe.Content(Recipe.Notice("n1")));

        var first = await site.ImportAsync(recipe);
        var writes = await site.WritesAsync();
        var second = await site.ImportAsync(recipe);

        Assert.Empty(first.Problems);
        Assert.Equal(3, first.Steps);
        Assert.True(site.Settings(SettingsNames.Features).ContainsKey("Gongkai.Notices"));
        Assert.Empty(second.Problems);
        Assert.Equal(writes, await site.WritesAsync());
    }

    [Fact]
    public async Task A_fault_in_a_features_recipe_is_told_as_its_own()
    {
        await using var site = await TestSite.OpenAsync(new RecipeFeature("Gongkai.Broken", "坏", () => new MemoryStream("{"u8.ToArray())));

        var report = await site.ImportAsync(Recipe.Of("""{"name":"feature","enable":["Gongkai.Broken"]}"""));

        Assert.Equal("Gongkai.Broken（功能自带的配方）", Assert.Single(report.Problems).Place.File);
        Assert.Equal(0, await site.WritesAsync());
    }

    [Fact]
    public async Task Settings_are_merged_by_property()
    {
        await using var site = await TestSite.OpenAsync();
        await site.ImportAsync(Recipe.Of("""{"name":"settings","SiteName":"甲市","SearchSettings":{"PageTitle":"检索","Placeholder":"词"},"Own":[1]}"""));

        await site.ImportAsync(Recipe.Of("""{"name":"Settings","PageSize":30,"SearchSettings":{"PageTitle":"搜索"}}"""));

        var stored = site.Settings(SettingsNames.Site);
        Assert.Equal("""{"SiteName":"甲市","SearchSettings":{"PageTitle":"搜索"},"Own":[1],"PageSize":30}""", stored.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("", "c")]
    [InlineData("\"PermissionBehavior\":\"Replace\",", "c")]
    [InlineData("\"PermissionBehavior\":\"add\",", "a,b,c")]
    [InlineData("\"PermissionBehavior\":\"Remove\",", "a,b")]
    public async Task Permissions_of_a_role_change_as_its_behavior_says(string behavior, string expected)
    {
        await using var site = await TestSite.OpenAsync();
        await site.ImportAsync(Recipe.Of("""{"name":"Roles","Roles":[{"Name":"Editor","Description":"编辑","Permissions":["a","b"]}]}"""));

        await site.ImportAsync(Recipe.Of($$"""{"name":"roles","Roles":[{"Name":"Editor",{{behavior}}"Permissions":["c"]}]}"""));

        var role = site.Settings(SettingsNames.Roles).Child("Editor")!;
        Assert.Equal(expected, string.Join(",", role.Texts("Permissions")));
        Assert.Equal("编辑", role.Text("Description"));
    }

    [Fact]
    public async Task Definitions_are_merged_into_what_is_there()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of("""
            {"name":"ContentDefinition","ContentTypes":[{"Name":"Notice","Settings":{"ContentTypeSettings":{"Listable":true}},"ContentTypePartDefinitionRecords":[
              {"PartName":"FlowPart","Name":"FlowPart","Settings":{}},{"PartName":"AutoroutePart","Name":"AutoroutePart","Settings":{"AutoroutePartSettings":{"Pattern":"x"}}}]}],
             "ContentParts":[{"Name":"Notice","ContentPartFieldDefinitionRecords":[{"FieldName":"GeoPointField","Name":"Where","Settings":{}}]}]}
            """));

        var type = site.Definitions.Types["Notice"];
        Assert.Equal("通知公告", type.DisplayName);
        Assert.Equal(["TitlePart", "AutoroutePart", "MarkdownBodyPart", "Notice", "FlowPart"], type.Parts.Select(part => part.Name));
        Assert.Equal("x", type.Parts[1].Settings.Text("AutoroutePartSettings", "Pattern"));
        Assert.Equal("""{"ContentTypeSettings":{"Creatable":true,"Listable":true}}""", type.Settings.ToJson().ToJsonString());
        Assert.Equal(["Number", "Day", "Topics", "Where"], site.Definitions.Parts["Notice"].Fields.Select(field => field.Name));
        Assert.Equal(["FlowPart", "GeoPointField"], report.Problems.Select(problem => problem.Message.Contains("FlowPart", StringComparison.Ordinal) ? "FlowPart" : "GeoPointField"));
        Assert.All(report.Problems, problem => Assert.Equal(RecipeSeverity.Notice, problem.Severity));
    }

    [Fact]
    public async Task Several_recipes_are_checked_before_the_first_is_carried_out()
    {
        await using var site = await TestSite.OpenAsync();

        var report = await site.ImportAsync([TestSite.Source(Recipe.Of(Recipe.Definitions)), TestSite.Source(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: Topics("t1")))))]);

        Assert.Equal("$.steps[0].data[0].Notice.Topics.TermContentItemIds[0]", Assert.Single(report.Problems).Place.JsonPath);
        Assert.Equal(0, await site.WritesAsync());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        await using var site = await TestSite.OpenAsync();

        var report = await site.ImportAsync([RecipeSource.File("/nowhere/无.recipe.json")]);

        Assert.Equal("/nowhere/无.recipe.json", Assert.Single(report.Problems).Place.File);
    }

    [Fact]
    public async Task Progress_goes_from_reading_over_checking_to_importing()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var told = new List<RecipeProgress>();

        await site.ImportAsync(Recipe.Of(Recipe.Content([.. Enumerable.Range(0, 300).Select(i => Recipe.Notice($"n{i}"))])), progress: new Told(told));

        Assert.Equal([RecipeStage.Reading, RecipeStage.Checking, RecipeStage.Importing], told.Select(one => one.Stage).Distinct());
        Assert.Equal((1.0, 300), (told[^1].Fraction, told[^1].Items));
        Assert.All(told, one => Assert.InRange(one.Fraction, 0, 1));
    }

    private static string Topics(params string[] terms) =>
        $$$"""\"Topics\":{"TaxonomyContentItemId":"topics","TermContentItemIds":{{{new JsonArray([.. terms.Select(term => JsonValue.Create(term))]).ToJsonString()}}}}""".Replace("\\\"", "\"", StringComparison.Ordinal);

    private sealed class Cutting(CancellationTokenSource cut) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value)
        {
            if (value is { Stage: RecipeStage.Importing, Items: > 0 })
                cut.Cancel();
        }
    }

    private sealed class Told(List<RecipeProgress> told) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value) => told.Add(value);
    }
}
