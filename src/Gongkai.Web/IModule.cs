using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web;

/// <summary>A module: one capability of the site, in either home.</summary>
/// <remarks>
/// Its templates are embedded from <c>Views/</c>, its definitions from <c>Recipes/</c>; the pieces that templates of several modules share are embedded
/// in this assembly. A theme overrides each by a file of the same name. A page that a module does not have is a status without a body: the home shows its own.
/// Addresses in page models begin with <c>/</c>; templates put the request's path base before them.
/// </remarks>
public interface IModule
{
    /// <summary>The feature's name, as <c>Gongkai.Catalogue</c>.</summary>
    string Name { get; }

    /// <summary>Registers the module's services: handlers, reserved routes, its feature.</summary>
    void ConfigureServices(IServiceCollection services);

    /// <summary>Maps the module's endpoints; their names begin with the module's.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);
}
