namespace Gongkai.Content;

/// <summary>Days of a time zone as spans of time.</summary>
public static class LocalDays
{
    /// <summary>When a day begins, UTC; also of one whose first hour summer time leaves out.</summary>
    public static DateTime BeginOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
