using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Web.Languages;

namespace Gongkai.Catalogue.Standards;

/// <summary>公开时限 as far as it can be reckoned: days after the document's date, or once a year, a quarter, a month.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Days">How many days; 0 for a period.</param>
/// <param name="Month">The month of the last day of each year; 0 when none is named.</param>
/// <param name="Day">The last day of each year in that month.</param>
internal sealed partial record TimeLimit(TimeLimitKind Kind, int Days = 0, int Month = 0, int Day = 0)
{
    private const int Longest = 3_650;

    /// <summary>Reads a limit; null for those that name no time: 及时公开, 长期公开.</summary>
    public static TimeLimit? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DaysPattern().Match(text) is { Success: true } days && int.TryParse(days.Groups["days"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Longest)
            return new(days.Groups["working"].Success ? TimeLimitKind.WorkingDays : TimeLimitKind.Days, count);
        if (YearDayPattern().Match(text) is { Success: true } yearly
            && int.Parse(yearly.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month)
        {
            var last = DateTime.DaysInMonth(2001, month);
            var day = yearly.Groups["day"].Success ? int.Parse(yearly.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) : last;
            return day is >= 1 and <= 31 ? new(TimeLimitKind.Yearly, Month: month, Day: Math.Min(day, last)) : new(TimeLimitKind.Yearly);
        }

        return text switch
        {
            _ when text.Contains("每季", StringComparison.Ordinal) || text.Contains("按季", StringComparison.Ordinal) => new(TimeLimitKind.Quarterly),
            _ when text.Contains("每月", StringComparison.Ordinal) || text.Contains("按月", StringComparison.Ordinal) => new(TimeLimitKind.Monthly),
            _ when text.Contains("每年", StringComparison.Ordinal) || text.Contains("按年", StringComparison.Ordinal) || text.Contains("年度", StringComparison.Ordinal) => new(TimeLimitKind.Yearly),
            _ => null,
        };
    }

    /// <summary>Whether an item is late. The newest document counts: what was late years ago is not late now.</summary>
    /// <param name="newest">The dates of the newest public entry that fulfils it: of the document, if it has one, and of its publication.</param>
    /// <param name="today">The day, in the site's time zone.</param>
    /// <param name="calendar">The working days.</param>
    public Lateness LatenessOf(EntryDates newest, DateOnly today, WorkingCalendar calendar) => Kind switch
    {
        TimeLimitKind.Days => OverdueByDays(newest),
        TimeLimitKind.WorkingDays => OverdueByWorkingDays(newest, calendar),
        _ => Lapsed(newest.PublishedOn, today) is { } reason ? new(true, reason) : Lateness.None,
    };

    /// <summary>Whether it can be told: days after a document's date need that date.</summary>
    public bool CanBeReckoned(EntryDates newest) => Kind is not (TimeLimitKind.Days or TimeLimitKind.WorkingDays) || newest.IssuedOn is not null;

    private Lateness OverdueByDays(EntryDates newest)
    {
        if (newest.IssuedOn is not { } issued)
            return Lateness.None;
        var taken = newest.PublishedOn.DayNumber - issued.DayNumber;
        return taken <= Days ? Lateness.None : new(true, PageTexts.Of("最新一条成文后第 {0} 天公开，时限 {1} 天", taken, Days));
    }

    /// <summary>Whether more working days were taken than there are.</summary>
    /// <remarks>Regulation Art. 26: the day of the document is day zero; holidays and make-up weekends as the yearly notice says. Of a year without one the item is late only if it is so whatever the notice says.</remarks>
    private Lateness OverdueByWorkingDays(EntryDates newest, WorkingCalendar calendar)
    {
        if (newest.IssuedOn is not { } issued)
            return Lateness.None;
        var taken = calendar.Between(issued, newest.PublishedOn);
        if (taken.Count <= Days)
            return Lateness.None;
        if (taken.UnknownYear is not { } year)
            return new(true, PageTexts.Of("最新一条成文后第 {0} 个工作日公开，时限 {1} 个工作日", taken.Count, Days));
        return taken.Least > Days
            ? new(true, PageTexts.Of("最新一条成文后约第 {0} 个工作日公开，时限 {1} 个工作日（没有 {2} 年的节假日数据，只扣除周末）", taken.Count, Days, year))
            : new(false, PageTexts.Of("没有 {0} 年的节假日数据，不能推算是否逾期：只扣除周末是第 {1} 个工作日公开，时限 {2} 个工作日", year, taken.Count, Days));
    }

    private string? Lapsed(DateOnly newest, DateOnly today)
    {
        var (period, isLapsed) = Kind switch
        {
            TimeLimitKind.Monthly => ("每月", MonthsOf(today) - MonthsOf(newest) > 1),
            TimeLimitKind.Quarterly => ("每季度", QuartersOf(today) - QuartersOf(newest) > 1),
            // With a last day named, the year's own must be there once the day is over.
            _ => ("每年", today.Year - newest.Year > (Month > 0 && today > new DateOnly(today.Year, Month, Day) ? 0 : 1)),
        };
        if (isLapsed)
            return Month > 0
                ? PageTexts.Of("{0}公开一次（{1}月{2}日前），最新一条是 {3}", PageTexts.Of(period), Month, Day, PageDates.Short(newest))
                : PageTexts.Of("{0}公开一次，最新一条是 {1}", PageTexts.Of(period), PageDates.Short(newest));
        return Month > 0 && newest > new DateOnly(newest.Year, Month, Day) && newest.Year == today.Year
            ? PageTexts.Of("时限是每年{0}月{1}日前，今年 {2} 才公开", Month, Day, PageDates.Short(newest))
            : null;
    }

    private static int MonthsOf(DateOnly day) => (day.Year * 12) + day.Month;

    private static int QuartersOf(DateOnly day) => (day.Year * 4) + ((day.Month - 1) / 3);

    [GeneratedRegex(@"(?<days>[0-9]{1,4})\s*个?(?<working>工作)?(日|天)(之)?(内|以内)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DaysPattern();

    [GeneratedRegex(@"每年\s*(?<month>[0-9]{1,2})\s*月((?<day>[0-9]{1,2})\s*(日|号)|底|末)?\s*(之)?前?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearDayPattern();
}

/// <summary>What a limit counts.</summary>
internal enum TimeLimitKind
{
    /// <summary>Days after the document's date.</summary>
    Days,

    /// <summary>Working days after the document's date (Regulation Art. 26: 20).</summary>
    WorkingDays,

    /// <summary>Once a year.</summary>
    Yearly,

    /// <summary>Once a quarter.</summary>
    Quarterly,

    /// <summary>Once a month.</summary>
    Monthly,
}

/// <summary>The dates of a public entry.</summary>
/// <param name="IssuedOn">成文日期; null when it has none.</param>
/// <param name="PublishedOn">公开日期.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryDates(DateOnly? IssuedOn, DateOnly PublishedOn);

/// <summary>Whether an item is late.</summary>
/// <param name="IsLate">Whether it is.</param>
/// <param name="Reason">Why, or why nobody can tell; empty when it is in time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lateness(bool IsLate, string Reason)
{
    /// <summary>In time.</summary>
    public static Lateness None { get; } = new(false, "");
}
