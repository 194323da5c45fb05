using Fluid;
using Gongkai.Content;
using Gongkai.OrchardCore.Admin;
using Gongkai.OrchardCore.Content;
using Gongkai.OrchardCore.Feed;
using Gongkai.OrchardCore.Pages;
using Gongkai.OrchardCore.Searches;
using Gongkai.OrchardCore.Site;
using Gongkai.Search;
using Gongkai.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Liquid;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OurManager = Gongkai.Content.IContentManager;
using TheirHandler = OrchardCore.ContentManagement.Handlers.IContentHandler;

namespace Gongkai.OrchardCore;

/// <summary>What every module needs of the tenant: our ports on Orchard Core's services.</summary>
public sealed class Startup(IHostEnvironment environment) : StartupBase
{
    // Orchard Core's own API has /api/content.
    internal const string ApiAddress = "/api/gongkai";

    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        // The site
        services.AddSingleton<SiteSnapshots>();
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<SiteSnapshots>());
        services.AddSingleton<IContentDefinitions>(provider => provider.GetRequiredService<SiteSnapshots>());
        services.AddSingleton(new SiteDefaults("政府信息公开", TimeZoneInfo.Local));
        services.AddSingleton<ISiteFolder, TenantFolder>();
        services.AddSingleton<IUnitOfWork, TenantUnitOfWork>();
        services.AddSingleton<IMediaFiles, TenantMedia>();
        services.AddScoped<IMarkup, TenantMarkup>();

        // The content
        services.AddSingleton<Schema>();
        services.AddDataMigration<Migrations>();
        services.AddScoped<TenantCounters>();
        services.AddScoped<IScopedIndexProvider, ChangeProvider>();
        services.AddScoped<IScopedIndexProvider, LinkProvider>();
        services.AddScoped<IContentReader, ContentReader>();
        services.AddScoped<OurManager, TenantContentManager>();
        services.AddScoped<TheirHandler, ContentRules>();
        services.AddScoped<IAuthorizationHandler, PublicityHandler>();
        services.AddGongkaiContent();
        services.AddGongkaiSearch();

        // What follows the changes
        services.AddSingleton<IChangeFeed, TenantFeed>();
        services.AddGongkaiFollowing();
        services.AddSingleton<TenantFollowing>();
        services.AddSingleton<IModularTenantEvents, TenantStart>();

        // What people search for
        services.AddSingleton<ISearchLogStore, TenantSearchLog>();
        services.AddSingleton<SearchLogRun>();
        services.AddSingleton<IModularTenantEvents, SearchLogStart>();

        // The pages
        services.AddSingleton(new SiteAddresses(Api: ApiAddress));
        services.AddGongkaiWeb();
        services.AddSingleton<IPageRenderer, ShapePages>();
        services.AddSingleton<IPermissionCheck, TenantPermissions>();
        services.AddScoped<IContentDisplayHandler, ItemDisplay>();
        services.Configure<LiquidViewOptions>(options => options.FileProviders.Add(new SharedPieces(environment.ContentRootFileProvider)));
        services.AddTransient<IConfigureOptions<TemplateOptions>, LiquidSetup>();

        // The desk
        services.AddScoped<IPermissionProvider, GongkaiPermissions>();
        services.AddScoped<INavigationProvider, GongkaiMenu>();
    }
}
