using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk;
using Gongkai.Documents;
using Gongkai.Feedback;
using Gongkai.Markup;
using Gongkai.Recipes;
using Gongkai.Recipes.Scripting;
using Gongkai.Search;
using Gongkai.Search.Log;
using Gongkai.Storage;
using Gongkai.Theming;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.ResponseCompression;
using OrchardSite.Api;
using OrchardSite.Backup;
using OrchardSite.Caching;
using OrchardSite.Languages;
using OrchardSite.Media;
using OrchardSite.Pages;
using OrchardSite.Reading;
using OrchardSite.Rewriting;
using OrchardSite.StaticCopy;

namespace OrchardSite.Hosting;

/// <summary>Composes the site: its engines, its modules, and the way of a request.</summary>
internal static class SiteHost
{
    private static readonly IModule[] Modules =
    [
        new Gongkai.Catalogue.Module(),
        new Gongkai.Interpretations.Module(),
        new Gongkai.PolicyQuestions.Module(),
        new Gongkai.SearchPages.Module(),
        new Gongkai.Syndication.Module(),
        new Gongkai.Review.Module(),
        new Gongkai.Subscriptions.Module(),
        new Gongkai.Feedback.Module(),
    ];

    // Texts for machines, beside the pages, styles and XML that are compressed anyhow.
    private static readonly string[] CompressedToo = ["application/atom+xml", "application/rss+xml", "application/ld+json", "application/opensearchdescription+xml", "application/problem+json"];

