using Gongkai.Content;

namespace Gongkai.Recipes.Tests.Steps;

public sealed class DefinitionStepsTests
{
    private const string WholeNotice = """
        {"name":"ReplaceContentDefinition","ContentTypes":[{"Name":"Notice","DisplayName":"公告","Settings":{},"ContentTypePartDefinitionRecords":[
          {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"},{"PartName":"Notice","Name":"Notice"}]}]}
        """;

    private const string PartWithoutDay = """
        {"name":"ReplaceContentDefinition","ContentParts":[{"Name":"Notice","Settings":{},"ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Number","Settings":{}}]}]}
        """;

    [Fact]
    public async Task A_replaced_type_is_what_the_step_says_and_nothing_else()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of(WholeNotice));

        Assert.Empty(report.Problems);
        Assert.Equal(["TitlePart", "AutoroutePart", "Notice"], site.Definitions.Types["Notice"].Parts.Select(part => part.Name));
        Assert.Equal("{}", site.Definitions.Types["Notice"].Settings.ToJson().ToJsonString());
    }

    [Fact]
    public async Task Replacing_or_deleting_the_same_again_changes_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var recipe = Recipe.Of(WholeNotice, PartWithoutDay, """{"name":"DeleteContentDefinition","ContentTypes":["Nothing"]}""");
        await site.ImportAsync(recipe);
        var writes = await site.WritesAsync();

        var report = await site.ImportAsync(recipe);

        Assert.True(report.Succeeded);
        Assert.Contains("没有名为“Nothing”的定义", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(writes, await site.WritesAsync());
    }

    [Fact]
    public async Task A_part_is_not_taken_from_a_type_that_has_items()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1"), Recipe.Notice("n2", flags: "\"Latest\":true"))));

        var report = await site.ImportAsync(Recipe.Of(WholeNotice));

        var problem = Assert.Single(report.Problems);
        Assert.Equal("$.steps[0].ContentTypes[0]", problem.Place.JsonPath);
        Assert.Contains("去掉了部件“MarkdownBodyPart”，还有 2 条内容", problem.Message, StringComparison.Ordinal);
        Assert.Contains("MarkdownBodyPart", site.Definitions.Types["Notice"].Parts.Select(part => part.Name));
    }

    [Theory]
    [InlineData("\"Day\":{\"Value\":\"2026-08-01T00:00:00Z\"}", true)]
    [InlineData("\"Day\":{\"Value\":null}", false)]
    [InlineData("", false)]
    public async Task A_field_is_not_removed_while_items_carry_a_value(string fields, bool isRefused)
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: fields))));

        var report = await site.ImportAsync(Recipe.Of(PartWithoutDay));

        Assert.Equal(!isRefused, report.Succeeded);
        if (isRefused)
            Assert.Contains("字段“Day”被去掉，还有 1 条内容填了它", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_does_not_change_its_kind_while_items_carry_a_value()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: "\"Number\":{\"Text\":\"甲〔2026〕1号\"}"))));

        var report = await site.ImportAsync(Recipe.Of(PartWithoutDay.Replace("TextField", "NumericField", StringComparison.Ordinal)));

        Assert.Contains("由 TextField 改成 NumericField，还有 1 条内容填了它", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_forced_leaves_the_data_word_for_word_and_tells_of_it()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: "\"Day\":{\"Value\":\"2026-08-01T00:00:00Z\"}"))));
        var before = (await site.GetAsync("n1"))!.Json.ToJsonString();

        var report = await site.ImportAsync(Recipe.Of(PartWithoutDay.Replace("\"name\"", "\"force\":true,\"name\"", StringComparison.Ordinal)));

        Assert.True(report.Succeeded);
        Assert.Contains("1 条内容填了它", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(before, (await site.GetAsync("n1"))!.Json.ToJsonString());
        Assert.DoesNotContain("Day", PublicJson.Of((await site.GetAsync("n1"))!, site.Definitions).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_with_items_is_not_deleted_unless_it_is_forced()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1"))));

        var refused = await site.ImportAsync(Recipe.Of("""{"name":"DeleteContentDefinition","ContentTypes":["Notice"]}"""));
        var forced = await site.ImportAsync(Recipe.Of("""{"name":"DeleteContentDefinition","ContentTypes":["Notice"],"force":true}"""));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("$.steps[0].ContentTypes[0]", problem.Place.JsonPath);
        Assert.Contains("“Notice”还有 1 条内容", problem.Message, StringComparison.Ordinal);
        Assert.True(forced.Succeeded);
        Assert.DoesNotContain("Notice", site.Definitions.Types.Keys);
        Assert.Equal("通知", (await site.GetAsync("n1"))!.Json["TitlePart"]!["Title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_type_whose_items_stand_inside_others_is_counted_there()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(Recipe.Of("""{"name":"DeleteContentDefinition","ContentTypes":["Topic"]}"""));

        Assert.Contains("“Topic”还有 1 条内容", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_types_have_is_not_deleted_and_goes_with_the_last_of_them()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var refused = await site.ImportAsync(Recipe.Of("""{"name":"DeleteContentDefinition","ContentParts":["Notice"]}"""));
        var together = await site.ImportAsync(Recipe.Of("""{"name":"DeleteContentDefinition","ContentTypes":["Notice"],"ContentParts":["Notice"]}"""));

        Assert.Contains("“Notice”还在用部件“Notice”", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(together.Problems);
        Assert.DoesNotContain("Notice", site.Definitions.Parts.Keys);
    }

    [Fact]
    public async Task A_check_deletes_nothing_and_later_steps_are_checked_without_what_is_deleted()
    {
        await using var site = await TestSite.WithTopicsAsync();

        var report = await site.ImportAsync(
            Recipe.Of("""{"name":"DeleteContentDefinition","ContentTypes":["Notice"]}""", Recipe.Content(Recipe.Notice("n1"))), checkOnly: true);

        Assert.Contains("没有名为“Notice”的内容类型", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Contains("Notice", site.Definitions.Types.Keys);
    }
}
