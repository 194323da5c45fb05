using Gongkai.Desk.Requests;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages;

/// <summary>Where people choose the desk's language.</summary>
[AllowAnonymous]
internal sealed class LanguageModel(DeskOptions options) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is not null && DeskTexts.Languages.ContainsKey(language))
        {
            Response.Cookies.Append(DeskLanguage.Cookie, language, new()
            {
                Path = Request.PathBase + options.Path,
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                IsEssential = true,
            });
        }

        return this.Back(returnUrl);
    }
}
