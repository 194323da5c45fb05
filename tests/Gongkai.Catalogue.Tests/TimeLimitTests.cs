using Gongkai.Catalogue.Standards;

namespace Gongkai.Catalogue.Tests;

public sealed class TimeLimitTests
{
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
    [InlineData("20个工作日内", "2026-03-02", "2026-03-30", false)] // 20 weekdays
    [InlineData("20个工作日内", "2026-03-02", "2026-03-31", true)]
    [InlineData("5个工作日内", "2026-03-06", "2026-03-13", false)] // over one weekend
    [InlineData("7日内", "2026-03-02", "2026-03-10", true)]
    [InlineData("7日内", "2026-03-02", "2026-03-09", false)]
    [InlineData("7日内", "2026-03-02", "2026-03-01", false)]
    public void Days_are_counted_from_the_document_s_date(string limit, string issued, string published, bool isLate) =>
        Assert.Equal(isLate, TimeLimit.Parse(limit)!.LatenessOf(new(Day(issued), Day(published)), Day("2026-12-31")) is not null);

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
        Assert.Equal(isLate, TimeLimit.Parse(limit)!.LatenessOf(new(null, Day(published)), Day(today)) is not null);

    [Theory]
    [InlineData("7日内", false)]
    [InlineData("20个工作日内", false)]
    [InlineData("每月", true)]
    [InlineData("每年3月31日前", true)]
    public void Days_after_a_document_s_date_need_that_date(string limit, bool canBeReckoned) =>
        Assert.Equal(canBeReckoned, TimeLimit.Parse(limit)!.CanBeReckoned(new(null, Day("2026-01-02"))));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
