using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Searching;

/// <summary>Registers what the search desk needs.</summary>
internal static class SearchingServices
{
    public static IServiceCollection AddSearching(this IServiceCollection services)
    {
        services.AddScoped<VocabularyEditing>();
        services.AddScoped<PickTargets>();
        return services;
    }
}
