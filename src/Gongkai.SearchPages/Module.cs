using Gongkai.Content;
using Gongkai.SearchPages.Api;
using Gongkai.SearchPages.Pages;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.SearchPages;

/// <summary>站内搜索: the search page, the public API, and a page to try it.</summary>
public sealed class Module : IModule
{
    /// <inheritdoc/>
    public string Name => "Gongkai.SearchPages";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddRecipeFeature(this, "站内搜索")
        .AddSingleton(provider => new ReservedRoute(SiteAddresses.SegmentOf(provider.GetRequiredService<SiteAddresses>().Search)))
        .AddSingleton(provider => new ReservedRoute(SiteAddresses.SegmentOf(provider.GetRequiredService<SiteAddresses>().Api)))
        .AddSingleton<SearchPage>()
        .AddSingleton<SearchGuide>()
        .AddSingleton<FacetValues>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var addresses = endpoints.ServiceProvider.GetRequiredService<SiteAddresses>();
        SearchPage.Map(endpoints, addresses);
        ApiPage.Map(endpoints, addresses);
        SearchEndpoint.Map(endpoints, addresses.Api);
        ContentEndpoint.Map(endpoints, addresses.Api);
        TaxonomyEndpoint.Map(endpoints, addresses.Api);
        SuggestionEndpoint.Map(endpoints, addresses.Api);
        SoughtWordEndpoint.Map(endpoints, addresses.Api);
    }
}
