using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Desk.Pages;

/// <summary>The second factor: a code of the authenticator app, or a recovery code.</summary>
[AllowAnonymous]
[EnableRateLimiting(DeskServices.SignInLimit)]
internal sealed class SignInCodeModel(SignIns signIns) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public string? Fault { get; private set; }

    public void OnGet() => Heading = L["验证码"];

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (await signIns.TryCodeAsync(code ?? "") == SignInOutcome.Done)
            return this.Back(ReturnUrl);
        (Heading, Fault) = (L["验证码"], L["验证码不对、已经用过，或者登录等得太久。请等下一个验证码再试，或者从头登录。"]);
        return Page();
    }
}
