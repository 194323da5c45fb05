using System.Runtime.InteropServices;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary>How long something may be left alone: months of the calendar, then days.</summary>
/// <param name="Months">Months.</param>
/// <param name="Days">Days.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReviewPeriod(int Months, int Days)
{
    /// <summary>The longest period, in months and in days.</summary>
    public const int Most = 600;

    /// <summary>Half a year: for notices and policies (国办秘函〔2019〕19号).</summary>
    public static ReviewPeriod HalfAYear { get; } = new(6, 0);

    /// <summary>Two weeks: for news (国办秘函〔2019〕19号).</summary>
    public static ReviewPeriod TwoWeeks { get; } = new(0, 14);

    /// <summary>The last day on which it may still be left alone. Where the month has no such day, its last.</summary>
    public DateOnly DueOn(DateOnly since) => since.AddMonths(Months).AddDays(Days);

    /// <summary>Whether it was left alone too long.</summary>
    public bool IsOver(DateOnly since, DateOnly today) => DueOn(since) < today;

    /// <summary>The last day for which <see cref="IsOver"/> holds: whatever was left alone since it, or since an earlier one, is overdue.</summary>
    public DateOnly LastOver(DateOnly today)
    {
        // Months differ in length, so that several days may be due on one.
        var day = today.AddDays(-Days).AddMonths(-Months).AddDays(-1);
        while (!IsOver(day, today))
            day = day.AddDays(-1);
        while (IsOver(day.AddDays(1), today))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The first moment, UTC, that is not overdue: the midnight after <see cref="LastOver"/>, also where summer time leaves that hour out.</summary>
    public DateTime FirstFreshUtc(DateOnly today, TimeZoneInfo zone)
    {
        var local = LastOver(today).AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
