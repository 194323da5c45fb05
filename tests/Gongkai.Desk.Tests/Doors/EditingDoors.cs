namespace Gongkai.Desk.Tests.Doors;

/// <summary>Making and editing items.</summary>
public sealed class EditingDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Content/Create GET", "/admin/content/create", Who.Editors),
        new("/Content/Create GET Type", "/admin/content/create?handler=Type&type=NoType", Who.Editors),
        new("/Content/Edit GET", "/admin/content/edit/none", Who.Editors),
        new("/Content/Edit POST", "/admin/content/edit/none", Who.Editors),
        new("/Content/Edit POST Drop", "/admin/content/edit/none?handler=Drop", Who.Editors),
        new("/Content/Copy GET", "/admin/content/copy/none", Who.Editors),
        new("/Content/Copy POST", "/admin/content/copy/none", Who.Editors),
        new("/Content/Conflict GET", "/admin/content/conflict/none", Who.Editors),
        new("/Content/Conflict POST", "/admin/content/conflict/none", Who.Editors),
        new("/Content/Conflict POST New", "/admin/content/conflict/none?handler=New", Who.Editors),
        new("Gongkai.Desk.KeepWorkingCopy POST", "/admin/editing/keep/none", Who.Editors),
        new("Gongkai.Desk.SeeEditors POST", "/admin/editing/see/none", Who.Editors),
        new("Gongkai.Desk.Markup POST", "/admin/editing/markup", Who.Editors, ("source", "x")),
        new("Gongkai.Desk.PickItems GET", "/admin/editing/pick?q=none", Who.Editors),
        new("Gongkai.Desk.Passages GET", "/admin/editing/passages?items=none", Who.Editors),
        new("Gongkai.Desk.PlainHints POST", "/admin/editing/plain", Who.Editors, ("source", "x")),
        // The link is the permission.
        new("Gongkai.Desk.Preview GET", "/admin/preview/none", Who.Everybody),
        new("Gongkai.Desk.PreviewMedia GET", "/admin/preview/none/media/none.png", Who.Everybody),
    ];
}
