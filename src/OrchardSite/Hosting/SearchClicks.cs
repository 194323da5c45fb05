using Gongkai.Content;
using Gongkai.Web;

namespace OrchardSite.Hosting;

/// <summary>Counts the results of a search that are opened. Stands before the cache, which does not tell one origin from another.</summary>
internal sealed class SearchClicks(RequestDelegate next, ISearchLog log)
{
    private const string Mark = SearchOrigin.Parameter + "=";

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
