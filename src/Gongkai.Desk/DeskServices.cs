using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Audit;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Figures;
using Gongkai.Desk.Files;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Media;
using Gongkai.Desk.Publishing;
using Gongkai.Desk.Recipes;
using Gongkai.Desk.Requests;
using Gongkai.Desk.Routing;
using Gongkai.Desk.Searching;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;
using Gongkai.Desk.Upkeep;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Desk;

/// <summary>Puts the desk into a home.</summary>
public static class DeskServices
{
    /// <summary>The policy of rate limits for pages where people sign in.</summary>
    internal const string SignInLimit = "Gongkai.Desk.SignIn";

    /// <summary>Adds the desk's pages and what they need. The home has the ports, and a store of accounts.</summary>
    public static IServiceCollection AddGongkaiDesk(this IServiceCollection services, Action<DeskOptions>? configure = null)
    {
        var options = new DeskOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton(new ReservedRoute(options.Segment));
        services.AddSingleton(new AllowedNetworks(options.AllowedNetworks));
        services.AddSingleton<DeskTexts>();
        services.AddSingleton<DeskTimes>();
        services.AddSingleton<DeskMenu>();
        services.AddSingleton<RecipeRights>();
        services.AddSingleton<AuditState>();
        foreach (var area in typeof(DeskServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDeskArea))))
            services.AddSingleton(typeof(IDeskArea), area);
        services.AddAccounts(options);
        services.AddListing();
        services.AddFigures();
        services.AddSearching();
        services.AddPublishing();
        services.AddBulk();
        services.AddEditing();
        services.AddChecking();
        services.AddUpkeepPages();
        services.AddMedia();
        services.AddRateLimiter(limits => limits.AddPolicy(SignInLimit, http => LimitOf(http, options)).RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new PagesBelow(options.Path));
            pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(HandlerGate)));
        }).ConfigureApplicationPartManager(parts => DeskParts.Only(parts, Assembly.GetExecutingAssembly()));
        services.AddSingleton<HandlerGate>();
        // Chinese is written as it is.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>Says who is behind a request to the desk. Stands before the page cache, which leaves the desk's addresses alone.</summary>
    public static IApplicationBuilder UseGongkaiDesk(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<DeskOptions>();
        var networks = app.ApplicationServices.GetRequiredService<AllowedNetworks>();
        return app.UseWhen(http => IsBelow(http, options) && networks.Contains(http.Connection.RemoteIpAddress), desk =>
        {
            desk.Use((http, next) =>
            {
                if (!DeskRequest.Is(http))
                    http.Features.Set(new DeskRequest());
                return next(http);
            });
            desk.UseMiddleware<DeskLanguage>();
            desk.UseMiddleware<DeskProblems>();
            desk.UseAuthentication();
        });
    }

    /// <summary>Lets through to an endpoint of the desk whoever may go there. Stands after routing and after the pages of errors.</summary>
    public static IApplicationBuilder UseGongkaiDeskGate(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<DeskOptions>();
        return app.UseWhen(http => IsBelow(http, options), desk =>
        {
            desk.UseRateLimiter();
            desk.UseMiddleware<DeskGate>();
        });
    }

    /// <summary>Maps the desk's pages and all else below its address: nothing there is a public page.</summary>
    public static IEndpointRouteBuilder MapGongkaiDesk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorPages();
        var desk = endpoints.MapGroup(endpoints.ServiceProvider.GetRequiredService<DeskOptions>().Path).ExcludeFromDescription();
        DeskFileEndpoint.Map(desk);
        foreach (var area in endpoints.ServiceProvider.GetServices<IDeskArea>())
            area.MapEndpoints(desk);
        desk.Map("/{**path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithName("Gongkai.Desk.Missing").WithMetadata(new AllowAnonymousAttribute());
        return endpoints;
    }

    private static bool IsBelow(HttpContext http, DeskOptions options) => http.Request.Path.StartsWithSegments(options.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reading the page is free; trying a password or a code is not.</summary>
    private static RateLimitPartition<string> LimitOf(HttpContext http, DeskOptions options) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = options.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("");
}
