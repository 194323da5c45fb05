using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Bulk;

/// <summary>Registers work on many items.</summary>
internal static class BulkServices
{
    public static IServiceCollection AddBulk(this IServiceCollection services)
    {
        services.AddScoped<BulkItems>();
        services.AddSingleton<BulkJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<BulkJobs>());
        return services;
    }
}
