using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Languages;

/// <summary>In which language a request is answered: its address says it, else its cookie, else its browser's wish, else it is the default.</summary>
public static class RequestLanguage
{
    /// <summary>The language of the answer.</summary>
    public static PageLanguage Of(HttpContext http) => OfAddress(http) ?? OfReader(http.Request);

    /// <summary>The language that the address names; null where it names none.</summary>
    public static PageLanguage? OfAddress(HttpContext http) => http.Features.Get<PageLanguage>();

    /// <summary>The path base without the language: where files and answers are that have none.</summary>
    public static PathString BareBase(HttpContext http) => OfAddress(http) is { } language
        ? new PathString(http.Request.PathBase.Value![..^(language.Segment.Length + 1)])
        : http.Request.PathBase;

    /// <summary>Moves a language that begins the path to the path base, so that every link of the page goes on with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="without">What has languages of its own, and no addresses below one: the desk.</param>
    /// <returns>Whether the path began with one.</returns>
    public static bool TakeFromPath(HttpContext http, PathString without = default)
    {
        var path = http.Request.Path.Value;
        // Longer than a slash and the shortest segment: nearly every request ends here or at the first letter.
        if (path is not { Length: > 2 } || path[1] is not ('e' or 'E' or 'z' or 'Z'))
            return false;
        foreach (var language in PageLanguage.All)
        {
            var length = language.Segment.Length;
            if (length == 0 || path.Length < length + 1 || (path.Length > length + 1 && path[length + 1] != '/') || string.Compare(path, 1, language.Segment, 0, length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var rest = new PathString(path.Length > length + 1 ? path[(length + 1)..] : "/");
            if (without.HasValue && rest.StartsWithSegments(without, StringComparison.OrdinalIgnoreCase))
                return false;
            http.Request.PathBase = http.Request.PathBase.Add("/" + language.Segment);
            http.Request.Path = rest;
            http.Features.Set(language);
            return true;
        }

        return false;
    }

    private static PageLanguage OfReader(HttpRequest request) =>
        (request.Headers.Cookie.Count == 0 ? null : PageLanguage.Find(request.Cookies[LanguageChoice.CookieName])) ?? LanguageChoice.OfHeader(request.Headers.AcceptLanguage);
}
