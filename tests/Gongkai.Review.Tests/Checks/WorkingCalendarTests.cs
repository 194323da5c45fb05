using Gongkai.Review.Checks;

namespace Gongkai.Review.Tests.Checks;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(new Dictionary<int, HolidayYear>
    {
        [2026] = new(Days("2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23"), Days("2026-02-14", "2026-02-28")),
    });

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // a Saturday that is worked
    [InlineData("2026-02-14", 1, "2026-02-24")] // over the festival
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-03-06", 1, "2026-03-09")] // over a weekend
    [InlineData("2026-02-02", 20, "2026-03-06")]
    public void Regulation_Art_26_counts_working_days_make_up_weekends_included(string from, int days, string until)
    {
        Assert.Equal(new(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), false), Calendar.After(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days));
    }

    [Fact]
    public void A_year_without_its_notice_is_told() => Assert.True(Calendar.After(new(2026, 12, 25), 10).IsWithoutHolidays);

    private static HashSet<DateOnly> Days(params string[] days) => [.. days.Select(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))];
}
