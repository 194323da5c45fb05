using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>A page's addresses in the languages of the site.</summary>
public static class LanguageLinks
{
    /// <summary>The parameter by which a reader chooses a language, a code in it. Only the default needs it: its addresses name no language.</summary>
    public const string Parameter = "language";

    /// <summary>The metadata with the page's addresses in all languages.</summary>
    /// <param name="http">The request.</param>
    /// <param name="metadata">The page's metadata.</param>
    public static PageMetadata With(HttpContext http, PageMetadata metadata)
    {
        var bare = RequestLanguage.BareBase(http).ToUriComponent();
        var path = http.Request.Path.ToUriComponent();
        // Of the request's own parameters nothing is shown: kept pages are everybody's.
        var (canonical, asked) = (metadata.Canonical ?? path, metadata.Asked ?? metadata.Canonical ?? path);
        return metadata with
        {
            CanonicalBase = BaseOf(PageLanguage.Current, bare),
            Languages = [.. PageLanguage.All.Select(language => new LanguageLink(
                language.Code, language.Name, BaseOf(language, bare) + Chosen(language, asked), BaseOf(language, bare) + canonical, language == PageLanguage.Current, language == PageLanguage.Simplified))],
        };
    }

    private static string BaseOf(PageLanguage language, string bare) => language.Segment.Length == 0 ? bare : $"{bare}/{language.Segment}";

    private static string Chosen(PageLanguage language, string asked) =>
        language.Segment.Length > 0 || language == PageLanguage.Current ? asked : $"{asked}{(asked.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={language.Code}";
}
