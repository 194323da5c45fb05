using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Upkeep.Freshness;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>Public items that nobody looked at for too long, with who answers for them; those that were looked at and are still right begin anew.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class IndexModel(OverdueWork overdue, UpkeepAccess access, ListAccess lists, IContentReader reader) : DeskPage
{
    private const int MaxPage = 100_000;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    /// <summary>Whether only what is theirs is shown.</summary>
    public bool IsMine { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int Current => Math.Clamp(Number ?? 1, 1, MaxPage);

    public int Pages => Math.Max(1, (Total + OverdueWork.PageSize - 1) / OverdueWork.PageSize);

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a box sends: the item, and the version that was seen.</summary>
    public static string KeyOf(ListedItem item) => $"{Uri.EscapeDataString(item.ContentItemId)}/{Uri.EscapeDataString(item.PublishedVersionId ?? "")}";

    public async Task OnGetAsync(string? who)
    {
        Heading = L["内容维护：到期复核"];
        IsMine = who != "all";
        var scope = await access.ScopeOfAsync(CurrentUser, HttpContext.RequestAborted);
        var (total, found) = await overdue.FindAsync(scope, IsMine, Current, HttpContext.RequestAborted);
        Total = total;
        var labels = lists.TypesFor(CurrentUser).ToDictionary(type => type.Name, ListAccess.LabelOf, StringComparer.Ordinal);
        var published = (await reader.GetManyAsync([.. found.Select(line => line.Item.Item.ContentItemId)], VersionOption.Published, HttpContext.RequestAborted))
            .ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        Lines = [.. found.Select(line => new Line(line, labels.GetValueOrDefault(line.Item.Item.ContentType, line.Item.Item.ContentType), access.WordsOf(line.Party),
            published.TryGetValue(line.Item.Item.ContentItemId, out var item) && Can(Permissions.EditContent, item)))];
    }

    [RequirePermission(Permissions.EditContent)]
    public async Task<IActionResult> OnPostSeenAsync(string[] id, string? who)
    {
        var given = id.Select(key => key.Split('/', 2)).Where(key => key.Length == 2).Select(key => new SeenItem(Uri.UnescapeDataString(key[0]), Uri.UnescapeDataString(key[1]))).ToList();
        if (given.Count == 0)
        {
            Tell(L["请先选中看过的内容。"], MessageKind.Warn);
            return RedirectToPage("/Upkeep/Index", null, new { who });
        }

        var noted = await overdue.NoteAsync(given, HttpContext.RequestAborted);
        if (noted == given.Count)
            Tell(L["已记录：{0} 条内容复核过，期限重新计算。", noted]);
        else
            Tell(L["已记录 {0} 条；另有 {1} 条没有记录：可能刚刚发布了新的版本、已经撤下，或者您没有修改它的权限。", noted, given.Count - noted], MessageKind.Warn);
        return RedirectToPage("/Upkeep/Index", null, new { who });
    }

    /// <summary>A line of the list.</summary>
    /// <param name="Overdue">The item, its day and who answers for it.</param>
    /// <param name="TypeLabel">What people call its type.</param>
    /// <param name="Owner">Who answers for it, in words.</param>
    /// <param name="MayEdit">Whether whoever looks may edit it.</param>
    public sealed record Line(OverdueLine Overdue, string TypeLabel, string Owner, bool MayEdit);
}
