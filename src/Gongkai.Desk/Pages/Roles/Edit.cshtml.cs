using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Roles;

/// <summary>What a role may do.</summary>
[RequirePermission(Permissions.ManageRoles)]
internal sealed class EditModel(RoleWork work, RoleNames roles, PermissionNames names, IContentDefinitions definitions) : DeskPage
{
    private HashSet<string> _chosen = new(StringComparer.OrdinalIgnoreCase);

    public string Version { get; private set; } = "";

    public string Description { get; private set; } = "";

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IEnumerable<(string Type, string Title)> Types => definitions.Current.Types.Values
        .Select(type => (type.Name, type.DisplayName)).OrderBy(type => type.Name, StringComparer.Ordinal);

    public bool Has(string permission) => _chosen.Contains(permission);

    public bool HasAnyOf(string contentType) => RoleWork.OfType(contentType).Any(Has);

    public string NameOf(string permission) => names.NameOf(permission);

    public IActionResult OnGet(string role) => Load(role) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string role, string? version, string? description, string[] permissions)
    {
        if (!Load(role))
            return NotFound();
        Faults = await work.ChangeAsync(CurrentUser, role, version ?? "", description ?? "", permissions, HttpContext.RequestAborted);
        if (Faults.Count > 0)
        {
            (_chosen, Description) = (new(permissions, StringComparer.OrdinalIgnoreCase), description ?? "");
            return Page();
        }

        Tell(L["角色“{0}”已保存，马上生效。", roles.NameOf(role)]);
        return RedirectToPage("/Roles/Index");
    }

    private bool Load(string role)
    {
        if (work.Find(role) is not { } stored)
            return false;
        (Heading, Version, Description) = (roles.NameOf(role), RoleWork.VersionOf(stored), roles.DescriptionOf(role));
        _chosen = new(stored.Texts("Permissions"), StringComparer.OrdinalIgnoreCase);
        return true;
    }
}
