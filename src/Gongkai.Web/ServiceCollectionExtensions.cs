using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web;

/// <summary>Registers what modules share of the web.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the builders of lists, facets and columns.</summary>
    public static IServiceCollection AddGongkaiWeb(this IServiceCollection services) =>
        services.AddSingleton<ListEntries>().AddSingleton<FacetLinks>().AddSingleton<YearColumnPage>();
}
