using System.Runtime.InteropServices;

namespace Gongkai.Content;

/// <summary>Which days are worked: weekends and holidays are not, make-up weekends (调休) are, as the State Council's yearly notice says.</summary>
/// <param name="years">The days off and the make-up days of the years that are known.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<int, HolidayYear> years)
{
    /// <summary>More weekdays than the notice of any year has taken off: 19 in 2026.</summary>
    public const int MostWeekdaysOff = 25;

    /// <summary>A calendar that knows weekends only.</summary>
    public static WorkingCalendar WeekendsOnly { get; } = new(new Dictionary<int, HolidayYear>());

    /// <summary>The years that are known.</summary>
    public IReadOnlyDictionary<int, HolidayYear> Years { get; } = years;

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorkingDay(DateOnly day) => Years.TryGetValue(day.Year, out var year)
        ? year.WorkingDays.Contains(day) || (!year.DaysOff.Contains(day) && !IsWeekend(day))
        : !IsWeekend(day);

    /// <summary>The last of so many working days after a day; the day itself does not count.</summary>
    public CountedDay After(DateOnly day, int workingDays)
    {
        var (current, isUnknown) = (day, false);
        while (workingDays > 0 && current < DateOnly.MaxValue)
        {
            current = current.AddDays(1);
            isUnknown |= !Years.ContainsKey(current.Year);
            if (IsWorkingDay(current))
                workingDays--;
        }

        return new(current, isUnknown);
    }

    /// <summary>How many working days there are after a day, up to another and with it; none when the other is not later.</summary>
    /// <remarks>As quick for a day as for a century: weekdays by weeks, and of each year only what its notice names.</remarks>
    public CountedDays Between(DateOnly after, DateOnly until)
    {
        if (until <= after)
            return default;
        var (count, unknown, firstUnknown) = (Weekdays(after, until), 0, 0);
        for (var year = after.AddDays(1).Year; year <= until.Year; year++)
        {
            if (Years.TryGetValue(year, out var known))
                count += known.WorkingDays.Count(day => IsWithin(day) && IsWeekend(day)) - known.DaysOff.Count(day => IsWithin(day) && !IsWeekend(day) && !known.WorkingDays.Contains(day));
            else
                (firstUnknown, unknown) = (unknown == 0 ? year : firstUnknown, unknown + 1);
        }

        return new(count, Math.Max(0, count - (unknown * MostWeekdaysOff)), unknown == 0 ? null : firstUnknown);

        bool IsWithin(DateOnly day) => day > after && day <= until;
    }

    /// <summary>Mondays to Fridays after a day, up to another and with it.</summary>
    private static int Weekdays(DateOnly after, DateOnly until)
    {
        var weeks = (until.DayNumber - after.DayNumber) / 7;
        var count = weeks * 5;
        for (var day = after.AddDays(weeks * 7); day < until;)
        {
            day = day.AddDays(1);
            count += IsWeekend(day) ? 0 : 1;
        }

        return count;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A year's notice.</summary>
/// <param name="DaysOff">The days off.</param>
/// <param name="WorkingDays">The weekends that are worked.</param>
public sealed record HolidayYear(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkingDays);

/// <summary>A day that was counted to.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWithoutHolidays">Whether a year was passed of which the holidays are not known: only its weekends were left out.</param>
public readonly record struct CountedDay(DateOnly Day, bool IsWithoutHolidays);

/// <summary>Working days that were counted.</summary>
/// <param name="Count">How many; of years without a notice only weekends were left out, so the true count may be smaller.</param>
/// <param name="Least">The least that it can be, whatever the notices of those years say; the same as <paramref name="Count"/> when every year is known.</param>
/// <param name="UnknownYear">The first year of which the holidays are not known; null when all are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountedDays(int Count, int Least, int? UnknownYear);
