using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Checks;

/// <summary>The State Council's yearly notice of holidays: the days off and the weekends that are worked.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ManageSettings)]
internal sealed class HolidaysModel(SiteCalendar calendar, StoredDocument stored, SiteSettings site) : DeskPage
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public int Year { get; private set; }

    public string Off { get; private set; } = "";

    public string Work { get; private set; } = "";

    public string Fault { get; private set; } = "";

    public string Version => stored.VersionOf(SiteCalendar.Document);

    public IEnumerable<KeyValuePair<int, HolidayYear>> Years => calendar.Current.Years.OrderByDescending(year => year.Key);

    public bool LacksNext => !calendar.Current.Years.ContainsKey(site.Today.Year + 1);

    public IActionResult OnGet(int? year)
    {
        var shown = year is >= FirstYear and <= LastYear ? year.Value : site.Today.Year + (LacksNext ? 1 : 0);
        var known = calendar.Current.Years.GetValueOrDefault(shown);
        Show(shown, known is null ? "" : Lines(known.DaysOff), known is null ? "" : Lines(known.WorkingDays), "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? seen, int year, string? off, string? work)
    {
        Wording? fault = null;
        var read = year is >= FirstYear and <= LastYear ? HolidayList.Parse(year, off ?? "", work ?? "", out fault) : null;
        if (read is null)
            return Refuse(year, off, work, fault is null ? L["年份不对。没有保存。"] : L.Of(fault));
        if (read.DaysOff.Count == 0)
            return Refuse(year, off, work, L["请填放假的日子。没有保存。"]);
        var isSaved = await stored.ChangeAsync(SiteCalendar.Document, seen, document => document[year.ToString(CultureInfo.InvariantCulture)] = HolidayList.Write(read), HttpContext.RequestAborted);
        if (!isSaved)
            return Refuse(year, off, work, L["别人刚刚改过这里的设置，没有保存。请看过现在的设置再改。"]);
        Tell(L["{0} 年的节假日已保存，马上生效。", year]);
        return RedirectToPage("/Checks/Holidays", null, new { year });
    }

    public static string Lines(IEnumerable<DateOnly> days) => string.Join('\n', HolidayList.Spans(days));

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(int year, string? off, string? work, string fault)
    {
        Show(year, off ?? "", work ?? "", fault);
        return Page();
    }

    private void Show(int year, string off, string work, string fault) => (Heading, Year, Off, Work, Fault) = (L["节假日"], year, off, work, fault);
}
