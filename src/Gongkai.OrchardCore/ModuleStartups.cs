using Gongkai.Search;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace Gongkai.OrchardCore;

/// <summary>Hosts one of our modules as a feature.</summary>
/// <param name="module">The module.</param>
public abstract class ModuleStartup(IModule module) : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) => module.ConfigureServices(services);

    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        var group = routes.MapGroup("");
        group.AddEndpointFilter(AskForPatience);
        module.MapEndpoints(group);
    }

    /// <summary>A tenant serves while its first index is built, which takes a while where there is much content.</summary>
    private static async ValueTask<object?> AskForPatience(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<SearchIndex>().IsServing)
            return await next(context);
        context.HttpContext.Response.Headers.RetryAfter = "5";
        return Results.Text("正在建立搜索索引，请稍候再试。", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>政府信息公开目录.</summary>
[Feature("Gongkai.Catalogue")]
public sealed class CatalogueStartup() : ModuleStartup(new Catalogue.Module())
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddDataMigration<CatalogueMigrations>();
    }
}

/// <summary>政策解读.</summary>
[Feature("Gongkai.Interpretations")]
public sealed class InterpretationsStartup() : ModuleStartup(new Interpretations.Module())
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddDataMigration<InterpretationMigrations>();
    }
}

/// <summary>政策简明问答.</summary>
[Feature("Gongkai.PolicyQuestions")]
public sealed class PolicyQuestionsStartup() : ModuleStartup(new PolicyQuestions.Module())
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddDataMigration<PolicyQuestionMigrations>();
    }
}

/// <summary>Search page and API.</summary>
[Feature("Gongkai.SearchPages")]
public sealed class SearchPagesStartup() : ModuleStartup(new SearchPages.Module())
{
    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.UseMiddleware<SearchClicks>();
        base.Configure(app, routes, serviceProvider);
        // Where the other home has it, and where layouts and their scripts look for it unless they are told.
        foreach (var address in (string[])["", "/suggestions", "/search/words"])
            routes.MapGet("/api" + address, (HttpRequest request) => Results.LocalRedirect($"~{Startup.ApiAddress}{address}{request.QueryString}")).ExcludeFromDescription();
    }
}
