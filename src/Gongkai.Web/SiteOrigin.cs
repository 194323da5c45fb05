using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>The beginning of the site's absolute addresses, for answers that may have no others: maps, feeds, catalogues.</summary>
public static class SiteOrigin
{
    /// <summary>The configured address of the site with the path base. Where none is configured it is the request's own, and the answer says that no cache may give it to others: whoever sends a request says what its host is.</summary>
    public static string Of(HttpContext http, SiteSettings site)
    {
        if (site.BaseUrl.Length > 0)
            return site.BaseUrl + http.Request.PathBase.ToUriComponent();
        http.Response.Headers.CacheControl = "private, no-cache";
        return $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{http.Request.PathBase.ToUriComponent()}";
    }
}
