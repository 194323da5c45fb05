using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Desk.Pages;

/// <summary>Where people sign in.</summary>
[AllowAnonymous]
[EnableRateLimiting(DeskServices.SignInLimit)]
internal sealed class SignInModel(SignIns signIns, DeskOptions options) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public string? Name { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>What the button to the organisation's own sign-in says; null where there is none.</summary>
    public string? ExternalLabel => options.OpenIdConnect?.Label;

    public IActionResult OnGet()
    {
        Heading = L["登录"];
        return CurrentUser.IsSignedIn ? RedirectToPage("/Index") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        switch (await signIns.TryPasswordAsync(name ?? "", password ?? ""))
        {
            case SignInOutcome.Done:
                return this.Back(ReturnUrl);
            case SignInOutcome.NeedsCode:
                return RedirectToPage("/SignInCode", new { ReturnUrl });
            default:
                (Heading, Name) = (L["登录"], name);
                Fault = L["用户名或密码不对，或者账户已锁定。连续输错 5 次，账户会锁定 15 分钟。"];
                return Page();
        }
    }
}
