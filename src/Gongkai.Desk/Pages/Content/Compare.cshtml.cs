using Gongkai.Content;
using Gongkai.Desk.Publishing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>Two versions of an item side by side, changes marked.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class CompareModel(ItemActions actions, VersionWording wording, IStoredVersions versions) : DeskPage
{
    /// <summary>So many unchanged lines are kept around a change.</summary>
    public const int Around = 2;

    public ItemRights Item { get; private set; } = null!;

    public ContentItem From { get; private set; } = null!;

    public ContentItem To { get; private set; } = null!;

    public int FromNumber { get; private set; }

    public int ToNumber { get; private set; }

    public IReadOnlyList<ComparedValue> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? from, string? to)
    {
        if (await actions.OpenAsync(id, HttpContext.RequestAborted) is not { } item)
            return NotFound();
        var history = await versions.HistoryAsync(id, HttpContext.RequestAborted);
        var (old, now) = (IndexOf(history, from), IndexOf(history, to));
        if (old < 0 || now < 0 || (!item.IsDeleted && (!Can(Permissions.ViewContent, history[old]) || !Can(Permissions.ViewContent, history[now]))))
            return NotFound();
        // Whichever was named first: the older one stands on the left.
        if (old < now)
            (old, now) = (now, old);
        (Item, From, To, FromNumber, ToNumber) = (item, history[old], history[now], history.Count - old, history.Count - now);
        Changes = [.. (await wording.CompareAsync(From, To, HttpContext.RequestAborted)).Changes];
        Heading = L["比较：{0}", item.Title];
        return Page();
    }

    private static int IndexOf(IReadOnlyList<ContentItem> history, string? versionId) => history.ToList().FindIndex(version => version.ContentItemVersionId == versionId);
}
