using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Accounts;

/// <summary>Users and roles in the left column.</summary>
internal sealed class UsersArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) =>
    [
        new(DeskGroup.Site, 10, "/Users/Index", "用户", Permissions.ManageUsers),
        new(DeskGroup.Site, 20, "/Roles/Index", "角色与权限", Permissions.ManageRoles),
    ];
}
