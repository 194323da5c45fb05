using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>Middleware that counts the results of a search that are opened. Stands before a cache, which does not tell one origin from another.</summary>
/// <param name="next">Answers the request.</param>
/// <param name="log">Counts.</param>
public sealed class SearchClicks(RequestDelegate next, ISearchLog log)
{
    private const string Mark = SearchOrigin.Parameter + "=";

    /// <summary>Counts a request that says from which search it comes, and passes every request on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.QueryString.Value is { Length: > 0 } query && query.Contains(Mark, StringComparison.Ordinal) && HttpMethods.IsGet(http.Request.Method))
            Count(http.Request);
        return next(http);
    }

    private void Count(HttpRequest request)
    {
        // What comes in an address is anybody's: only what would be counted as a search is.
        if (SearchOrigin.Read(request.Query) is { } origin && log.KeyOf(origin.Query) is { } key)
            log.Clicked(key, origin.Position);
    }
}
