using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Discovery;

/// <summary><c>/robots.txt</c>: everything may be read but the answers to searches, of which there is no end. It names no address that people do not know of.</summary>
/// <remarks>RFC 9309.</remarks>
internal static class RobotsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapRead("/robots.txt", (HttpContext http, SiteSettings site, SiteAddresses addresses) => SendAsync(http, Text(http.Request.PathBase.ToUriComponent(), SiteOrigin.Of(http, site), addresses)))
        .WithName("Gongkai.Robots").ExcludeFromDescription();

    /// <summary>The text.</summary>
    /// <param name="pathBase">Below which path the site lies; empty for none.</param>
    /// <param name="origin">What absolute addresses begin with.</param>
    /// <param name="addresses">Where the search is.</param>
    internal static string Text(string pathBase, string origin, SiteAddresses addresses) => $"""
        User-agent: *
        Disallow: {pathBase}{addresses.Search}?
        Disallow: {pathBase}/feeds/search.

        Sitemap: {origin}/sitemap.xml

        """.ReplaceLineEndings("\n");

    private static Task SendAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
