using Gongkai.Catalogue.Entries;
using Gongkai.Catalogue.Pages;
using Gongkai.Catalogue.Standards;
using Gongkai.Catalogue.Tables;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Catalogue;

/// <summary>政府信息公开目录: disclosure entries, their taxonomies, and the catalogue that the public walks.</summary>
public sealed class Module : IModule
{
    /// <inheritdoc/>
    public string Name => "Gongkai.Catalogue";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddRecipeFeature(this, "政府信息公开目录")
        .AddSingleton(new ReservedRoute("catalogue"))
        .AddSingleton(new ReservedRoute("entries", "DisclosureEntry", MinimumSegments: 2))
        .AddScoped<IContentHandler, DisclosureEntryHandler>()
        .AddScoped<IItemPage, DisclosureEntryPage>()
        .AddSingleton<CataloguePage>()
        .AddSingleton<IssuerLetters>()
        .AddSingleton<NeighbourLinks>()
        .AddSingleton<CatalogueWays>()
        .AddSingleton<IMapAddresses>(provider => provider.GetRequiredService<CatalogueWays>())
        .AddSingleton<TableAnswer>()
        .AddSingleton<ListDownload>()
        .AddSingleton(ListDownload.Addresses)
        .AddSingleton(new ReservedRoute("standards", StandardItemPart.PartName, MinimumSegments: 2))
        .AddSingleton<IItemTable, StandardItemTable>()
        .AddScoped<IItemPage, StandardItemPage>()
        .AddSingleton<StandardItems>()
        .AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StandardItems>())
        .AddSingleton<IFacetNames>(provider => provider.GetRequiredService<StandardItems>())
        .AddSingleton<StandardOverview>()
        .AddSingleton<StandardPages>()
        .AddScoped<StandardDownload>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CataloguePage.Map(endpoints);
        StandardPages.Map(endpoints);
        ListDownload.Map(endpoints);
        StandardDownload.Map(endpoints);
    }
}
