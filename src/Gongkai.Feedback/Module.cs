using Gongkai.Content;
using Gongkai.Feedback.Errors;
using Gongkai.Feedback.Useful;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Feedback;

/// <summary>读者反馈: what readers say is wrong on a page (纠错), and whether they found it useful. Nobody says who they are.</summary>
/// <remarks>It has no content of its own, so no recipe and no feature: a home registers it with the others.</remarks>
public sealed class Module : IModule
{
    /// <summary>Where readers say what is wrong.</summary>
    public const string ReportAddress = "/report";

    /// <summary>Where readers say whether a page was useful.</summary>
    public const string UsefulAddress = "/useful";

    /// <inheritdoc/>
    public string Name => "Gongkai.Feedback";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton(new FeedbackOptions());
        services
            .AddSingleton(new ReservedRoute(ReportAddress.TrimStart('/')))
            .AddSingleton(new ReservedRoute(UsefulAddress.TrimStart('/')))
            .AddSingleton<FeedbackLimits>()
            .AddSingleton<UsefulCounters>()
            .AddSingleton<UsefulEndpoint>()
            .AddSingleton<FeedbackWork>()
            .AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<FeedbackWork>())
            .AddScoped<ReportPage>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ReportPage.Map(endpoints);
        UsefulEndpoint.Map(endpoints);
    }
}
