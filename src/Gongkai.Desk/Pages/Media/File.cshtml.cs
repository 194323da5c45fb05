using Gongkai.Content;
using Gongkai.Desk.Media;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Media;

/// <summary>One file: what it is, who uses it, its alternative text; deleting is refused while anything uses it.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageMedia)]
internal sealed class FileModel(IMediaStore store, IMediaLibrary library, MediaKeeping keeping, IFileTexts texts) : DeskPage
{
    /// <summary>An item that uses the file, as far as whoever is there may see it.</summary>
    public sealed record Use(string? Id, string Title, string Type, bool IsPublic);

    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Path { get; set; }

    public MediaView? Shown { get; private set; }

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    /// <summary>Whether the site's settings or templates show it.</summary>
    public bool IsOfSite { get; private set; }

    public string? TextState { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        TextState = Shown is { Kind: "PDF" or "DOCX" or "XLSX" } ? Say((await texts.GetAsync(Shown.File.Path, HttpContext.RequestAborted)).State) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostDescribeAsync(string? alternative)
    {
        if (!await LoadAsync())
            return NotFound();
        await keeping.DescribeAsync(Shown!.File.Path, MediaTexts.Alternative(alternative), HttpContext.RequestAborted);
        Tell(L["替代文字已保存。"]);
        return RedirectToPage(new { path = Path });
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!await keeping.DeleteAsync(Shown!.File.Path, HttpContext.RequestAborted))
        {
            Tell(L["“{0}”还在使用，没有删除。请先从下面的内容里移除它。", Shown.Name], MessageKind.Bad);
            return RedirectToPage(new { path = Path });
        }

        Tell(L["“{0}”已删除。", Shown.Name]);
        return RedirectToPage("/Media/Index", new { folder = Shown.Folder });
    }

    private async Task<bool> LoadAsync()
    {
        if (Path is null || await store.FindAsync(Path, HttpContext.RequestAborted) is not { } file)
            return false;
        Shown = new(file, await library.GetDescriptionAsync(Path, HttpContext.RequestAborted));
        Heading = Shown.Name;
        var users = await keeping.FindUsersAsync(Path, HttpContext.RequestAborted);
        Uses = [.. users.Items.Select(item => Can(Permissions.ViewContent, item)
            ? new Use(item.ContentItemId, item.DisplayText.Length > 0 ? ShortText.Of(item.DisplayText) : item.ContentItemId, item.ContentType, item.IsPublic())
            : new Use(null, L["别的机构的内容"], "", false))];
        IsOfSite = users.IsOfSite;
        return true;
    }

    private string Say(FileTextState state) => state switch
    {
        FileTextState.Whole => L["可以搜到全文"],
        FileTextState.Shortened => L["可以搜到开头部分，其余超过上限"],
        FileTextState.NoText => L["没有文字，可能是扫描件：只能按文件名搜到"],
        _ => L["文字读不出来：只能按文件名搜到"],
    };
}
