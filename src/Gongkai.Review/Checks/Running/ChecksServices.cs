using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Review.Checks.Running;

/// <summary>Registers the checks before publication.</summary>
internal static class ChecksServices
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<CheckRulesSource>()
        .AddScoped<Confirmations>()
        .AddScoped<SiteLinks>()
        .AddScoped<ItemGathering>()
        .AddScoped(provider => new ContentChecks(provider.GetRequiredService<ItemGathering>(), provider.GetRequiredService<CheckRulesSource>()))
        .AddScoped<MaskedItems>()
        .AddScoped<IContentHandler, ChecksHandler>()
        .AddScoped<IRecipeStep, ChecksStep>()
        .AddScoped<IRecipeStep, CheckWordsStep>()
        .AddScoped<IRecipeStep, HolidaysStep>();
}
