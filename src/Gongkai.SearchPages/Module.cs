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
        .AddSingleton(new ReservedRoute("search"))
        .AddSingleton(new ReservedRoute("api"))
        .AddSingleton<SearchPage>()
        .AddSingleton<FacetValues>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SearchPage.Map(endpoints);
        ApiPage.Map(endpoints);
        SearchEndpoint.Map(endpoints);
        ContentEndpoint.Map(endpoints);
        TaxonomyEndpoint.Map(endpoints);
    }
}
