using Gongkai.Content;
using Gongkai.Review.Checks.Running;
using Gongkai.Review.Deputies;
using Gongkai.Review.Figures;
using Gongkai.Review.Graphs;
using Gongkai.Review.InStep;
using Gongkai.Review.Plain;
using Gongkai.Review.Steps;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Review;

/// <summary>审核: what stands between a draft and its publication. It has no public pages; the desk shows its models and sends its commands.</summary>
public sealed class Module : IModule
{
    /// <inheritdoc/>
    public string Name => "Gongkai.Review";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddRecipeFeature(this, "审核")
        .AddSingleton<ReviewGraphs>()
        .AddScoped<IRecipeStep, ReviewGraphsStep>()
        .AddScoped<IContentHandler, ReviewHandler>()
        .AddScoped<IContentHandler, InStepHandler>()
        .AddScoped<Pairs>()
        .AddScoped<PairTasks>()
        .AddScoped<PlanCheck>()
        .AddScoped<IPublishedTogether>(provider => provider.GetRequiredService<Pairs>())
        .AddScoped<ReviewContext>()
        .AddScoped<ReviewWork>()
        .AddScoped<ReviewLists>()
        .AddScoped<DeputyWork>()
        .AddScoped<FigureWork>()
        .AddSingleton<PlainLanguageSource>()
        .AddChecks()
        .AddUpkeep();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
