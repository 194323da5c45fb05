using Gongkai.Content;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>The beginning of the site's absolute addresses, for answers that may have no others: maps, feeds, catalogues.</summary>
public static class SiteOrigin
{
    /// <summary>The configured address of the site with the path base. Where none is configured it is the request's own, and the answer says that no cache may give it to others: whoever sends a request says what its host is.</summary>
    public static string Of(HttpContext http, SiteSettings site) => Of(http, site, http.Request.PathBase);

    /// <summary>The same without the language of the request's address: for answers that have none, as the map of the site, and for what identifies something.</summary>
    public static string Bare(HttpContext http, SiteSettings site) => Of(http, site, RequestLanguage.BareBase(http));

    private static string Of(HttpContext http, SiteSettings site, PathString pathBase)
    {
        if (site.BaseUrl.Length > 0)
            return site.BaseUrl + pathBase.ToUriComponent();
        http.Response.Headers.CacheControl = "private, no-cache";
        return $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{pathBase.ToUriComponent()}";
    }
}
