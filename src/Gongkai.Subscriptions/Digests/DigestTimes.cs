using Gongkai.Content;

namespace Gongkai.Subscriptions.Digests;

/// <summary>When digests are made: every day, or every Monday, at one hour in the site's time zone.</summary>
internal static class DigestTimes
{
    private const int DaysOfWeek = 7;

    /// <summary>The last time that has come.</summary>
    /// <param name="nowUtc">The time, UTC.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="hour">The hour, 0–23.</param>
    /// <param name="rhythm">How often.</param>
    /// <returns>UTC.</returns>
    public static DateTime Last(DateTime nowUtc, TimeZoneInfo zone, int hour, DigestRhythm rhythm)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone).Date;
        if (rhythm == DigestRhythm.Weekly)
            day = day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek));
        var last = InUtc(day.AddHours(hour), zone);
        return last <= nowUtc ? last : InUtc(day.AddDays(rhythm == DigestRhythm.Weekly ? -DaysOfWeek : -1).AddHours(hour), zone);
    }

    private static DateTime InUtc(DateTime local, TimeZoneInfo zone)
    {
        // Where clocks are put forward in that hour, it comes an hour later.
        while (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