    /// <summary>Builds the site; nothing is opened or started yet.</summary>
    public static WebApplication Build(SiteArguments arguments, Action<WebApplicationBuilder>? configure = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = ProgramPlace.Root, ApplicationName = "OrchardSite" });
        builder.Configuration.AddInMemoryCollection(settings);
        var options = SiteOptions.Read(builder.Configuration, builder.Environment, arguments);
        // --urls goes before the environment, the environment before appsettings.json.
        if ((arguments.Urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? builder.Configuration["Urls"]) is { Length: > 0 } urls)
            builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, urls);
        var sendsMail = builder.Services.AddSiteMail(builder.Configuration);
        builder.Services.AddSiteLinks(builder.Configuration);
        var copy = arguments.Copy is { } given ? StaticSection.Read(builder.Configuration, given) : null;
        AddSite(builder.Services, options, builder.Environment, DeskSection.Read(builder.Configuration, builder.Environment, options.DataFolder), sendsMail, copy);
        var media = MediaSection.Read(builder.Configuration, builder.Environment, options.DataFolder);
        builder.Services.AddSiteMedia(media);
        var keys = DeskSection.ReadKeysFolder(builder.Configuration, builder.Environment, options.DataFolder);
        builder.Services.AddSiteBackup(new(options.DataFolder, media.Folder, keys, options.Provider == DatabaseProvider.Sqlite));
        builder.Services.AddGongkaiDocuments(MediaSection.ReadPictures(builder.Configuration));
        builder.Services.AddSingleton(new RecipeConfiguration("Recipes", key => builder.Configuration.GetSection("Recipes")[key]));
        if (copy is not null)
            builder.Services.AddStaticCopy(new(copy, options.DataFolder, options.ThemesFolder, options.DeskPath, [options.DataFolder, media.Folder, options.ThemesFolder, keys]));
        // Says with a stack trace what the command line says in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        configure?.Invoke(builder);

        var app = builder.Build();
        DeskAddress.CheckReserved(app.Services);
        UseSite(app);
        return app;
    }

    private static void AddSite(IServiceCollection services, SiteOptions options, IHostEnvironment environment, Action<DeskOptions> desk, bool sendsMail, StaticCopyOptions? copy)
    {
        // The site itself
        services.AddSingleton(options);
        services.AddSingleton<ISiteFolder, SiteFolder>();
        services.AddSingleton(new SiteDefaults(options.Site.Name, options.TimeZone, options.Site.BaseUrl, ShareImageOf(options)));
        services.AddSingleton<SetUp>();

        // The engines
        services.AddGongkaiStorage(storage =>
            (storage.Provider, storage.ConnectionString, storage.DataFolder) = (options.Provider, options.ConnectionString, options.DataFolder));
        services.AddHostedService<FollowChanges>();
        services.AddSingleton<ScheduleRunner>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<ScheduleRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleRunner>());
        services.AddSingleton<AuditKeeping>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuditOrigin, RequestOrigin>();
        services.AddHostedService<NightlyCheck>();
        services.AddHostedService<SearchLogService>();
        services.AddHostedService<ModuleWork>();
        services.AddGongkaiMarkup();
        services.AddGongkaiRecipes();
        services.AddSingleton(new SiteRecipes(new(Path.GetDirectoryName(options.SetUpRecipe)!), RecipeSource.File(options.SetUpRecipe)));

        // The modules
        foreach (var module in Modules)
            module.ConfigureServices(services);
        services.AddSingleton(new SearchLogOptions(options.SearchLogDays));
        services.AddSingleton(new FeedbackOptions(options.FeedbackDays));
        services.AddGongkaiContent().AddGongkaiLifecycle();
        services.AddGongkaiSearch().AddGongkaiSearchSteps();

        // The pages
        services.AddSingleton(new SiteAddresses(ApiDocument: ApiDocument.Address));
        services.AddGongkaiWeb();
        services.AddGongkaiTheming(theming =>
        {
            theming.ThemesFolder = options.ThemesFolder;
            theming.ThemeName = options.Site.Theme;
            theming.WatchFiles = theming.Strict = environment.IsDevelopment();
            theming.SiteProperties = SiteProperties(options.Site, sendsMail, copy);
            foreach (var assembly in Modules.Select(module => module.GetType().Assembly).Append(typeof(IModule).Assembly).Append(typeof(SiteHost).Assembly))
                theming.ViewAssemblies.Add(assembly);
        });
        services.AddSingleton<HomePage>();
        services.AddSingleton<Maintenance>();
        services.AddScoped<ContentPage>();
        services.AddScoped<FormerPage>();
        services.AddScoped<ItemViews>();
        services.AddScoped<PlainPage>();
        services.AddScoped<IItemPreview, ItemPreview>();
        services.AddSiteApiDocument();
        services.AddSiteRewriting();

        // The desk
        services.AddGongkaiDesk(desk);

        // The cache, last of the followers; a copy asks for each page once
        services.AddPageCache(new(copy is null ? options.CacheBytes : 0, ["/" + options.Site.Theme, "/media", options.DeskPath, Gongkai.Subscriptions.Module.Address, Gongkai.Feedback.Module.ReportAddress, Gongkai.Feedback.Module.UsefulAddress]));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. CompressedToo];
        });

        // What the home keeps for itself
        services.AddSingleton(new ReservedRoute("media"));
        services.AddSingleton(new ReservedRoute("contents"));
        services.AddSingleton(new ReservedRoute(ReadingChoice.Address.TrimStart('/')));
        services.AddSingleton(new ReservedRoute(QrCode.Segment));
        foreach (var language in PageLanguage.All.Where(language => language.Segment.Length > 0))
            services.AddSingleton(new ReservedRoute(language.Segment));
        foreach (var theme in Gongkai.Theming.ServiceCollectionExtensions.ThemesIn(options.ThemesFolder))
            services.AddSingleton(new ReservedRoute(theme));
        services.AddSingleton(new ReservedRoute("guide", "Page"));
        services.AddSingleton(new ReservedRoute("rules", "Page"));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
    }

    private static void UseSite(WebApplication app)
    {
        var headers = SecurityHeaders.Policy();
        app.UseKnownProxies();
        app.UseMiddleware<SearchClicks>();
        app.UseHeadAsGet();
        app.UseLanguageAddresses(app.Services.GetRequiredService<SiteOptions>().DeskPath);
        // A rewritten address is kept under what it was rewritten to.
        app.UseSiteRewriting(redirected => redirected.UseSecurityHeaders(headers));
        // Whatever says who is signed in, or turns a request away, comes before the cache; a kept page brings all its headers.
        app.UseGongkaiDesk();
        app.UseMaintenance(headers);
        app.UseMiddleware<PageCache>();
        app.UsePageLanguage();
        app.UseSecurityHeaders(headers);
        app.UseGongkaiTheme();
        app.UseSiteMedia();
        app.UseRouting();
        app.UseResponseCompression();
        app.UseStatusPages();
        app.UseGongkaiDeskGate();
        app.MapOpenApi(ApiDocument.Address);
        HomePage.Map(app);
        ReadingChoice.Map(app);
        QrCode.Map(app);
        foreach (var module in Modules)
            module.MapEndpoints(app);
        app.MapGongkaiDesk();
        ContentPage.Map(app);
    }

    /// <summary>The configured picture, else the theme's.</summary>
    private static string ShareImageOf(SiteOptions options) =>
        options.Site.ShareImage is { Length: > 0 } configured ? "/" + configured.TrimStart('/')
        : File.Exists(Path.Combine(options.ThemesFolder, options.Site.Theme, "wwwroot", "share.png")) ? $"/{options.Site.Theme}/share.png"
        : "";

    private static JsonObject SiteProperties(SiteSection site, bool sendsMail, StaticCopyOptions? copy)
    {
        var settings = new JsonObject
        {
            ["Footer"] = new JsonObject(site.Footer.Where(fact => fact.Value.Length > 0).Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Key, fact.Value))),
        };
        // Only a running site takes a form, draws a code, searches.
        if (copy is null)
        {
            settings["ReadingPath"] = "~" + ReadingChoice.Address;
            settings["QrPath"] = "~/" + QrCode.Segment;
            settings["ReportPath"] = "~" + Gongkai.Feedback.Module.ReportAddress;
            settings["UsefulPath"] = "~" + Gongkai.Feedback.Module.UsefulAddress;
            settings["SubscribePath"] = sendsMail ? $"~{Gongkai.Subscriptions.Module.Address}/new" : null;
        }
        else if (copy.LiveAddress is null)
        {
            settings["HasNoSearch"] = true;
        }

        return new() { ["BaseUrl"] = site.BaseUrl, ["GongkaiSettings"] = settings };
    }
}
