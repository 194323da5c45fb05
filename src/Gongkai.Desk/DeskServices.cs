using System.Reflection;
using Gongkai.Content;
using Gongkai.Desk.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk;

/// <summary>Puts the desk into a home.</summary>
public static class DeskServices
{
    /// <summary>Adds the desk's pages and what they need.</summary>
    public static IServiceCollection AddGongkaiDesk(this IServiceCollection services, Action<DeskOptions>? configure = null)
    {
        var options = new DeskOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton(new ReservedRoute(options.Segment));
        services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new PageRouteTransformerConvention(new KebabCase()));
            pages.Conventions.Add(new PagesBelow(options.Path));
        }).ConfigureApplicationPartManager(parts => DeskParts.Only(parts, Assembly.GetExecutingAssembly()));
        return services;
    }

    /// <summary>Maps the desk's pages and all else below its address: nothing there is a public page.</summary>
    public static IEndpointRouteBuilder MapGongkaiDesk(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<DeskOptions>();
        endpoints.MapRazorPages();
        endpoints.Map(options.Path + "/{**path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithName("Gongkai.Desk.Missing").ExcludeFromDescription();
        return endpoints;
    }
}
