using Gongkai.Review.Figures;

namespace Gongkai.Review.Tests.Figures;

public sealed class FigurePeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData(null, null, null, "2026-01-01", "2026-12-31", 2026)]
    [InlineData("2021", "", " ", "2021-01-01", "2021-12-31", 2021)]
    [InlineData(" 2021 ", null, null, "2021-01-01", "2021-12-31", 2021)]
    [InlineData("2021", "2022-03-01", "2022-03-31", "2022-03-01", "2022-03-31", null)]
    [InlineData("never", "2022-03-01", "2022-03-01", "2022-03-01", "2022-03-01", null)]
    [InlineData(null, "2022-03-01", null, "2022-03-01", "2022-12-31", null)]
    [InlineData(null, null, "2022-03-01", "2022-01-01", "2022-03-01", null)]
    [InlineData(null, "2020-01-01", "2020-12-31", "2020-01-01", "2020-12-31", 2020)]
    [InlineData(null, "2019-01-01", "2020-12-31", "2019-01-01", "2020-12-31", null)]
    public void A_period_is_a_year_or_two_days(string? year, string? from, string? to, string first, string last, int? whole)
    {
        var period = FigurePeriod.Read(year, from, to, Today, out var fault);

        Assert.Null(fault);
        Assert.Equal((first, last, whole), (period!.FromText, period.ToText, period.Year));
    }

    [Theory]
    [InlineData("21", null, null, PeriodFault.Year)]
    [InlineData("1948", null, null, PeriodFault.Year)]
    [InlineData("3000", null, null, PeriodFault.Year)]
    [InlineData("二〇二一", null, null, PeriodFault.Year)]
    [InlineData("-2021", null, null, PeriodFault.Year)]
    [InlineData(null, "2022-02-30", null, PeriodFault.From)]
    [InlineData(null, "01/02/2022", "2022-03-01", PeriodFault.From)]
    [InlineData(null, "0001-01-01", "9999-12-31", PeriodFault.From)]
    [InlineData(null, "2022-03-01", "later", PeriodFault.To)]
    [InlineData(null, "2022-03-02", "2022-03-01", PeriodFault.Order)]
    public void What_is_none_is_told(string? year, string? from, string? to, PeriodFault expected)
    {
        Assert.Null(FigurePeriod.Read(year, from, to, Today, out var fault));
        Assert.Equal(expected, fault);
    }
}
