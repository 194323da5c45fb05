using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Desk.Pages.Account;

/// <summary>Where one changes one's own password.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[BeforeReady]
[EnableRateLimiting(DeskServices.SignInLimit)]
internal sealed class PasswordModel(OwnAccount own) : DeskPage
{
    public bool MustChange => HttpContext.Features.Get<SignedIn>()!.Account.MustChangePassword;

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void OnGet() => Heading = L["修改密码"];

    public async Task<IActionResult> OnPostAsync(string? current, string? chosen, string? again)
    {
        Heading = L["修改密码"];
        Faults = chosen == again ? await own.ChangePasswordAsync(CurrentUser.Name, current ?? "", chosen ?? "") : [L["两次输入的新密码不一样。"]];
        if (Faults.Count > 0)
            return Page();
        Tell(L["密码已修改，其他地方的登录已经退出。"]);
        return RedirectToPage("/Index");
    }
}
