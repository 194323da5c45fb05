using System.Globalization;

namespace Gongkai.Review.Figures;

/// <summary>The days that a report is about, both inclusive, in the site's time zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record FigurePeriod(DateOnly From, DateOnly To)
{
    /// <summary>The first year that can be asked for: before it there was nothing to disclose.</summary>
    public const int FirstYear = 1949;

    /// <summary>The last one.</summary>
    public const int LastYear = 2999;

    private const string Day = "yyyy-MM-dd";

    /// <summary>A whole year.</summary>
    public static FigurePeriod OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The year that it is; null when it is none as a whole.</summary>
    public int? Year => this == OfYear(From.Year) ? From.Year : null;

    /// <summary>The first day as it is written.</summary>
    public string FromText => From.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>The last day as it is written.</summary>
    public string ToText => To.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Reads what somebody asked for: a year, or two days, of which one that is left out is the beginning or the end of the other's year; this year when nothing is said.</summary>
    /// <param name="year">A year; days that are given go before it.</param>
    /// <param name="from">The first day, as <c>2026-01-31</c>.</param>
    /// <param name="to">The last day.</param>
    /// <param name="today">Today, in the site's time zone.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static FigurePeriod? Read(string? year, string? from, string? to, DateOnly today, out PeriodFault? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to))
        {
            if (string.IsNullOrWhiteSpace(year))
                return OfYear(today.Year);
            if (int.TryParse(year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && IsYear(whole))
                return OfYear(whole);
            fault = PeriodFault.Year;
            return null;
        }

        var (first, last) = (DayOf(from), DayOf(to));
        fault = first is null && !string.IsNullOrWhiteSpace(from) ? PeriodFault.From
            : last is null && !string.IsNullOrWhiteSpace(to) ? PeriodFault.To
            : first > last ? PeriodFault.Order
            : null;
        return fault is null ? new(first ?? new(last!.Value.Year, 1, 1), last ?? new(first!.Value.Year, 12, 31)) : null;
    }

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsYear(day.Year) ? day : null;
}

/// <summary>What is wrong with a period.</summary>
public enum PeriodFault
{
    /// <summary>The year cannot be read, or is none of those that can be asked for.</summary>
    Year,

    /// <summary>The first day cannot be read.</summary>
    From,

    /// <summary>The last day cannot be read.</summary>
    To,

    /// <summary>The last day is before the first.</summary>
    Order,
}
