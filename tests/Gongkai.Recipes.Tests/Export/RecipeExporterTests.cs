using System.Text;
using Gongkai.Content;
using Gongkai.Recipes.Export;

namespace Gongkai.Recipes.Tests.Export;

public sealed class RecipeExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai").FullName;

    private string File1 => Path.Combine(_folder, "1.recipe.json");

    private string File2 => Path.Combine(_folder, "2.recipe.json");

    [Fact]
    public async Task An_export_has_the_agreed_form()
    {
        await using var site = await TestSite.OpenAsync();
        await site.ImportAsync(Recipe.Of(
            Recipe.Definitions,
            Recipe.Content(
                Recipe.Notice("b", more: ",\"CommonPart\":{\"甲\":[1.50,null,\"\\u003c文\\ud83d\\ude00\\n\"]}"),
                Recipe.Notice("a", flags: "\"Latest\":false,\"Published\":true"), Recipe.Notice("a", "a-2", "\"Latest\":true,\"Published\":false", title: "草稿"),
                Recipe.Notice("B", flags: "\"Latest\":true,\"Published\":false"), Recipe.Notice("s", title: "[注:说明]"), Recipe.Topics)));

        var report = await site.ExportAsync(File1);

        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", "export.recipe.json");
        Assert.Equal(await File.ReadAllTextAsync(golden), await File.ReadAllTextAsync(File1));
        Assert.Equal((4, 5, 6), (report.Definitions, report.Items, report.Versions));
        Assert.Equal(2, report.Warnings.Count);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_selection_brings_its_items_with_their_drafts_and_definitions_and_nothing_that_may_not_leave()
    {
        await using var site = await SiteAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("b"), Recipe.Notice("c", flags: "\"Latest\":false,\"Published\":true"), Recipe.Notice("c", "c-2", "\"Latest\":true,\"Published\":false"), Recipe.Notice("d"), Recipe.Notice("e"))));

        var text = await site.ExportAsync(new([], ["d", "c", "e", "gone"]), item => item.ContentItemId != "e");

        await using var other = await TestSite.OpenAsync();
        var report = await other.ImportAsync(text);
        Assert.Equal((3, 0), (report.Added + report.Changed, report.Errors));
        Assert.NotNull(await other.GetAsync("d"));
        Assert.Equal("c-2", (await other.GetAsync("c", VersionOption.Latest))!.ContentItemVersionId);
        Assert.Null(await other.GetAsync("b"));
        Assert.Null(await other.GetAsync("e"));
        Assert.Equal(["Gone", "gone"], await site.UnknownAsync(new(["Notice", "Gone"], ["d", "gone"])));
    }

    [Fact]
    public async Task An_export_imported_into_an_empty_site_is_exported_again_as_the_same_bytes()
    {
        await using var first = await SiteAsync();
        await first.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("b"), Recipe.Notice("c"), Recipe.Notice("d"), """{"ContentItemId":"e","ContentType":"Notice","Published":true,"TitlePart":{"Title":"无时间"}}""")));
        var edited = (await first.GetAsync("b"))!;
        edited.EnsurePart("TitlePart")["Title"] = "草稿";
        await first.ExecuteAsync(new SaveDraft(edited, edited.ContentItemVersionId), new Unpublish("c"), new Delete("d"));
        var report1 = await first.ExportAsync(File1);
        Assert.Equal((5, 6), (report1.Items, report1.Versions));
        await using var second = await TestSite.OpenAsync();

        var report = await second.ImportAsync([RecipeSource.File(File1)]);
        await second.ExportAsync(File2);

        Assert.True(report.Succeeded);
        Assert.Equal(await File.ReadAllBytesAsync(File1), await File.ReadAllBytesAsync(File2));
    }

    [Fact]
    public async Task Content_is_written_in_steps_of_a_hundred_items()
    {
        await using var site = await SiteAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content([.. Enumerable.Range(0, 250).Select(i => Recipe.Notice($"n{i}"))])));

        await site.ExportAsync(File1, [], "Notice");

        var outline = await OutlineAsync(File1);
        Assert.Equal(["ContentDefinition", "Content", "Content", "Content"], outline.Steps.Select(step => step.Name));
    }

    [Fact]
    public async Task Definitions_that_the_setup_brings_are_left_out()
    {
        await using var site = await SiteAsync();
        var setup = TestSite.Source(Recipe.Of(Recipe.Definitions));

        var same = await site.ExportAsync(File1, [setup]);
        await site.ImportAsync(Recipe.Of("""{"name":"ContentDefinition","ContentTypes":[{"Name":"Notice","DisplayName":"公告"}]}"""));
        var changed = await site.ExportAsync(File2, [setup]);

        Assert.Equal(0, same.Definitions);
        Assert.Equal(1, changed.Definitions);
    }

    [Fact]
    public async Task Definitions_of_a_feature_are_left_out()
    {
        await using var site = await TestSite.OpenAsync(new RecipeFeature("Gongkai.Notices", "公告", () => new MemoryStream(Encoding.UTF8.GetBytes(Recipe.Of(Recipe.Definitions)))));
        await site.ImportAsync(Recipe.Of("""{"name":"feature","enable":["Gongkai.Notices"]}"""));

        Assert.Equal(0, (await site.ExportAsync(File1)).Definitions);
    }

    [Fact]
    public async Task Only_the_wanted_types_are_written()
    {
        await using var site = await SiteAsync();

        var report = await site.ExportAsync(File1, [], "Taxonomy");

        Assert.Equal((1, 1), (report.Items, report.Definitions));
    }

    [Fact]
    public async Task An_unknown_type_is_refused_and_no_file_is_left()
    {
        await using var site = await SiteAsync();

        var fault = await Assert.ThrowsAsync<ExportRefusedException>(() => site.ExportAsync(File1, [], "Nothing"));

        Assert.Contains("Nothing", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ExportRefusedException>(() => site.ExportAsync(Path.Combine(_folder, "无", "1.json")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Texts_that_orchard_core_takes_for_a_script_are_marked_as_none_and_come_back_as_they_were()
    {
        await using var first = await SiteAsync();
        string[] titles = ["[注:说明]", "[js: uuid()]", "[:空]", "[\u2060注:说明]", "[file:text('/etc/passwd')]", "[注 :说明]", "注:说明]"];
        await first.ImportAsync(Recipe.Of(Recipe.Content([.. titles.Select((title, i) => Recipe.Notice($"x{i}", title: title.Insert(1, "\u2060"), path: $"x{i}"))]).Replace("[\u2060注 :", "[注 :", StringComparison.Ordinal).Replace("注\u2060:", "注:", StringComparison.Ordinal)));
        Assert.Equal(titles, await TitlesAsync(first, titles.Length));

        var report = await first.ExportAsync(File1, [], "Notice", "Taxonomy", "Topic");
        await using var second = await TestSite.OpenAsync();
        var import = await second.ImportAsync([RecipeSource.File(File1)]);
        await second.ExportAsync(File2, [], "Notice", "Taxonomy", "Topic");

        Assert.True(import.Succeeded);
        Assert.Equal(titles, await TitlesAsync(second, titles.Length));
        Assert.Equal(await File.ReadAllBytesAsync(File1), await File.ReadAllBytesAsync(File2));
        Assert.DoesNotContain(Strings(System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(File1))), IsEvaluatedByOrchardCore);
        Assert.Equal(10, report.Warnings.Count);
        Assert.StartsWith("x0 的 DisplayText：", report.Warnings[0], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Orchard Core 3.0.1: a string in brackets with nothing but letters before its first colon is evaluated.
    private static bool IsEvaluatedByOrchardCore(string value) =>
        value.StartsWith('[') && value.EndsWith(']') && value.IndexOf(':', StringComparison.Ordinal) is var colon and > -1 && value[1..colon].All(char.IsLetter);

    private static IEnumerable<string> Strings(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject json => json.SelectMany(property => Strings(property.Value)),
        System.Text.Json.Nodes.JsonArray array => array.SelectMany(Strings),
        System.Text.Json.Nodes.JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static async Task<List<string>> TitlesAsync(TestSite site, int count)
    {
        var titles = new List<string>();
        for (var i = 0; i < count; i++)
            titles.Add((await site.GetAsync($"x{i}"))!.DisplayText);
        return titles;
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.OpenAsync();
        var report = await site.ImportAsync(Recipe.Of(
            Recipe.Definitions,
            Recipe.Content(
                Recipe.Topics, Recipe.Notice("a", fields: "\"Number\":{\"Text\":\"\\u7532 <b>\"},\"Topics\":{\"TermContentItemIds\":[\"t1\"]}", more: ",\"Kept\":{\"N\":1.50}"))));
        Assert.True(report.Succeeded);
        return site;
    }

    private static async Task<Recipes.Reading.RecipeOutline> OutlineAsync(string path)
    {
        using var text = new Recipes.Reading.RecipeText(path, File.OpenRead(path));
        return await text.ReadOutlineAsync(default);
    }
}
