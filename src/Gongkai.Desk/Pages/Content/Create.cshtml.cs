using Gongkai.Content;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Items;

/// <summary>Where a new item begins: its type is chosen, or something that was left is gone on with.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.EditContent)]
internal sealed class CreateModel(ContentEditing editing, WorkingCopyKeeping keeping, IContentReader reader, IContentDefinitions definitions) : DeskPage
{
    /// <summary>Something that was typed and not saved.</summary>
    public sealed record KeptItem(string Id, string Type, string TypeLabel, string Title, string Time);

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<KeptItem> Kept { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["新建内容"];
        Types = editing.CreatableTypes();
        var copies = await keeping.ListAsync(HttpContext.RequestAborted);
        var stored = (await reader.GetManyAsync([.. copies.Select(copy => copy.ContentItemId)], VersionOption.Latest, HttpContext.RequestAborted)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        Kept = [.. copies.Select(copy => new KeptItem(
            copy.ContentItemId, copy.ContentType, definitions.Current.FindType(copy.ContentType)?.Definition.DisplayName ?? copy.ContentType,
            stored.GetValueOrDefault(copy.ContentItemId) is { } item && Can(Permissions.ViewContent, item) && item.DisplayText.Length > 0 ? ShortText.Of(item.DisplayText) : L["新内容"], TimeOf(copy.KeptUtc)))];
    }

    /// <summary>The new item has its id from here on: what is typed is kept under it.</summary>
    public IActionResult OnGetType(string type) => editing.CreatableTypes().Any(known => known.Name == type)
        ? RedirectToPage("/Content/Edit", new { id = IdGenerator.NewId(), type })
        : NotFound();
}
