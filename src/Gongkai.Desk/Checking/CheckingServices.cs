using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Checking;

/// <summary>Registers what the pages of the checks need.</summary>
internal static class CheckingServices
{
    public static IServiceCollection AddChecking(this IServiceCollection services) => services.AddScoped<FindingPlaces>().AddScoped<CheckCounts>().AddSingleton<StoredDocument>();
}
