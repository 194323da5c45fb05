using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Content;

/// <summary>Registers the model's own services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds what both homes share. The home adds the ports.</summary>
    public static IServiceCollection AddGongkaiContent(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ReservedRoutes>();
        services.AddSingleton<ContentValidator>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<Taxonomies>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<Taxonomies>());
        services.AddScoped<IContentHandler, ReferenceTypesHandler>();
        services.AddScoped<IContentHandler, GeneratedTextHandler>();
        services.AddScoped<IContentHandler, AutorouteHandler>();
        services.AddScoped<IContentHandler, ScheduleHandler>();
        return services;
    }
}
