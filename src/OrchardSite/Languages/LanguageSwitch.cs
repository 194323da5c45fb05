using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.WebUtilities;

namespace OrchardSite.Languages;

/// <summary>Takes a reader's choice of language from a link, <c>?language=zh-Hans</c>: keeps it in a cookie and leads to the page in it.</summary>
/// <remarks>A link, because it must work where a plain web server gives the pages out, which shows the page itself. It changes nothing but a cookie of the reader's own.</remarks>
internal static class LanguageSwitch
{
    private const string Mark = LanguageLinks.Parameter + "=";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The language that a request chooses; null when it chooses none.</summary>
    public static PageLanguage? Of(HttpContext http, string deskPath)
    {
        var request = http.Request;
        if (request.QueryString.Value is not { Length: > 1 } query || !query.Contains(Mark, StringComparison.Ordinal) || !HttpMethods.IsGet(request.Method)
            || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments(deskPath, StringComparison.OrdinalIgnoreCase))
            return null;
        return request.Query[LanguageLinks.Parameter] is [var code] ? PageLanguage.Find(code) : null;
    }

    /// <summary>Keeps the choice and leads to the page.</summary>
    public static Task TakeAsync(HttpContext http, PageLanguage language)
    {
        // Another site's address would begin like this.
        if (http.Request.Path.Value is not (['/'] or ['/', not ('/' or '\\'), ..]))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // Script may change it at once, so it is not hidden from script; it tells nothing of anybody.
        http.Response.Cookies.Append(LanguageChoice.CookieName, language.Code,
            new() { Path = "/", MaxAge = Kept, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = RequestLanguage.BareBase(http).ToUriComponent() + (language.Segment.Length == 0 ? "" : "/" + language.Segment) + http.Request.Path.ToUriComponent() + WithoutChoice(http.Request.QueryString.Value!);
        http.Response.StatusCode = StatusCodes.Status302Found;
        return Task.CompletedTask;
    }

    private static string WithoutChoice(string query)
    {
        var rest = new List<string>();
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            if (!parameter.DecodeName().Span.Equals(LanguageLinks.Parameter, StringComparison.OrdinalIgnoreCase))
                rest.Add($"{parameter.EncodedName}={parameter.EncodedValue}");
        }

        return rest.Count == 0 ? "" : "?" + string.Join('&', rest);
    }
}
