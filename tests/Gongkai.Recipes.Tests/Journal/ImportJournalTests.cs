using Gongkai.Content;

namespace Gongkai.Recipes.Tests.Journal;

public sealed class ImportJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-journal-").FullName;

    private string Long => Path.Combine(_folder, "long.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_import_that_was_cut_off_is_told_and_completed_by_the_same_file()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await CutAsync(site);

        var cut = Assert.Single(site.Journal.FindCut());
        Assert.Equal((Long, 3, "第 2 步 Content"), (cut.Name, cut.Steps, cut.Step));
        Assert.Equal([1], cut.Done);

        // Meanwhile somebody changes what the first step has brought.
        await site.ImportAsync(Recipe.Of("""{"name":"settings","SiteName":"乙市"}"""));
        var report = await site.ImportAsync([RecipeSource.File(Long)]);

        Assert.True(report.Succeeded);
        Assert.Equal((600, 1), (report.Added + report.Unchanged, report.Completed.Count));
        Assert.Equal((Long, 1), (report.Completed[0].Import.Name, report.Completed[0].Skipped));
        Assert.Equal("乙市", site.Settings(SettingsNames.Site).Text("SiteName"));
        Assert.Equal(["Editor"], site.Settings(SettingsNames.Roles).Select(role => role.Key));
        Assert.Empty(site.Journal.FindCut());

        // Once it is complete, importing it again is an import like any other.
        await site.ImportAsync([RecipeSource.File(Long)]);
        Assert.Equal("甲市", site.Settings(SettingsNames.Site).Text("SiteName"));
    }

    [Fact]
    public async Task Another_file_does_not_disturb_it_and_a_corrected_one_takes_its_place()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await CutAsync(site);
        Directory.CreateDirectory(Path.Combine(_folder, "other"));
        var other = Path.Combine(_folder, "other", "long.json");
        await File.WriteAllTextAsync(other, Recipe.Of(Recipe.Content(Recipe.Notice("x"))));

        await site.ImportAsync([RecipeSource.File(other)]);
        Assert.Single(site.Journal.FindCut());

        await File.WriteAllTextAsync(Long, Recipe.Of(Recipe.Content(Recipe.Notice("y"))));
        var report = await site.ImportAsync([RecipeSource.File(Long)]);
        Assert.Empty(report.Completed);
        Assert.Empty(site.Journal.FindCut());
    }

    [Fact]
    public async Task A_check_and_a_refused_recipe_begin_nothing()
    {
        await using var site = await TestSite.WithTopicsAsync();

        await site.ImportAsync(Recipe.Of(Recipe.Content(Recipe.Notice("a"))), checkOnly: true);
        await site.ImportAsync(Recipe.Of("""{"name":"nothing"}"""));

        Assert.Empty(site.Journal.FindCut());
    }

    [Fact]
    public async Task A_damaged_entry_is_passed_over()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await CutAsync(site);
        var entry = Assert.Single(Directory.GetFiles(site.SiteFolder.Path("imports"), "*.json"));
        await File.WriteAllTextAsync(entry, "{");

        Assert.Empty(site.Journal.FindCut());
        Assert.True((await site.ImportAsync([RecipeSource.File(Long)])).Succeeded);
        Assert.False(File.Exists(entry));
    }

    [Fact]
    public async Task A_check_says_of_each_step_what_it_would_add_change_and_refuse()
    {
        await using var site = await TestSite.WithTopicsAsync();
        await site.ImportAsync(Recipe.Of("""{"name":"settings","SiteName":"甲市","PageSize":20}""", """{"name":"Roles","Roles":[{"Name":"Editor","Permissions":["a"]}]}""", Recipe.Content(Recipe.Notice("a"))));

        var report = await site.ImportAsync(Recipe.Of(
            """{"name":"settings","SiteName":"甲市","PageSize":30,"BaseUrl":"x"}""",
            """{"name":"Roles","Roles":[{"Name":"Editor","Permissions":["a"]},{"Name":"Chief","Permissions":["b"]}]}""",
            """{"name":"ContentDefinition","ContentTypes":[{"Name":"Notice"},{"Name":"Topic","DisplayName":"题"},{"Name":"Link"}]}""",
            Recipe.Content(Recipe.Notice("a"), Recipe.Notice("b")), Recipe.Content(Recipe.Notice("c")),
            Recipe.Content(Recipe.Notice("d", fields: "\"Day\":7"))), checkOnly: true);

        Assert.Equal([(1, 1), (2, 2), (3, 3), (4, 6)], report.StepReports.Select(step => (step.First, step.Last)));
        Assert.Equal([(OperationOutcome.Unchanged, "设置 SiteName"), (OperationOutcome.Changed, "设置 PageSize"), (OperationOutcome.Added, "设置 BaseUrl")], report.StepReports[0].Things);
        Assert.Equal([(OperationOutcome.Unchanged, "角色 Editor"), (OperationOutcome.Added, "角色 Chief")], report.StepReports[1].Things);
        Assert.Equal([(OperationOutcome.Unchanged, "内容类型 Notice"), (OperationOutcome.Changed, "内容类型 Topic"), (OperationOutcome.Added, "内容类型 Link")], report.StepReports[2].Things);
        var content = report.StepReports[3];
        Assert.Equal((3, 0, 1, 1), (content.Added, content.Changed, content.Unchanged, content.Errors));
    }

    private async Task CutAsync(TestSite site)
    {
        await File.WriteAllTextAsync(Long, Recipe.Of(
            """{"name":"settings","SiteName":"甲市"}""", Recipe.Content([.. Enumerable.Range(0, 600).Select(i => Recipe.Notice($"n{i}"))]), """{"name":"Roles","Roles":[{"Name":"Editor"}]}"""));
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.ImportAsync([RecipeSource.File(Long)], progress: new Cutting(cut), cancellationToken: cut.Token));
    }

    private sealed class Cutting(CancellationTokenSource cut) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value)
        {
            if (value is { Stage: RecipeStage.Importing, Items: > 0 })
                cut.Cancel();
        }
    }
}
