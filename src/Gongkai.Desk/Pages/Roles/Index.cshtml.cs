using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Roles;

/// <summary>The roles.</summary>
[RequirePermission(Permissions.ManageRoles)]
internal sealed class IndexModel(ISettings settings, IAccounts accounts, RoleNames names, RoleWork work) : DeskPage
{
    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? name, string? description)
    {
        Faults = await work.AddAsync((name ?? "").Trim(), description ?? "", HttpContext.RequestAborted);
        if (Faults.Count == 0)
            return RedirectToPage("/Roles/Edit", new { role = name!.Trim() });
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Heading = L["角色与权限"];
        var all = await accounts.ListAsync(HttpContext.RequestAborted);
        Roles = [.. settings.Get(SettingsNames.Roles).Select(role => new RoleLine(
            role.Key, names.NameOf(role.Key), names.ExplanationOf(role.Key),
            all.Count(account => account.Roles.Contains(role.Key, StringComparer.OrdinalIgnoreCase)),
            role.Value is System.Text.Json.Nodes.JsonObject json ? json.Texts("Permissions").Count : 0))];
    }

    /// <summary>A role in the list.</summary>
    internal sealed record RoleLine(string Name, string Title, string Description, int Users, int Permissions);
}
