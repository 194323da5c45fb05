using System.Globalization;
using Gongkai.Content;
using Gongkai.Subscriptions.Digests;

namespace Gongkai.Subscriptions.Tests;

/// <summary>A digest is due at one hour of the site's day, whatever the clocks do.</summary>
public sealed class DigestTimesTests
{
    [Theory]
    // In Shanghai: eight hours ahead, clocks are never changed. 2026-11-23 is a Monday.
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Daily, "2026-11-26T00:00:00", "2026-11-26T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Daily, "2026-11-25T23:59:59", "2026-11-25T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Daily, "2026-11-26T15:59:59", "2026-11-26T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Daily, "2026-11-26T16:00:00", "2026-11-26T00:00:00")]
    [InlineData("Asia/Shanghai", 0, DigestRhythm.Daily, "2026-11-25T16:00:00", "2026-11-25T16:00:00")]
    [InlineData("Asia/Shanghai", 23, DigestRhythm.Daily, "2026-11-26T10:00:00", "2026-11-25T15:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Weekly, "2026-11-23T00:00:00", "2026-11-23T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Weekly, "2026-11-22T23:59:59", "2026-11-16T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Weekly, "2026-11-29T20:00:00", "2026-11-23T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Weekly, "2026-11-30T00:00:01", "2026-11-30T00:00:00")]
    [InlineData("Asia/Shanghai", 8, DigestRhythm.Weekly, "2027-01-01T12:00:00", "2026-12-28T00:00:00")]
    // In Berlin clocks go forward on 29 March 2026 from 2 to 3, back on 25 October from 3 to 2.
    [InlineData("Europe/Berlin", 8, DigestRhythm.Daily, "2026-03-28T12:00:00", "2026-03-28T07:00:00")]
    [InlineData("Europe/Berlin", 8, DigestRhythm.Daily, "2026-03-29T12:00:00", "2026-03-29T06:00:00")]
    [InlineData("Europe/Berlin", 2, DigestRhythm.Daily, "2026-03-29T12:00:00", "2026-03-29T01:00:00")]
    [InlineData("Europe/Berlin", 2, DigestRhythm.Daily, "2026-03-29T00:59:59", "2026-03-28T01:00:00")]
    [InlineData("Europe/Berlin", 2, DigestRhythm.Daily, "2026-10-25T12:00:00", "2026-10-25T01:00:00")]
    [InlineData("Europe/Berlin", 8, DigestRhythm.Weekly, "2026-10-26T07:30:00", "2026-10-26T07:00:00")]
    [InlineData("Europe/Berlin", 8, DigestRhythm.Weekly, "2026-10-26T06:30:00", "2026-10-19T06:00:00")]
    public void The_last_one(string zone, int hour, DigestRhythm rhythm, string now, string expected) =>
        Assert.Equal(At(expected), DigestTimes.Last(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone), hour, rhythm));

    [Theory]
    [InlineData("Asia/Shanghai", 8)]
    [InlineData("Europe/Berlin", 2)]
    [InlineData("America/Havana", 0)]
    public void Through_a_year_there_is_one_a_day_and_one_a_week(string zone, int hour)
    {
        var (daily, weekly) = (new HashSet<DateTime>(), new HashSet<DateTime>());
        for (var now = At("2026-01-05T23:00:00"); now < At("2027-01-04T23:00:00"); now = now.AddMinutes(20))
        {
            daily.Add(DigestTimes.Last(now, TimeZoneInfo.FindSystemTimeZoneById(zone), hour, DigestRhythm.Daily));
            weekly.Add(DigestTimes.Last(now, TimeZoneInfo.FindSystemTimeZoneById(zone), hour, DigestRhythm.Weekly));
        }

        Assert.Equal(365, daily.Count);
        Assert.Equal(53, weekly.Count);
        Assert.All(weekly, time => Assert.Contains(time, daily.Append(weekly.Min())));
    }

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
