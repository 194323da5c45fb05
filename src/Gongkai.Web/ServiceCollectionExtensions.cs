using Gongkai.Content;
using Gongkai.Web.Glossary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Web;

/// <summary>Registers what modules share of the web.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the builders of lists, facets and columns. The home adds <see cref="IPageRenderer"/>, and <see cref="SiteAddresses"/> where the usual ones are taken.</summary>
    public static IServiceCollection AddGongkaiWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(new SiteAddresses());
        services.AddSingleton<SiteGlossary>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<SiteGlossary>());
        return services.AddSingleton<ListEntries>().AddSingleton<FacetLinks>().AddSingleton<YearColumnPage>();
    }
}
