using Gongkai.Content;
using Gongkai.Review.Upkeep;
using Gongkai.Review.Upkeep.Freshness;
using Gongkai.Review.Upkeep.Links;
using Gongkai.Review.Upkeep.Quotes;
using Gongkai.Review.Upkeep.SiteChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Review;

/// <summary>Registers what looks after things that are public already.</summary>
internal static class UpkeepServices
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.TryAddSingleton(new LinkCheckOptions());
        return services
            .AddScoped<UpkeepPeople>()
            .AddScoped<OverdueWork>()
            .AddScoped<StaleColumns>()
            .AddScoped<IRecipeStep, FreshnessStep>()
            .AddScoped<DeadLinks>()
            .AddScoped<LinkFollowing>()
            .AddSingleton<LinkVisitor>()
            .AddSingleton<LinkCheckWork>()
            .AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<LinkCheckWork>())
            .AddSingleton<QuoteVerdicts>()
            .AddScoped<StrayQuotes>()
            .AddScoped<SiteCheckRuns>()
            .AddSingleton<SiteCheckWork>()
            .AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<SiteCheckWork>());
    }
}
