using Gongkai.Web.Languages;

namespace OrchardSite.Languages;

/// <summary>The languages of the public pages on the way of a request.</summary>
internal static class PageLanguages
{
    /// <summary>Stands before everything that looks at the path: the language of an address moves to its path base, and a reader's choice is taken.</summary>
    public static IApplicationBuilder UseLanguageAddresses(this IApplicationBuilder app, string deskPath) => app.Use((http, next) =>
    {
        RequestLanguage.TakeFromPath(http, deskPath);
        return LanguageSwitch.Of(http, deskPath) is { } language ? LanguageSwitch.TakeAsync(http, language) : next(http);
    });

    /// <summary>Makes the pages from here on in the language of the request. Stands after the cache, which knows the language by itself.</summary>
    public static IApplicationBuilder UsePageLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        RequestLanguage.Of(http).Use();
        return next(http);
    });
}
