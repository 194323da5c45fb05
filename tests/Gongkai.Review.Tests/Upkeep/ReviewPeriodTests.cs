using Gongkai.Review.Upkeep.Freshness;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class ReviewPeriodTests
{
    [Theory]
    // News: two weeks, the fourteenth day included.
    [InlineData(0, 14, "2026-11-12", "2026-11-26", false)]
    [InlineData(0, 14, "2026-11-11", "2026-11-26", true)]
    [InlineData(0, 14, "2026-12-20", "2027-01-03", false)]
    // Policies: six months of the calendar.
    [InlineData(6, 0, "2026-05-26", "2026-11-26", false)]
    [InlineData(6, 0, "2026-05-25", "2026-11-26", true)]
    // Months without such a day: the last of February.
    [InlineData(6, 0, "2026-08-31", "2027-02-28", false)]
    [InlineData(6, 0, "2026-08-28", "2027-03-01", true)]
    [InlineData(6, 0, "2023-08-31", "2024-02-29", false)]
    [InlineData(1, 3, "2026-01-31", "2026-03-03", false)]
    [InlineData(1, 3, "2026-01-31", "2026-03-04", true)]
    [InlineData(6, 0, "2026-11-27", "2026-11-26", false)]
    public void A_period_is_counted_by_the_calendar(int months, int days, string since, string today, bool isOver) =>
        Assert.Equal(isOver, new ReviewPeriod(months, days).IsOver(Day(since), Day(today)));

    [Theory]
    [InlineData(0, 14)]
    [InlineData(6, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(13, 31)]
    [InlineData(ReviewPeriod.Most, 0)]
    [InlineData(0, 1)]
    public void The_last_overdue_day_parts_what_is_overdue_from_what_is_not_on_every_day_of_three_years(int months, int days)
    {
        var period = new ReviewPeriod(months, days);
        for (var today = Day("2026-01-01"); today.Year < 2029; today = today.AddDays(1))
        {
            var last = period.LastOver(today);
            Assert.True(period.IsOver(last, today), $"{today}");
            Assert.False(period.IsOver(last.AddDays(1), today), $"{today}");
        }
    }

    [Theory]
    // A day begins at the site's midnight.
    [InlineData("Asia/Shanghai", "2026-11-26", "2026-11-11T16:00:00Z")]
    [InlineData("Etc/UTC", "2026-11-26", "2026-11-12T00:00:00Z")]
    // Where summer time leaves midnight out, at one.
    [InlineData("America/Santiago", "2026-09-20", "2026-09-06T04:00:00Z")]
    public void A_day_begins_in_the_sites_time_zone(string zone, string today, string expected) =>
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(), ReviewPeriod.TwoWeeks.FirstFreshUtc(Day(today), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
