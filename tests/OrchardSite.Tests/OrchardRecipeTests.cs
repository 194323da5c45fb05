using System.Net;
using Gongkai.Content;
using Gongkai.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>A recipe with the shapes of those that Orchard Core's own themes bring, in a theme's folder as there: everything comes in or is named.</summary>
public sealed class OrchardRecipeTests(OrchardRecipeTests.Fixture river) : IClassFixture<OrchardRecipeTests.Fixture>
{
    private readonly SiteFixture _site = river.Site;

    [Fact]
    public void It_comes_in_and_every_thing_without_meaning_here_is_named()
    {
        var golden = Path.Combine(AppContext.BaseDirectory, "Recipes", "orchard-theme.notices.txt");
        var told = river.Report.Problems.Select(problem => $"{problem.Place.JsonPath} {problem.Message}");

        Assert.True(river.Report.Succeeded, string.Join('\n', told));
        Assert.Equal(File.ReadAllLines(golden), told);
    }

    [Fact]
    public void The_same_recipe_again_changes_nothing() => Assert.Equal((0, 0), (river.Again.Added, river.Again.Changed));

    [Fact]
    public async Task A_list_shows_what_is_in_it_though_the_search_does_not_cover_its_type()
    {
        var page = await _site.GetTextAsync("/journal");

        Assert.Contains("河边小站", page, StringComparison.Ordinal);
        Assert.Contains("""<a class="row-title" href="/journal/rain">涨水了</a>""", page, StringComparison.Ordinal);
        Assert.Contains("共 1 条", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_shows_what_this_home_knows_and_keeps_the_rest_to_itself()
    {
        var page = await _site.GetTextAsync("/journal/rain");

        Assert.Contains("河水<strong>涨</strong>到台阶。", page, StringComparison.Ordinal);
        Assert.Contains("/media/river.png", page, StringComparison.Ordinal);
        Assert.Contains("水位站", page, StringComparison.Ordinal);
        Assert.DoesNotContain("订阅", page, StringComparison.Ordinal);
        using var picture = await _site.GetAsync("/media/river.png");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
    }

    [Fact]
    public async Task What_is_not_applicable_is_kept_word_for_word()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<IContentReader>();
        var menu = await reader.GetAsync((await reader.FindAliasAsync("main-menu"))!);
        var entry = await reader.GetAsync((await reader.FindRouteAsync("journal/rain"))!.ContentItemId);

        Assert.Equal("~/", (string?)menu!.Part("MenuItemsListPart")!["MenuItems"]![0]!["LinkMenuItemPart"]!["Url"]);
        Assert.Equal(new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc), menu.CreatedUtc);
        Assert.Equal("订阅", (string?)entry!.Part("FlowPart")!["Widgets"]![0]!["ButtonPart"]!["Text"]);
        Assert.Equal("/workflows/invoke", (string?)entry.Part("FormPart")!["Action"]);
        Assert.Equal("u1", (string?)entry.Part("JournalEntry")!["Writer"]!["UserIds"]![0]);
    }

    [Fact]
    public async Task A_script_that_asks_for_the_present_needs_it_given()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([river.Source], checkOnly: true);

        Assert.False(report.Succeeded);
        Assert.Contains(report.Problems, problem => problem.Message.Contains("--parameter now=", StringComparison.Ordinal));
    }

    public sealed class Fixture : IAsyncLifetime
    {
        private static readonly Dictionary<string, string> Parameters = new() { ["now"] = "2026-08-01T00:00:00Z" };
        private readonly string _theme = Directory.CreateTempSubdirectory("gongkai-river-").FullName;

        public SiteFixture Site { get; } = new(withSample: false);

        public RecipeSource Source { get; private set; } = null!;

        public RecipeReport Report { get; private set; } = null!;

        public RecipeReport Again { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Site.InitializeAsync();
            Directory.CreateDirectory(Path.Combine(_theme, "Recipes"));
            Directory.CreateDirectory(Path.Combine(_theme, "wwwroot", "img"));
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Recipes", "orchard-theme.recipe.json"), Path.Combine(_theme, "Recipes", "river.recipe.json"));
            // The least that is a PNG: one point.
            await File.WriteAllBytesAsync(Path.Combine(_theme, "wwwroot", "img", "river.png"), Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
            Source = RecipeSource.File(Path.Combine(_theme, "Recipes", "river.recipe.json"));
            Report = await ImportAsync();
            Again = await ImportAsync();
        }

        public async Task DisposeAsync()
        {
            await Site.DisposeAsync();
            Directory.Delete(_theme, recursive: true);
        }

        private async Task<RecipeReport> ImportAsync()
        {
            await using var scope = Site.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([Source], parameters: Parameters);
            await Site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
            return report;
        }
    }
}
