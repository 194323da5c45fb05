using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Upkeep.Links;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>Links to elsewhere that are dead, with the items that have them and who answers for these.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class LinksModel(DeadLinks links, UpkeepAccess access) : DeskPage
{
    private const int MaxPage = 100_000;
    private const int LongestShown = 120;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    /// <summary>Whether links are checked at all.</summary>
    public bool IsOn => links.IsOn;

    /// <summary>On how many days a link must fail.</summary>
    public int DeadAfterDays => links.DeadAfterDays;

    /// <summary>Whether only what is theirs is shown.</summary>
    public bool IsMine { get; private set; }

    public OutsideLinkProgress Progress { get; private set; } = new(0, 0, 0);

    public int Total { get; private set; }

    public IReadOnlyList<DeadLink> Lines { get; private set; } = [];

    public int Current => Math.Clamp(Number ?? 1, 1, MaxPage);

    public int Pages => Math.Max(1, (Total + DeadLinks.PageSize - 1) / DeadLinks.PageSize);

    /// <summary>The beginning of an address.</summary>
    public static string Short(string address) => address.Length <= LongestShown ? address : ShortText.Cut(address, LongestShown) + "…";

    public async Task OnGetAsync(string? who)
    {
        Heading = L["内容维护：外部链接"];
        IsMine = who != "all";
        Progress = await links.ProgressAsync(HttpContext.RequestAborted);
        (Total, Lines) = await links.FindAsync(await access.ScopeOfAsync(CurrentUser, HttpContext.RequestAborted), IsMine, Current, HttpContext.RequestAborted);
    }

    [RequirePermission(Permissions.EditContent)]
    public async Task<IActionResult> OnPostAgainAsync(string? id, string? who)
    {
        if (await links.AskAgainAsync(id ?? "", HttpContext.RequestAborted))
            Tell(L["几分钟之内会再查一次。"]);
        else
            Tell(L["已经没有内容用这个链接了。"], MessageKind.Warn);
        return RedirectToPage("/Upkeep/Links", null, new { who });
    }

    /// <summary>Who answers for the items of a link.</summary>
    public string OwnersOf(DeadLink line) => string.Join('、', line.Uses.Select(use => access.WordsOf(use.Party)).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal));
}
