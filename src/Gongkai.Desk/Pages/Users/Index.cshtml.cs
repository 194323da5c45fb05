using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Users;

/// <summary>The accounts.</summary>
[RequirePermission(Permissions.ManageUsers)]
internal sealed class IndexModel(IAccounts accounts, RoleNames roles, IssuerChoices issuers) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    public IReadOnlyList<Gongkai.Content.Account> Accounts { get; private set; } = [];

    public IReadOnlyList<string> Roles => roles.Assignable;

    public string NameOf(string role) => roles.NameOf(role);

    public string RolesOf(Gongkai.Content.Account account) => roles.TextOf(account.Roles);

    public string IssuersOf(Gongkai.Content.Account account) => issuers.TextOf(account.Issuers);

    public async Task OnGetAsync()
    {
        Heading = L["用户"];
        Accounts = [.. (await accounts.ListAsync(HttpContext.RequestAborted)).Where(IsAsked)];
    }

    private bool IsAsked(Gongkai.Content.Account account) =>
        (string.IsNullOrWhiteSpace(Query) || account.Name.Contains(Query.Trim(), StringComparison.OrdinalIgnoreCase) || account.DisplayName.Contains(Query.Trim(), StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(Role) || account.Roles.Contains(Role, StringComparer.OrdinalIgnoreCase));
}
