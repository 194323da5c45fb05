using Gongkai.Content;
using Gongkai.Desk.Media;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Media;

/// <summary>Files to choose from, for the editors' dialog; as a page of its own it shows the paths to copy.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageMedia)]
internal sealed class PickModel(MediaShelf shelf) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string Folder => MediaNames.Folder(FolderTyped);

    public string Above => Folder.LastIndexOf('/') is >= 0 and var slash ? Folder[..slash] : "";

    public ShelfPage Shelf { get; private set; } = new([], [], 0, 1, 1);

    public async Task OnGetAsync()
    {
        Heading = L["选择文件"];
        Shelf = await shelf.ReadAsync(Folder, (Words ?? "").Trim(), Kind == "picture", PageNumber, HttpContext.RequestAborted);
    }
}
