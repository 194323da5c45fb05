using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Discovery;

/// <summary><c>/robots.txt</c>: everything may be read but the answers to searches, of which there is no end. It names no address that people do not know of.</summary>
/// <remarks>RFC 9309.</remarks>
internal static class RobotsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapRead("/robots.txt", (HttpContext http, SiteSettings site, SiteAddresses addresses) => SendAsync(http, Text(RequestLanguage.BareBase(http).ToUriComponent(), SiteOrigin.Bare(http, site), addresses)))
        .WithName("Gongkai.Robots").ExcludeFromDescription();

    /// <summary>The text.</summary>
    /// <param name="pathBase">Below which path the site lies; empty for none.</param>
    /// <param name="origin">What absolute addresses begin with.</param>
    /// <param name="addresses">Where the search is.</param>
    internal static string Text(string pathBase, string origin, SiteAddresses addresses) => $"""
        User-agent: *
        {string.Join('\n', PageLanguage.All.Select(language => language.Segment.Length == 0 ? pathBase : $"{pathBase}/{language.Segment}").Select(start => $"Disallow: {start}{addresses.Search}?\nDisallow: {start}/feeds/search."))}

        Sitemap: {origin}/sitemap.xml

        """.ReplaceLineEndings("\n");

    private static Task SendAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
