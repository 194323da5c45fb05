using Gongkai.Catalogue.Standards;
using Gongkai.Content;

namespace Gongkai.Catalogue.Tests;

public sealed class TimeLimitTests
{
    private static readonly WorkingCalendar Calendar = new(HolidayList.Read([]));

    [Theory]
    [InlineData("信息形成或变更之日起20个工作日内", "WorkingDays", 20, 0, 0)]
    [InlineData("7个工作日内公开", "WorkingDays", 7, 0, 0)]
    [InlineData("公示7日内", "Days", 7, 0, 0)]
    [InlineData("制定后 15 天以内", "Days", 15, 0, 0)]
    [InlineData("每年3月31日前", "Yearly", 0, 3, 31)]
    [InlineData("每年6月底前", "Yearly", 0, 6, 30)]
    [InlineData("每年2月30日前", "Yearly", 0, 2, 28)]
    [InlineData("每年公开一次", "Yearly", 0, 0, 0)]
    [InlineData("每季度", "Quarterly", 0, 0, 0)]
    [InlineData("按月公开", "Monthly", 0, 0, 0)]
    public void Limits_that_name_a_time_are_read(string text, string kind, int days, int month, int day) =>
        Assert.Equal(new TimeLimit(Enum.Parse<TimeLimitKind>(kind), days, month, day), TimeLimit.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("及时公开")]
    [InlineData("长期公开")]
    [InlineData("99999999日内")]
    [InlineData("每年13月1日前")]
    public void What_names_no_time_is_not_reckoned(string? text) => Assert.True(TimeLimit.Parse(text) is null or { Kind: TimeLimitKind.Yearly, Month: 0 });

    [Theory]
    [InlineData("7日内", "2026-03-02", "2026-03-10", true)]
    [InlineData("7日内", "2026-03-02", "2026-03-09", false)]
    [InlineData("7日内", "2026-03-02", "2026-03-01", false)]
    public void Days_are_counted_from_the_document_s_date(string limit, string issued, string published, bool isLate) =>
        Assert.Equal(isLate, TimeLimit.Parse(limit)!.LatenessOf(new(Day(issued), Day(published)), Day("2026-12-31"), Calendar).IsLate);

    [Theory]
    [InlineData("20个工作日内", "2026-03-02", "2026-03-30", false)] // no holiday between them
    [InlineData("20个工作日内", "2026-03-02", "2026-03-31", true)]
    [InlineData("5个工作日内", "2026-03-06", "2026-03-13", false)] // over one weekend
    [InlineData("20个工作日内", "2025-01-20", "2025-02-21", false)] // the Spring Festival of 2025: 24 weekdays, 20 of them and of the worked weekends are worked
    [InlineData("20个工作日内", "2025-01-20", "2025-02-24", true)]
    [InlineData("20个工作日内", "2025-09-12", "2025-10-16", false)] // the National Day of 2025
    [InlineData("20个工作日内", "2025-09-12", "2025-10-17", true)]
    [InlineData("1个工作日内", "2025-10-10", "2025-10-11", false)] // a Saturday that is worked
    [InlineData("1个工作日内", "2025-10-10", "2025-10-13", true)] // one weekday, but the Saturday before it was worked
    public void Regulation_Art_26_working_days_are_those_of_the_yearly_notice(string limit, string issued, string published, bool isLate) =>
        Assert.Equal(isLate, TimeLimit.Parse(limit)!.LatenessOf(new(Day(issued), Day(published)), Day("2026-12-31"), Calendar).IsLate);

    [Theory]
    [InlineData("2026-12-30", "2027-01-08", false, "没有 2027 年的节假日数据，不能推算是否逾期：只扣除周末是第 7 个工作日公开，时限 5 个工作日")]
    [InlineData("2026-12-30", "2027-01-06", false, "")] // in time however many holidays there are
    [InlineData("2026-12-30", "2027-06-01", true, "最新一条成文后约第 109 个工作日公开，时限 5 个工作日（没有 2027 年的节假日数据，只扣除周末）")]
    [InlineData("2026-12-10", "2026-12-31", true, "最新一条成文后第 15 个工作日公开，时限 5 个工作日")]
    public void Of_a_year_without_its_notice_only_what_is_late_in_any_case_is_called_so(string issued, string published, bool isLate, string reason) =>
        Assert.Equal(new Lateness(isLate, reason), TimeLimit.Parse("5个工作日内")!.LatenessOf(new(Day(issued), Day(published)), Day("2027-12-31"), Calendar));

    [Theory]
    [InlineData("每年3月31日前", "2025-03-01", "2026-03-31", false)] // the day is not over
    [InlineData("每年3月31日前", "2025-03-01", "2026-04-01", true)]
    [InlineData("每年3月31日前", "2026-03-31", "2026-11-01", false)]
    [InlineData("每年3月31日前", "2026-04-02", "2026-11-01", true)] // published, but after the day
    [InlineData("每年", "2025-01-01", "2026-12-31", false)]
    [InlineData("每年", "2024-12-31", "2026-01-01", true)]
    [InlineData("每季度", "2025-12-31", "2026-03-31", false)]
    [InlineData("每季度", "2025-12-31", "2026-04-01", true)]
    [InlineData("每月", "2025-12-01", "2026-01-31", false)]
    [InlineData("每月", "2025-12-31", "2026-02-01", true)]
    public void A_period_lapses_when_the_one_before_this_has_nothing(string limit, string published, string today, bool isLate) =>
        Assert.Equal(isLate, TimeLimit.Parse(limit)!.LatenessOf(new(null, Day(published)), Day(today), Calendar).IsLate);

    [Theory]
    [InlineData("7日内", false)]
    [InlineData("20个工作日内", false)]
    [InlineData("每月", true)]
    [InlineData("每年3月31日前", true)]
    public void Days_after_a_document_s_date_need_that_date(string limit, bool canBeReckoned) =>
        Assert.Equal(canBeReckoned, TimeLimit.Parse(limit)!.CanBeReckoned(new(null, Day("2026-01-02"))));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
