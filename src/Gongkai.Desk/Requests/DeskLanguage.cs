using System.Globalization;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Requests;

/// <summary>The language that somebody chose at the desk; Simplified Chinese until they do.</summary>
internal sealed class DeskLanguage(RequestDelegate next)
{
    public const string Cookie = "desk-language";

    public Task InvokeAsync(HttpContext http)
    {
        DeskTexts.Use(http.Request.Cookies[Cookie]);
        // What forms send and pages show is written alike everywhere, whatever the machine speaks.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(DeskTexts.Language);
        return next(http);
    }
}
