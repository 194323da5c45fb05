using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Upkeep;
using Gongkai.Review.Checks;
using Gongkai.Review.Upkeep.Quotes;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Upkeep;

/// <summary>Public items whose quotations their sources do not say any more, with the way to each place.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class QuotesModel(StrayQuotes quotes, UpkeepAccess access, IContentReader reader, FindingPlaces places) : DeskPage
{
    private const int PageSize = 50;
    private const int MaxPage = 100_000;
    private const int LongestShown = 80;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    /// <summary>Whether only what is theirs is shown.</summary>
    public bool IsMine { get; private set; }

    public StrayQuoteList Found { get; private set; } = new([], 0, true);

    public IEnumerable<QuotingItem> Lines => Found.Items.Skip((Current - 1) * PageSize).Take(PageSize);

    public int Current => Math.Clamp(Number ?? 1, 1, MaxPage);

    public int Pages => Math.Max(1, (Found.Items.Count + PageSize - 1) / PageSize);

    public async Task OnGetAsync(string? who)
    {
        Heading = L["内容维护：引文核对"];
        IsMine = who != "all";
        Found = await quotes.FindAsync(await access.ScopeOfAsync(CurrentUser, HttpContext.RequestAborted), IsMine, HttpContext.RequestAborted);
    }

    /// <summary>Leads to the editor that holds a quotation: looked up when somebody wants to go there, not for each line.</summary>
    public async Task<IActionResult> OnGetPlaceAsync(string? id, string? path)
    {
        if (await reader.GetAsync(id ?? "", VersionOption.Latest, HttpContext.RequestAborted) is not { } item || !Can(Permissions.ListContent, item))
            return NotFound();
        if (!Can(Permissions.EditContent, item))
            return RedirectToPage("/Content/Checks", null, new { id });
        var anchor = (await places.InFormAsync(item, HttpContext.RequestAborted))(new(CheckNames.OutdatedQuote, CheckSeverity.Warning, new(path ?? "", Wording.Nothing), Wording.Nothing));
        return RedirectToPage("/Content/Edit", null, new { id }, anchor);
    }

    public string OwnersOf(QuotingItem line) => access.WordsOf(line.Party);

    /// <summary>The beginning of a quotation.</summary>
    public static string Short(string text) => text.Length <= LongestShown ? text : ShortText.Cut(text, LongestShown) + "…";

    public string StateOf(StrayQuote quote) => quote.State == QuoteState.NotPublic ? L["政策没有公开"] : L["原文改了"];
}
