using Gongkai.Desk.Bulk;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk;

/// <summary>Registers lists, bulk work, publishing and withdrawing.</summary>
internal static class ListingServices
{
    public static IServiceCollection AddListing(this IServiceCollection services)
    {
        services.AddSingleton<ListAccess>();
        services.AddSingleton<StateChips>();
        services.AddScoped<Overview>();
        services.AddScoped<ItemActions>();
        services.AddScoped<PublishPanels>();
        services.AddScoped<VersionWording>();
        services.AddScoped<Replacements>();
        services.AddScoped<BulkItems>();
        services.AddSingleton<BulkJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<BulkJobs>());
        return services;
    }
}
