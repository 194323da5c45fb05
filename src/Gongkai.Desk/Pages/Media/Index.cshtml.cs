using Gongkai.Content;
using Gongkai.Desk.Media;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Media;

/// <summary>The media library: folders, files, search, upload.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageMedia)]
[UploadLimit]
internal sealed class IndexModel(MediaShelf shelf, MediaUploads uploads) : DeskPage
{
    private const int MostFaults = 5;

    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string Folder => MediaNames.Folder(FolderTyped);

    public ShelfPage Shelf { get; private set; } = new([], [], 0, 1, 1);

    public long MaximumMegabytes => uploads.MaximumLength / 1024 / 1024;

    /// <summary>The folders from the outermost to this one, each with its path.</summary>
    public IEnumerable<(string Name, string Path)> Lineage
    {
        get
        {
            var names = Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
            return names.Select((name, i) => (name, string.Join('/', names[..(i + 1)])));
        }
    }

    public async Task OnGetAsync()
    {
        Heading = L["媒体库"];
        Shelf = await shelf.ReadAsync(Folder, (Words ?? "").Trim(), picturesOnly: false, PageNumber, HttpContext.RequestAborted);
    }

    /// <summary>Takes files without script; each is taken or refused by itself.</summary>
    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, string? alternative, string? into)
    {
        var folder = MediaNames.Folder(into);
        var (taken, faults) = (new List<MediaUpload>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                var description = new MediaDescription { AlternativeText = files.Count == 1 ? MediaTexts.Alternative(alternative) : "", OriginalName = file.FileName, UploadedBy = CurrentUser.Name };
                taken.Add(await uploads.TakeAsync(folder, file.FileName, content, description, HttpContext.RequestAborted));
            }
            catch (MediaException fault)
            {
                faults.Add(L.Of(fault.Wording));
            }
        }

        if (files.Count == 0)
            Tell(L["没有收到文件，请重新选择。"], MessageKind.Bad);
        else if (faults.Count > 0)
            Tell(string.Join(' ', faults.Take(MostFaults).Prepend(taken.Count > 0 ? L["上传了 {0} 个文件，{1} 个没有上传。", taken.Count, faults.Count] : "")).Trim(), taken.Count > 0 ? MessageKind.Warn : MessageKind.Bad);
        else
            Tell(L["上传了 {0} 个文件。", taken.Count] + string.Concat(taken.Select(upload => MediaTexts.NoteOn(upload, L))));
        // A folder in which nothing is may be any text.
        return RedirectToPage(new { folder = taken.Count > 0 ? folder : Folder });
    }
}
