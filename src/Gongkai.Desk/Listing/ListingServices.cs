using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Listing;

/// <summary>Registers what lists need.</summary>
internal static class ListingServices
{
    public static IServiceCollection AddListing(this IServiceCollection services)
    {
        services.AddSingleton<ListAccess>();
        services.AddSingleton<StateChips>();
        services.AddScoped<Overview>();
        services.AddScoped<FailedWork>();
        return services;
    }
}
