namespace Gongkai.Desk.Tests.Doors;

/// <summary>Users and roles.</summary>
public sealed class UsersDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Users/Index GET", "/admin/users", Who.Administrators),
        new("/Users/Add GET", "/admin/users/add", Who.Administrators),
        new("/Users/Add POST", "/admin/users/add", Who.Administrators, ("name", "!")),
        new("/Users/Edit GET", "/admin/users/edit/editor", Who.Administrators),
        new("/Users/Edit POST Save", "/admin/users/edit/nobody?handler=Save", Who.Administrators),
        new("/Users/Edit POST Lock", "/admin/users/edit/nobody?handler=Lock", Who.Administrators),
        new("/Users/Edit POST Unlock", "/admin/users/edit/nobody?handler=Unlock", Who.Administrators),
        new("/Users/Edit POST Reset", "/admin/users/edit/nobody?handler=Reset", Who.Administrators),
        new("/Users/Edit POST TwoFactor", "/admin/users/edit/nobody?handler=TwoFactor", Who.Administrators),
        new("/Roles/Index GET", "/admin/roles", Who.Administrators),
        new("/Roles/Index POST", "/admin/roles", Who.Administrators, ("name", "!")),
        new("/Roles/Edit GET", "/admin/roles/edit/Editor", Who.Administrators),
        new("/Roles/Edit POST", "/admin/roles/edit/Nobody", Who.Administrators),
    ];
}
