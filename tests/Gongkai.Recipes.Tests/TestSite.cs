using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Export;
using Gongkai.Recipes.Journal;
using Gongkai.Recipes.Runs;
using Gongkai.Recipes.Scripting;
using Gongkai.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Recipes.Tests;

/// <summary>A site on the real storage in a folder of its own.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-recipes-").FullName;
    private readonly ServiceProvider _services;

    private TestSite(RecipeFeature[] features, RecipeConfiguration? configuration = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddGongkaiStorage(options => (options.DataFolder, options.ConnectionString) = (_folder, $"Data Source={Path.Combine(_folder, "gongkai.db")};Pooling=False"));
        services.AddGongkaiContent().AddGongkaiLifecycle();
        services.AddGongkaiRecipes();
        services.AddSingleton<ISiteFolder>(new Folder(_folder));
        services.AddSingleton<IMarkup, EncodedMarkup>();
        services.AddSingleton<ILiquid, NoLiquid>();
        services.AddSingleton<IMediaStore>(Media);
        services.AddSingleton<IThemes, TwoThemes>();
        services.AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.Utc));
        services.AddSingleton(new ReservedRoute("search"));
        services.AddSingleton(new SiteRecipes(new(Path.Combine(_folder, "recipes"))));
        if (configuration is not null)
            services.AddSingleton(configuration);
        foreach (var feature in features)
            services.AddSingleton(feature);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public MediaInMemory Media { get; } = new();

    public DefinitionSnapshot Definitions => _services.GetRequiredService<IContentDefinitions>().Current;

    public static async Task<TestSite> OpenAsync(params RecipeFeature[] features)
    {
        var site = new TestSite(features);
        await site._services.GetRequiredService<StorageDatabase>().PrepareAsync();
        return site;
    }

    /// <summary>A site with a section of configuration for recipes.</summary>
    public static async Task<TestSite> WithConfigurationAsync(RecipeConfiguration configuration)
    {
        var site = new TestSite([], configuration);
        await site._services.GetRequiredService<StorageDatabase>().PrepareAsync();
        return site;
    }

    /// <summary>A site with the test definitions and topics.</summary>
    public static async Task<TestSite> WithTopicsAsync()
    {
        var site = await OpenAsync();
        var report = await site.ImportAsync(Recipe.Of(Recipe.Definitions, Recipe.Content(Recipe.Topics)));
        Assert.Empty(report.Problems);
        return site;
    }

    /// <summary>How many changes were written.</summary>
    public Task<long> WritesAsync() => _services.GetRequiredService<IChangeFeed>().GetLastAsync();

    public Task<RecipeReport> ImportAsync(
        string recipe, bool checkOnly = false, IProgress<RecipeProgress>? progress = null, IReadOnlyDictionary<string, string>? parameters = null, CancellationToken cancellationToken = default) =>
        ImportAsync([Source(recipe)], checkOnly, progress, parameters, cancellationToken);

    public async Task<RecipeReport> ImportAsync(
        IReadOnlyList<RecipeSource> sources, bool checkOnly = false, IProgress<RecipeProgress>? progress = null, IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync(sources, checkOnly, progress, parameters, cancellationToken);
    }

    public async Task<ExportReport> ExportAsync(string path, IReadOnlyList<RecipeSource>? setup = null, params string[] types)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeExporter>().ExportAsync(path, setup ?? [], types);
    }

    public async Task ExecuteAsync(params ContentOperation[] operations)
    {
        await using var scope = _services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations)).Succeeded);
    }

    public async Task<ContentItem?> GetAsync(string id, VersionOption version = VersionOption.Published)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IContentReader>().GetAsync(id, version);
    }

    /// <summary>The site's folder.</summary>
    public ISiteFolder SiteFolder => _services.GetRequiredService<ISiteFolder>();

    /// <summary>Which imports have not ended.</summary>
    public ImportJournal Journal => _services.GetRequiredService<ImportJournal>();

    /// <summary>Recipes that are run behind pages.</summary>
    public IRecipeRuns Runs => _services.GetRequiredService<IRecipeRuns>();

    /// <summary>Changes of definitions that pages make.</summary>
    public IDefinitionChanges Changes => _services.GetRequiredService<IDefinitionChanges>();

    /// <summary>The runs as another process, or this one after a restart, has them.</summary>
    public IRecipeRuns RestartedRuns() => ActivatorUtilities.CreateInstance<RecipeRuns>(_services);

    /// <summary>Ends the process of the runs.</summary>
    public ValueTask StopRunsAsync() => ((RecipeRuns)Runs).DisposeAsync();

    public async Task<string> ExportAsync(RecipeExportScope scope, Func<ContentItem, bool>? mayLeave = null)
    {
        await using var scoped = _services.CreateAsyncScope();
        using var stream = new MemoryStream();
        await scoped.ServiceProvider.GetRequiredService<IRecipeExports>().WriteAsync(stream, scope, mayLeave ?? (_ => true));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public async Task<IReadOnlyList<string>> UnknownAsync(RecipeExportScope scope)
    {
        await using var scoped = _services.CreateAsyncScope();
        return await scoped.ServiceProvider.GetRequiredService<IRecipeExports>().FindUnknownAsync(scope);
    }

    public JsonObject Settings(string name) => _services.GetRequiredService<ISettings>().Get(name);

    public static RecipeSource Source(string recipe) => new("试.recipe.json", () => new MemoryStream(Encoding.UTF8.GetBytes(recipe)));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Folder(string folder) : ISiteFolder
    {
        public string Path(string name) => System.IO.Path.Combine(folder, name);
    }

    private sealed class EncodedMarkup : IMarkup
    {
        public string Version => "1";

        public string ToHtml(string source, MarkupFormat format) => WebUtility.HtmlEncode(source);
    }

    private sealed class TwoThemes : IThemes
    {
        public IReadOnlyList<string> Names => ["BlueTheme", "GongkaiTheme"];

        public string? FaultOf(string template) => template.Contains("{% if %}", StringComparison.Ordinal) ? "有语法错误：第 1 行第 1 列" : null;
    }

    private sealed class NoLiquid : ILiquid
    {
        public string? Render(string pattern, ContentItem item, out string? fault)
        {
            fault = null;
            return null;
        }
    }
}
