using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Markup;
using Gongkai.Search;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FakeHome.Home;

/// <summary>A home that has nothing but ports: the modules on a real server, below a path, with the search and the API at addresses of their own.</summary>
public sealed class TinyHome : IAsyncLifetime
{
    internal static readonly IModule[] Modules = [new Gongkai.Catalogue.Module(), new Gongkai.Interpretations.Module(), new Gongkai.PolicyQuestions.Module(), new Gongkai.SearchPages.Module(), new Gongkai.Syndication.Module(), new Gongkai.Subscriptions.Module(), new Gongkai.Feedback.Module()];

    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-fake-home-").FullName;
    private readonly IReadOnlyList<IModule> _modules;
    private WebApplication _app = null!;

    public TinyHome()
        : this(Modules)
    {
    }

    internal TinyHome(IReadOnlyList<IModule> modules) => _modules = modules;

    public const string PathBase = "/town";

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyList<Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = _folder });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        Add(builder.Services, _folder, _modules);
        builder.WebHost.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        _app = builder.Build();
        _app.UsePathBase(PathBase);
        _app.UseRouting();
        foreach (var module in _modules)
            module.MapEndpoints(_app);
        // What a home adds to its modules: items by their routes.
        _app.MapFallback("/{**path}", ShowItemAsync).WithName("Home.Content");
        await SetUpAsync();
        await _app.StartAsync();
        Client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    public async Task ExecuteAsync(params ContentOperation[] operations)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations);
        Assert.True(result.Succeeded, string.Join('\n', result.Results.SelectMany(one => one.Errors)));
    }

    public async Task DisposeAsync()
    {
        // Whatever a start that failed left undone is null.
        Client?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Add(IServiceCollection services, string folder, IReadOnlyList<IModule> modules)
    {
        services.AddRoutingCore().AddLogging();
        services.AddSingleton<MemoryStore>();
        services.AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<MemoryStore>());
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<MemoryStore>());
        services.AddSingleton<IContentDefinitions>(provider => provider.GetRequiredService<MemoryStore>());
        services.AddScoped<IContentReader, MemoryReader>();
        services.AddScoped<IContentManager, MemoryManager>();
        services.AddSingleton<IUnitOfWork, Scopes>();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<MemoryFeedback>();
        services.AddSingleton<IErrorReports>(provider => provider.GetRequiredService<MemoryFeedback>());
        services.AddSingleton<IUsefulCounts>(provider => provider.GetRequiredService<MemoryFeedback>());
        services.AddSingleton<ISubscriptions, NoSubscriptions>();
        services.AddSingleton<IOutbox, NoMails>();
        services.AddSingleton<ISiteFolder>(new Folder(folder));
        services.AddSingleton<IMediaFiles, NoMedia>();
        services.AddSingleton<ILiquid, NoPatterns>();
        services.AddSingleton<IPageRenderer, TextPages>().AddSingleton<IItemRenderer, TextPages>();
        services.AddSingleton(new SiteDefaults("乙市", TimeZoneInfo.Utc));
        services.AddSingleton(new SiteAddresses("/gongkai/search", "/api/gongkai"));
        // In another order than OrchardSite's: none is promised.
        services.AddGongkaiContent().AddGongkaiFollowing().AddGongkaiLifecycle().AddGongkaiMarkup().AddGongkaiSearch().AddGongkaiWeb();
        foreach (var module in modules)
            module.ConfigureServices(services);
    }

    /// <summary>The definitions that the modules bring, and what the search covers.</summary>
    private async Task SetUpAsync()
    {
        var store = Get<MemoryStore>();
        foreach (var feature in _app.Services.GetServices<RecipeFeature>())
        {
            await using var recipe = feature.OpenRecipe();
            foreach (var step in (await JsonNode.ParseAsync(recipe))!.AsObject().Objects("steps"))
                await store.SaveAsync([.. step.Objects("ContentTypes").Select(DefinitionJson.ReadType)], [.. step.Objects("ContentParts").Select(DefinitionJson.ReadPart)]);
        }

        await store.SaveAsync(SettingsNames.Site, JsonNode.Parse("""{"SearchSettings":{"DefaultIndexProfileName":"SiteSearch"}}""")!.AsObject());
        await store.SaveAsync(SettingsNames.IndexProfiles, JsonNode.Parse("""
            {"SiteSearch":{"Name":"SiteSearch","ProviderName":"Lucene","Type":"Content",
             "Properties":{"ContentIndexMetadata":{"IndexedContentTypes":["DisclosureEntry","PolicyInterpretation","QaIssue"]}}}}
            """)!.AsObject());
        foreach (var item in TownContent.Items.Where(item => Get<IContentDefinitions>().Current.Types.ContainsKey(item.ContentType)))
            await ExecuteAsync(new SaveDraft(item, null), new Publish(item.ContentItemId));
    }

    private static async Task ShowItemAsync(HttpContext http, string? path, IContentReader reader, IEnumerable<IItemPage> pages, IItemRenderer renderer)
    {
        if (await reader.FindRouteAsync(path ?? "") is { } target && await reader.GetAsync(target.ContentItemId) is { } item && item.IsPublic()
            && pages.FirstOrDefault(page => page.ContentType == item.ContentType) is { } page)
        {
            var (model, metadata) = await page.BuildAsync(item, http.Request.Query, http.RequestAborted);
            await renderer.RenderItemAsync(http, item, await reader.GetHtmlAsync(item), model, metadata);
        }
        else
        {
            http.Response.StatusCode = string.IsNullOrEmpty(path) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        }
    }

    private sealed class Scopes(IServiceScopeFactory scopes) : IUnitOfWork
    {
        public async Task RunAsync(Func<IServiceProvider, Task> work)
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
    }

    private sealed class Folder(string folder) : ISiteFolder
    {
        public string Path(string name) => System.IO.Path.Combine(folder, name);
    }

    private sealed class NoMedia : IMediaFiles
    {
        public ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default) => new((MediaFile?)null);
    }

    /// <summary>What a pattern would make is said by the content already.</summary>
    private sealed class NoPatterns : ILiquid
    {
        public string? Render(string pattern, ContentItem item, out string? fault)
        {
            fault = null;
            return null;
        }
    }
}
