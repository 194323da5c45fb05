using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Users;

/// <summary>Where an account is changed, locked, given a new password.</summary>
[RequirePermission(Permissions.ManageUsers)]
internal sealed class EditModel(AccountWork work, RoleNames roles, IssuerChoices issuers) : AccountFormPage(roles, issuers)
{
    public Gongkai.Content.Account Account { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string name) => await LoadAsync(name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(string name, [Bind(Prefix = "")] AccountForm form)
    {
        if (!await LoadAsync(name))
            return NotFound();
        var outcome = await work.ChangeAsync(CurrentUser, name, form.Version ?? "", form.DisplayName ?? "", form.Roles, form.Issuers, form.StaffNumber ?? "");
        if (outcome.Succeeded)
            return Done(L["{0} 已保存。", Account.Name]);
        form.Name = Account.Name;
        (Form, Faults) = (form, outcome.Faults);
        return Page();
    }

    public async Task<IActionResult> OnPostLockAsync(string name) => await EndAsync(name, await work.LockAsync(CurrentUser, name), L["{0} 已锁定。", name]);

    public async Task<IActionResult> OnPostUnlockAsync(string name) => await EndAsync(name, await work.UnlockAsync(CurrentUser, name), L["{0} 已解除锁定。", name]);

    public async Task<IActionResult> OnPostTwoFactorAsync(string name) => await EndAsync(name, await work.ResetTwoFactorAsync(CurrentUser, name), L["{0} 的两步验证已取消。", name]);

    /// <summary>Shown at once, not after a redirect: the password is written nowhere.</summary>
    public async Task<IActionResult> OnPostResetAsync(string name)
    {
        var outcome = await work.ResetPasswordAsync(CurrentUser, name);
        if (!await LoadAsync(name))
            return NotFound();
        (Faults, MadePassword) = (outcome.Faults, outcome.Password);
        return Page();
    }

    private async Task<IActionResult> EndAsync(string name, AccountOutcome outcome, string done)
    {
        if (outcome.Succeeded)
            return Done(done);
        if (!await LoadAsync(name))
            return NotFound();
        Faults = outcome.Faults;
        return Page();
    }

    private RedirectToPageResult Done(string message)
    {
        Tell(message);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(string name)
    {
        if (await work.FindAsync(name) is not { } account)
            return false;
        (Account, Heading) = (account, account.DisplayName.Length > 0 ? account.DisplayName : account.Name);
        Form = new() { Name = account.Name, DisplayName = account.DisplayName, StaffNumber = account.StaffNumber, Roles = [.. account.Roles], Issuers = [.. account.Issuers], Version = account.ConcurrencyStamp };
        return true;
    }
}
