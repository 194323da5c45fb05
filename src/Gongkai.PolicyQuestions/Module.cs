using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Glossary;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.PolicyQuestions;

/// <summary>政策简明问答: numbered issues that answer what people ask about a policy, in a column by year.</summary>
public sealed class Module : IModule
{
    internal static readonly YearColumn Column = new("QaIssue", "/questions", "政策简明问答", "GongkaiQuestions", "回应关切",
        "用一问一答和简单朴素的语言说明政策文件中公众最关心的内容。");

    /// <inheritdoc/>
    public string Name => "Gongkai.PolicyQuestions";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddRecipeFeature(this, "政策简明问答")
        .AddSingleton(Column)
        .AddSingleton(new ReservedRoute("questions", "QaIssue", MinimumSegments: 3))
        .AddSingleton(new ReservedRoute(GlossaryTerm.PagePath.TrimStart('/')))
        .AddSingleton<GlossaryPage>()
        .AddScoped<IContentHandler, QaIssueHandler>()
        .AddScoped<IItemPage, QaIssuePage>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        YearColumnPage.Map(endpoints, Column, Name);
        GlossaryPage.Map(endpoints);
    }
}
