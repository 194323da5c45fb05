namespace Gongkai.Desk.Tests.Doors;

/// <summary>The checks before publication and their settings.</summary>
public sealed class CheckingDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Content/Checks GET", "/admin/content/checks/none", Who.SignedIn),
        new("/Content/Checks POST Mask", "/admin/content/checks/none?handler=Mask", Who.Editors),
        new("/Content/Checks POST Confirm", "/admin/content/checks/none?handler=Confirm", Who.Editors),
        new("/Checks/Index GET", "/admin/checks", Who.Administrators),
        new("/Checks/Index POST", "/admin/checks", Who.Administrators),
        new("/Checks/Words GET", "/admin/checks/words", Who.Administrators),
        new("/Checks/Words POST", "/admin/checks/words", Who.Administrators),
        new("/Checks/Plain GET", "/admin/checks/plain", Who.Administrators),
        new("/Checks/Plain POST", "/admin/checks/plain", Who.Administrators),
        new("/Checks/Holidays GET", "/admin/checks/holidays", Who.Administrators),
        new("/Checks/Holidays POST", "/admin/checks/holidays", Who.Administrators),
    ];
}
