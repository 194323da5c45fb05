using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Desk.Pages.Account;

/// <summary>Where one sets up one's own second factor.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[BeforeReady]
[EnableRateLimiting(DeskServices.SignInLimit)]
internal sealed class TwoFactorModel(OwnAccount own, DeskOptions options, SiteSettings site) : DeskPage
{
    public Gongkai.Content.Account Account { get; private set; } = new();

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string? Fault { get; private set; }

    public string? Key => Account.AuthenticatorKey;

    public bool IsRequired => CurrentUser.Roles.Any(role => options.TwoFactorRoles.Contains(role, StringComparer.OrdinalIgnoreCase));

    public string Picture => QrPicture.SvgOf(
        $"otpauth://totp/{Uri.EscapeDataString(site.SiteName)}:{Uri.EscapeDataString(CurrentUser.Name)}?secret={Key}&issuer={Uri.EscapeDataString(site.SiteName)}", L["两步验证的二维码"]);

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostStartAsync()
    {
        await own.MakeKeyAsync(CurrentUser.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOnAsync(string? code)
    {
        RecoveryCodes = await own.TurnTwoFactorOnAsync(CurrentUser.Name, code ?? "");
        Fault = RecoveryCodes.Count > 0 ? null : L["验证码不对。请看手机的时间是否准确，等下一个验证码再试。"];
        return await LoadAsync();
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password)
    {
        RecoveryCodes = await own.RenewRecoveryCodesAsync(CurrentUser.Name, password ?? "");
        Fault = RecoveryCodes.Count > 0 ? null : L["现在的密码不对。"];
        return await LoadAsync();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password)
    {
        if (IsRequired)
            return StatusCode(Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden);
        if (await own.TurnTwoFactorOffAsync(CurrentUser.Name, password ?? ""))
        {
            Tell(L["两步验证已关闭。"]);
            return RedirectToPage("/Account/Index");
        }

        Fault = L["现在的密码不对。"];
        return await LoadAsync();
    }

    private async Task<IActionResult> LoadAsync()
    {
        (Heading, Account) = (L["两步验证"], await own.ReadAsync(CurrentUser.Name));
        return Page();
    }
}
