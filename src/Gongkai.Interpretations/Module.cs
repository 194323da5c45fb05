using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Interpretations;

/// <summary>政策解读: interpretations of policies, linked both ways, in a column by year.</summary>
public sealed class Module : IModule
{
    internal static readonly YearColumn Column = new("PolicyInterpretation", "/interpretations", "政策解读", "GongkaiInterpretations", "政策解读",
        "由起草部门对主动公开的政策文件所作的解读。");

    /// <inheritdoc/>
    public string Name => "Gongkai.Interpretations";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddRecipeFeature(this, "政策解读")
        .AddSingleton(Column)
        .AddSingleton(new ReservedRoute("interpretations", "PolicyInterpretation", MinimumSegments: 3))
        .AddScoped<IContentHandler, PolicyInterpretationHandler>()
        .AddScoped<IItemPage, PolicyInterpretationPage>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => YearColumnPage.Map(endpoints, Column, Name);
}
