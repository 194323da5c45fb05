using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests.WorkingDays;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Known = new(HolidayList.Read([]));

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // a Saturday that is worked
    [InlineData("2026-02-14", 1, "2026-02-24")] // over the festival
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-03-06", 1, "2026-03-09")] // over a weekend
    [InlineData("2026-02-02", 20, "2026-03-06")]
    [InlineData("2025-01-20", 20, "2025-02-21")] // over the Spring Festival of 2025
    [InlineData("2025-09-12", 20, "2025-10-16")] // over the National Day of 2025
    public void Regulation_Art_26_counts_working_days_make_up_weekends_included(string from, int days, string until)
    {
        Assert.Equal(new(Day(until), false), Known.After(Day(from), days));
        Assert.Equal(new CountedDays(days, days, null), Known.Between(Day(from), Day(until)));
    }

    [Theory]
    [InlineData("2024-12-31", "2025-01-01", 0)] // New Year's Day
    [InlineData("2025-01-27", "2025-02-04", 0)] // the Spring Festival, nothing else
    [InlineData("2025-01-25", "2025-01-26", 1)] // a Sunday that is worked before it
    [InlineData("2025-02-07", "2025-02-08", 1)] // a Saturday that is worked after it
    [InlineData("2025-09-30", "2025-10-08", 0)] // the National Day and the Mid-Autumn Festival
    [InlineData("2025-10-10", "2025-10-12", 1)] // a Saturday that is worked after it
    [InlineData("2025-03-05", "2025-03-05", 0)]
    [InlineData("2025-03-05", "2025-03-04", 0)]
    public void Holidays_are_not_counted_and_make_up_weekends_are(string after, string until, int count) => Assert.Equal(new CountedDays(count, count, null), Known.Between(Day(after), Day(until)));

    [Fact]
    public void Counting_is_looking_at_each_day()
    {
        var first = new DateOnly(2023, 12, 20);
        var (day, count) = (first, 0);
        for (; day < new DateOnly(2026, 1, 10); day = day.AddDays(1))
        {
            Assert.Equal(count, Known.Between(first, day).Count);
            count += Known.IsWorkingDay(day.AddDays(1)) ? 1 : 0;
        }
    }

    [Theory]
    [InlineData("2027-01-04", "2027-01-08", 4, 0, 2027)]
    [InlineData("2027-01-04", "2027-12-31", 259, 234, 2027)]
    [InlineData("2026-12-25", "2028-01-07", 270, 220, 2027)]
    [InlineData("1901-01-01", "2026-12-31", 32_802, 29_802, 1901)]
    public void Of_a_year_without_its_notice_weekends_are_left_out_and_it_is_told(string after, string until, int count, int least, int year)
    {
        Assert.True(Known.After(new(2026, 12, 25), 10).IsWithoutHolidays);
        Assert.Equal(new CountedDays(count, least, year), Known.Between(Day(after), Day(until)));
    }

    [Fact]
    public void A_year_s_day_that_is_only_begun_at_is_not_asked_for() => Assert.Null(Known.Between(new(2020, 12, 31), new(2021, 1, 8)).UnknownYear);

    [Fact]
    public void No_notice_takes_off_more_weekdays_than_are_allowed_for() =>
        Assert.All(Known.Years.Values, year => Assert.InRange(year.DaysOff.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)), 10, WorkingCalendar.MostWeekdaysOff - 5));

    [Fact]
    public void The_years_that_come_with_the_model_are_whole_and_a_site_can_say_otherwise()
    {
        var years = HolidayList.Read(JsonNode.Parse("""{"2026": {"Off": ["2026-01-01"], "Work": []}}""")!.AsObject());

        Assert.Equal([2021, 2022, 2023, 2024, 2025, 2026], years.Keys.Order());
        Assert.All(years.Where(year => year.Key < 2026), year => Assert.InRange(year.Value.DaysOff.Count, 26, 31));
        Assert.Equal(new DateOnly(2026, 1, 1), Assert.Single(years[2026].DaysOff));
    }

    [Fact]
    public void A_site_s_calendar_is_made_once_for_each_state_of_its_document()
    {
        var settings = new Documents();
        var calendar = new SiteCalendar(settings);
        var (starter, unknown) = (calendar.Current, new DateOnly(2027, 2, 8));
        Assert.True(starter.IsWorkingDay(unknown));
        Assert.Same(starter, calendar.Current);

        settings.Document = JsonNode.Parse("""{"2027": {"Off": ["2027-02-06/2027-02-12"], "Work": []}}""")!.AsObject();
        var known = calendar.Current;

        Assert.False(known.IsWorkingDay(unknown));
        Assert.Equal(2025, known.Years.Keys.Order().SkipLast(2).Last());
        Assert.Same(known, calendar.Current);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Documents : ISettings
    {
        public JsonObject? Document { get; set; }

        public JsonObject Get(string name) => (JsonObject?)Document?.DeepClone() ?? [];

        public object? StampOf(string name) => Document;
    }
}
