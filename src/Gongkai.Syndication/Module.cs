using Gongkai.Content;
using Gongkai.Syndication.Changes;
using Gongkai.Syndication.Dcat;
using Gongkai.Syndication.Discovery;
using Gongkai.Syndication.Feeds;
using Gongkai.Syndication.Head;
using Gongkai.Syndication.Sitemaps;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Syndication;

/// <summary>机器可读: feeds, maps of the site, catalogues and changes for other programs, and what the heads of pages say to them.</summary>
/// <remarks>It has no content of its own, so no recipe and no feature: a home registers it with the others.</remarks>
public sealed class Module : IModule
{
    /// <inheritdoc/>
    public string Name => "Gongkai.Syndication";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddSingleton(new ReservedRoute("feeds"))
        .AddSingleton(new ReservedRoute("dcat"))
        .AddSingleton(new ReservedRoute("sitemaps"))
        .AddSingleton(new ReservedRoute("sitemap.xml"))
        .AddSingleton(new ReservedRoute("robots.txt"))
        .AddSingleton(new ReservedRoute("opensearch.xml"))
        .AddSingleton<FeedLists>()
        .AddSingleton<INamedLists>(provider => provider.GetRequiredService<FeedLists>())
        .AddSingleton<FeedBuilder>()
        .AddSingleton<ColumnMap>()
        .AddScoped<ChangePages>()
        .AddSingleton<IPageHead, SiteHead>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var addresses = endpoints.ServiceProvider.GetRequiredService<SiteAddresses>();
        FeedEndpoint.Map(endpoints);
        SitemapEndpoint.Map(endpoints);
        RobotsEndpoint.Map(endpoints);
        OpenSearchEndpoint.Map(endpoints);
        DcatEndpoint.Map(endpoints);
        ChangesEndpoint.Map(endpoints, addresses.Api);
    }
}
