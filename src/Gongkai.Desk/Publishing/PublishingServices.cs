using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Publishing;

/// <summary>Registers what publishing, withdrawing and comparing need.</summary>
internal static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<ItemActions>();
        services.AddScoped<PublishPanels>();
        services.AddScoped<VersionWording>();
        services.AddScoped<Replacements>();
        return services;
    }
}
