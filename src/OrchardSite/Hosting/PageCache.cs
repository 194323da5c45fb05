using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace OrchardSite.Hosting;

/// <summary>Caches public pages and answers whole. The key carries the <see cref="SiteVersion"/> and the index: a change makes every older copy unreachable at once.</summary>
/// <remarks>
/// A page that is rendered while a change goes on is stored under the version read before, so no later reader gets it.
/// Parameters that a page does not know, hosts and other headers are not part of the key and cannot fill the cache.
/// </remarks>
internal sealed class PageCache(SiteVersion version, ISearch search) : IOutputCachePolicy
{
    private static readonly string[] ListPaths = ["/search", "/catalogue", "/interpretations", "/questions", "/api"];
    private static readonly string[] Names = [.. SearchQuery.Names];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) && context.HttpContext.GetEndpoint() is not null;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (cacheable, cacheable, cacheable, true);
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.QueryKeys = Array.Exists(ListPaths, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) ? Names : "page";
        context.CacheVaryByRules.CacheKeyPrefix = string.Create(CultureInfo.InvariantCulture, $"{version.Sequence}.{search.Generation}.{AcceptedEncoding.Of(request)}");
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK || context.HttpContext.Response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
