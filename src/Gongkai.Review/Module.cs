using Gongkai.Review.Checks.Running;
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
    public void ConfigureServices(IServiceCollection services) => services.AddChecks();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
