using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Editing;

/// <summary>Registers what edit pages need.</summary>
internal static class EditingServices
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddScoped<ContentEditing>();
        services.AddScoped<RefusedSaves>();
        services.AddScoped<ItemPicking>();
        services.AddScoped<PassageOffers>();
        services.AddScoped<OutdatedQuotes>();
        services.AddScoped<KeptItems>();
        services.AddScoped<EditorContexts>();
        services.AddScoped<WorkingCopyKeeping>();
        services.AddScoped<PreviewItems>();
        services.AddSingleton<PreviewLinks>();
        services.AddHostedService<WorkingCopyCleaning>();
        return services;
    }
}
