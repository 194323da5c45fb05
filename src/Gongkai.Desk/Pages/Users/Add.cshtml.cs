using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Users;

/// <summary>Where an account is made.</summary>
[RequirePermission(Permissions.ManageUsers)]
internal sealed class AddModel(AccountWork work, RoleNames roles, IssuerChoices issuers) : AccountFormPage(roles, issuers)
{
    public void OnGet() => Heading = L["添加用户"];

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "")] AccountForm form)
    {
        (Heading, Form) = (L["添加用户"], form);
        var outcome = await work.AddAsync(CurrentUser, new() { Name = (form.Name ?? "").Trim(), DisplayName = (form.DisplayName ?? "").Trim(), Roles = form.Roles, Issuers = form.Issuers });
        (Faults, MadePassword) = (outcome.Faults, outcome.Password);
        return Page();
    }
}
