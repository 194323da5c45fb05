using Gongkai.Content;

namespace OrchardSite.Rewriting;

/// <summary>Registers redirects and rewrites and puts them on the way of a request.</summary>
internal static class RewritingExtensions
{
    /// <summary>Adds the rules and the recipe step that brings them.</summary>
    public static IServiceCollection AddSiteRewriting(this IServiceCollection services) => services
        .AddSingleton<RewriteRules>()
        .AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<RewriteRules>())
        .AddScoped<IRecipeStep, UrlRewritingStep>();

    /// <summary>Redirects and rewrites what is read; without rules nothing is looked at.</summary>
    /// <param name="app">The way of a request.</param>
    /// <param name="redirected">What a redirect, which ends that way here, still passes.</param>
    public static IApplicationBuilder UseSiteRewriting(this IApplicationBuilder app, Action<IApplicationBuilder> redirected)
    {
        var branch = app.New();
        redirected(branch);
        branch.Run(_ => Task.CompletedTask);
        var redirect = branch.Build();
        var rules = app.ApplicationServices.GetRequiredService<RewriteRules>();
        return app.Use((http, next) =>
        {
            var current = rules.Current;
            return current.Count > 0 && HttpMethods.IsGet(http.Request.Method) && IsAnswered(http, current) ? redirect(http) : next(http);
        });
    }

    private static bool IsAnswered(HttpContext http, IReadOnlyList<RewriteRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Apply(http.Request.Path.Value ?? "/", http.Request.QueryString) is not var (path, query))
                continue;
            if (rule.Status is { } status)
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = http.Request.PathBase.ToUriComponent() + path.ToUriComponent() + query.ToUriComponent();
                return true;
            }

            (http.Request.Path, http.Request.QueryString) = (path, query);
            if (rule.IsLast)
                break;
        }

        return false;
    }
}
