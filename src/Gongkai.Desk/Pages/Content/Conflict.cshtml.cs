using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Items;

/// <summary>Somebody saved meanwhile: both texts, field by field, to choose from. What was typed is a working copy until it is saved.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.EditContent)]
internal sealed class ConflictModel(ContentEditing editing, EditorContexts contexts, WorkingCopyKeeping keeping, IContentReader reader) : DeskPage
{
    private FormMerge? _merge;

    public string Id { get; private set; } = "";

    public bool IsDeleted { get; private set; }

    public string TheirName { get; private set; } = "";

    public string TheirTime { get; private set; } = "";

    public string TheirVersion { get; private set; } = "";

    public IReadOnlyList<Disputed> Disputed => _merge?.Disputed ?? [];

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        Heading = L["两个人同时改了这条内容"];
        return await LoadAsync(id) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        Heading = L["两个人同时改了这条内容"];
        if (await LoadAsync(id) is { } elsewhere)
            return elsewhere;
        if (_merge is null)
            return Page();
        // Somebody saved again while the choice was made: it was made of another text.
        if (Request.Form["$version"] != TheirVersion)
        {
            Tell(L["对方又保存了一次，请再看一遍。"], MessageKind.Warn);
            return RedirectToPage("/Content/Conflict", new { id });
        }

        var merged = _merge.Choose(name => Enum.TryParse<Choice>(Request.Form[name], out var choice) && Enum.IsDefined(choice) ? choice : Choice.Mine);
        var latest = (await editing.OpenAsync(id, null, null, isPosted: false, Cancellation))!;
        var kept = await keeping.KeepAsync(latest, merged, Cancellation);
        Tell(kept.Fault ?? L["已合并，还没有保存。请检查后保存。"], kept.Fault is null ? MessageKind.Warn : MessageKind.Bad);
        return RedirectToPage("/Content/Edit", null, new { id, copy = "use" });
    }

    /// <summary>What was typed for an item that is gone goes on as a new item.</summary>
    public async Task<IActionResult> OnPostNewAsync(string id)
    {
        if (await keeping.FindAsync(id, Cancellation) is not { } copy || await reader.GetAsync(id, VersionOption.Latest, Cancellation) is not null)
            return NotFound();
        var edited = new EditedItem(new(copy.ContentType, IdGenerator.NewId()), null, null, null);
        if (!editing.MayEdit(edited))
            return StatusCode(StatusCodes.Status403Forbidden);
        var kept = await keeping.KeepAsync(edited, FormValues.FromJson(copy.Form), Cancellation);
        if (kept.Fault is null)
            await keeping.DropAsync(id, Cancellation);
        return RedirectToPage("/Content/Edit", null, new { id = edited.Basis.ContentItemId, type = copy.ContentType, copy = "use" });
    }

    private async Task<IActionResult?> LoadAsync(string id)
    {
        Id = id;
        if (await keeping.FindAsync(id, Cancellation) is not { } copy)
            return RedirectToPage("/Content/Edit", new { id });
        if (await editing.OpenAsync(id, copy.ContentType, copy.BasedOnVersionId, isPosted: true, Cancellation) is not { } edited)
            return NotFound();
        if (!edited.IsStale)
            return RedirectToPage("/Content/Edit", null, new { id, copy = "use" });
        if (edited.Latest is not { } latest)
        {
            IsDeleted = true;
            return null;
        }

        if (!editing.MayEdit(edited))
            return StatusCode(StatusCodes.Status403Forbidden);
        (TheirName, TheirTime, TheirVersion) = (latest.Author, TimeOf(latest.ModifiedUtc), latest.ContentItemVersionId);
        var mine = FormValues.FromJson(copy.Form);
        var context = await contexts.OfAsync(edited, mine, null, Cancellation);
        var theirs = ItemForm.Read(latest, context);
        _merge = FormMerge.Of(ItemForm.Read(edited.Basis, context), mine, theirs, ItemForm.Describe(edited.Basis, mine, context), ItemForm.Describe(latest, theirs, context));
        return null;
    }
}
