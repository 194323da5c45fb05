namespace Gongkai.Review.Steps;

/// <summary>Until when a stage is to be done with.</summary>
public static class DueDays
{
    /// <summary>The last of so many working days after a day; the day itself does not count. Null for no time.</summary>
    public static DateOnly? After(DateOnly day, int? workingDays)
    {
        if (workingDays is not { } left)
            return null;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }

        return day;
    }
}
