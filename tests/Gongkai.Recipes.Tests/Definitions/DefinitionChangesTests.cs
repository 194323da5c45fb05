using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Tests.Definitions;

public sealed class DefinitionChangesTests
{
    private static JsonObject Step(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject WithoutNumber => Step("""{"name":"ReplaceContentDefinition","ContentParts":[{"Name":"Notice","Settings":{},"ContentPartFieldDefinitionRecords":[]}]}""");

    [Fact]
    public async Task A_field_with_values_is_not_removed_before_that_is_said()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("n1", fields: "\"Number\":{\"Text\":\"1号\"}"))));
        var seen = DefinitionFingerprint.Of(site.Definitions, "Notice");

        var check = await site.Changes.CheckAsync(WithoutNumber);
        Assert.Contains("还有 1 条内容填了它", Assert.Single(check.Problems).Message, StringComparison.Ordinal);
        Assert.False((await site.Changes.SaveAsync(WithoutNumber, "Notice", seen)).Succeeded);
        Assert.Equal(3, site.Definitions.Parts["Notice"].Fields.Length);

        var forced = WithoutNumber;
        forced["force"] = true;
        Assert.True((await site.Changes.SaveAsync(forced, "Notice", seen)).Succeeded);
        Assert.Empty(site.Definitions.Parts["Notice"].Fields);
        Assert.Equal("1号", (await site.GetAsync("n1"))!.Part("Notice")!.TextField("Number"));
    }

    [Fact]
    public async Task Whoever_saw_an_older_definition_changes_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();
        var seen = DefinitionFingerprint.Of(site.Definitions, "Notice");
        var step = Step("""{"name":"ContentDefinition","ContentParts":[{"Name":"Notice","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"More","Settings":{}}]}]}""");
        Assert.True((await site.Changes.SaveAsync(step, "Notice", seen)).Succeeded);

        await Assert.ThrowsAsync<DefinitionConflictException>(() => site.Changes.SaveAsync(WithoutNumber, "Notice", seen));

        Assert.Equal(4, site.Definitions.Parts["Notice"].Fields.Length);
    }

    [Theory]
    [InlineData("""{"name":"Roles","Roles":[{"Name":"Editor","Permissions":["SiteOwner"]}]}""")]
    [InlineData("""{"name":"settings","SiteName":"乙市"}""")]
    [InlineData("{}")]
    public async Task A_step_that_changes_anything_else_is_not_taken(string step)
    {
        await using var site = await TestSite.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => site.Changes.SaveAsync(Step(step), "Notice", DefinitionFingerprint.Of(site.Definitions, "Notice")));
    }

    [Fact]
    public async Task What_people_call_a_type_is_never_a_script_and_the_step_does_the_same_as_a_recipe_elsewhere()
    {
        await using var site = await TestSite.OpenAsync();
        await using var other = await TestSite.OpenAsync();
        var step = Step("""{"name":"ContentDefinition","ContentTypes":[{"Name":"Poll","DisplayName":"[js: uuid()]","Settings":{},"ContentTypePartDefinitionRecords":[]}]}""");

        var report = await site.Changes.SaveAsync(step, "Poll", DefinitionFingerprint.Of(site.Definitions, "Poll"));
        var there = await other.ImportAsync(Encoding.UTF8.GetString(site.Changes.ToRecipe(step)));

        Assert.True(report.Succeeded && there.Succeeded);
        Assert.Equal("[js: uuid()]", site.Definitions.Types["Poll"].DisplayName);
        Assert.Equal("[js: uuid()]", other.Definitions.Types["Poll"].DisplayName);
    }
}
