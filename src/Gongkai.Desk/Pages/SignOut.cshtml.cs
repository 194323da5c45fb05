using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages;

/// <summary>Where people sign out; a form leads here, no link does.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignIns signIns) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.SignOutAsync(CurrentUser);
        return RedirectToPage("/SignIn");
    }
}
