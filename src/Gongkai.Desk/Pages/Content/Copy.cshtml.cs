using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Items;

/// <summary>Makes a new draft like an item.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.CloneContent)]
[RequirePermission(Permissions.EditContent)]
internal sealed class CopyModel(ContentEditing editing) : DeskPage
{
    public IActionResult OnGet(string id) => RedirectToPage("/Content/Edit", new { id });

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await editing.CopyAsync(id, L["{0}（副本）"], HttpContext.RequestAborted) is not { } copy)
            return NotFound();
        Tell(L["已复制成新草稿。编号、地址、日期等会在发布时重新生成。"]);
        return RedirectToPage("/Content/Edit", new { id = copy });
    }
}
