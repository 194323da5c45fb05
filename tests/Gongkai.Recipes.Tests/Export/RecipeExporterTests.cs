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
                Recipe.Notice("B", flags: "\"Latest\":true,\"Published\":false"), Recipe.Topics)));

        var report = await site.ExportAsync(File1);

        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", "export.recipe.json");
        Assert.Equal(await File.ReadAllTextAsync(golden), await File.ReadAllTextAsync(File1));
        Assert.Equal((4, 4, 5), (report.Definitions, report.Items, report.Versions));
        Assert.Empty(report.Warnings);
        Assert.Single(Directory.GetFiles(_folder));
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
    public async Task Texts_that_orchard_core_takes_for_a_script_are_kept_and_told()
    {
        await using var site = await SiteAsync();
        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("x", title: "[注:说明]"))));

        var report = await site.ExportAsync(File1, [], "Notice");
        var again = await site.ImportAsync([RecipeSource.File(File1)]);

        Assert.Equal(["x 的 DisplayText", "x 的 TitlePart.Title"], report.Warnings.Select(warning => warning[..warning.IndexOf('：', StringComparison.Ordinal)]));
        Assert.Equal((0, 2), (again.Changed, again.Unchanged));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
        return await text.ReadOutlineAsync((_, _) => { }, default);
    }
}
