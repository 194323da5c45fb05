using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Items;

/// <summary>Where a new item begins: its type is chosen, or something that was left is gone on with.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.EditContent)]
internal sealed class CreateModel(ContentEditing editing, KeptItems kept) : DeskPage
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<KeptItem> Kept { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["新建内容"];
        Types = editing.CreatableTypes();
        Kept = await kept.ListAsync(IWorkingCopies.MostOfOne, HttpContext.RequestAborted);
    }

    /// <summary>The new item has its id from here on: what is typed is kept under it.</summary>
    public IActionResult OnGetType(string type) => editing.CreatableTypes().Any(known => known.Name == type)
        ? RedirectToPage("/Content/Edit", new { id = IdGenerator.NewId(), type })
        : NotFound();
}
