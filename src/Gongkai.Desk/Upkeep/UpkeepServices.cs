using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Upkeep;

/// <summary>Registers what the pages of upkeep need.</summary>
internal static class UpkeepServices
{
    public static IServiceCollection AddUpkeepPages(this IServiceCollection services) => services.AddSingleton<UpkeepAccess>().AddScoped<UpkeepTasks>();
}
