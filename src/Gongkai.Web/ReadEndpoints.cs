using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Web;

/// <summary>How modules map what is only read.</summary>
public static class ReadEndpoints
{
    private static readonly HttpMethodMetadata GetAndHead = new([HttpMethods.Get, HttpMethods.Head]);

    /// <summary>Maps an address that answers GET and HEAD, in a home that does not turn one into the other, too. The server leaves the body of HEAD out by itself.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="pattern">The route's pattern.</param>
    /// <param name="handler">The handler.</param>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        endpoints.MapGet(pattern, handler).WithMetadata(GetAndHead);
}
