namespace Gongkai.Review.Checks;

/// <summary>A day that was counted to.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWithoutHolidays">Whether a year was passed of which the holidays are not known: only its weekends were left out.</param>
public readonly record struct CountedDay(DateOnly Day, bool IsWithoutHolidays);

/// <summary>Which days are worked: weekends and holidays are not, make-up weekends (调休) are, as the State Council's yearly notice says.</summary>
/// <param name="years">The days off and the make-up days of the years that are known.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<int, HolidayYear> years)
{
    // Nobody counts further; a loop ends.
    private const int MostDays = 366 * 30;

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

    /// <summary>How many working days there are after a day, up to another and with it.</summary>
    public int Between(DateOnly from, DateOnly until) =>
        Enumerable.Range(1, Math.Clamp(until.DayNumber - from.DayNumber, 0, MostDays)).Count(days => IsWorkingDay(from.AddDays(days)));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A year's notice.</summary>
/// <param name="DaysOff">The days off.</param>
/// <param name="WorkingDays">The weekends that are worked.</param>
public sealed record HolidayYear(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkingDays);
