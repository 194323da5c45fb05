using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Desk.Pages;

/// <summary>To the organisation's own sign-in, and back from it.</summary>
[AllowAnonymous]
[EnableRateLimiting(DeskServices.SignInLimit)]
internal sealed class SignInWithModel(ExternalSignIn external, DeskOptions options) : DeskPage
{
    public string Fault { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (options.OpenIdConnect is null)
            return NotFound();
        var (succeeded, name) = await external.FinishAsync();
        if (succeeded)
            return this.Back(returnUrl);
        Heading = L["没有登录"];
        Fault = name is null ? L["统一登录没有完成，请再试一次。"] : L["“{0}”在这里没有可用的账户，请联系管理员。", name];
        return Page();
    }

    public IActionResult OnPost(string? returnUrl) => options.OpenIdConnect is null
        ? NotFound()
        : Challenge(external.Challenge(Url.Page("/SignInWith", new { returnUrl })), ExternalSignIn.Scheme);
}
