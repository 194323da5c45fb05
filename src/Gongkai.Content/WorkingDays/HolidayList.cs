using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>The yearly notices as their document has them; a year that a site has goes before the one that comes with the model.</summary>
public static class HolidayList
{
    private const string Format = "yyyy-MM-dd";
    private const int LongestSpan = 31;

    /// <summary>The years that are known.</summary>
    public static IReadOnlyDictionary<int, HolidayYear> Read(JsonObject document)
    {
        var years = new Dictionary<int, HolidayYear>();
        foreach (var (name, value) in Starter().Concat(document))
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && value is JsonObject notice
                && Parse(year, string.Join('\n', notice.Texts("Off")), string.Join('\n', notice.Texts("Work")), out _) is { } read)
                years[year] = read;
        }

        return years;
    }

    /// <summary>A year's notice as people write it: a day or a span (<c>2026-02-15/2026-02-23</c>, also with 至) a line.</summary>
    /// <param name="year">The year.</param>
    /// <param name="off">The days off.</param>
    /// <param name="work">The weekends that are worked.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    public static HolidayYear? Parse(int year, string off, string work, out Wording? fault)
    {
        var (daysOff, workingDays) = (Days(year, off, out fault), fault is null ? Days(year, work, out fault) : null);
        if (fault is not null)
            return null;
        if (daysOff!.Overlaps(workingDays!))
            fault = new("同一天不能既放假又上班：{0}。没有保存。", Words(daysOff.First(workingDays!.Contains)));
        else if (workingDays!.FirstOrDefault(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is var weekday && weekday != default)
            fault = new("调休上班的应是周六或周日：{0} 不是。没有保存。", Words(weekday));
        return fault is null ? new(daysOff, workingDays!) : null;
    }

    /// <summary>The document of a year's notice.</summary>
    public static JsonObject Write(HolidayYear year) => new() { ["Off"] = Write(year.DaysOff), ["Work"] = Write(year.WorkingDays) };

    /// <summary>Days as people write them, those that follow one another as a span.</summary>
    public static IReadOnlyList<string> Spans(IEnumerable<DateOnly> days)
    {
        var spans = new List<(DateOnly From, DateOnly Until)>();
        foreach (var day in days.Order())
        {
            if (spans is [.., var last] && last.Until.AddDays(1) == day)
                spans[^1] = (last.From, day);
            else
                spans.Add((day, day));
        }

        return [.. spans.Select(span => span.From == span.Until ? Words(span.From) : $"{Words(span.From)}/{Words(span.Until)}")];
    }

    private static JsonObject Starter()
    {
        using var stream = typeof(HolidayList).Assembly.GetManifestResourceStream("Gongkai.Content.WorkingDays.holidays.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonArray Write(IEnumerable<DateOnly> days) => new([.. Spans(days).Select(span => JsonValue.Create(span))]);

    private static HashSet<DateOnly>? Days(int year, string text, out Wording? fault)
    {
        fault = null;
        var days = new HashSet<DateOnly>();
        foreach (var line in text.Split(['\n', '\r', ',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = line.Split(['/', '至', '~'], 2);
            if (!TryParse(ends[0], out var from) || !TryParse(ends[^1], out var until) || until < from || until.DayNumber - from.DayNumber > LongestSpan || from.Year != year || until.Year != year)
            {
                fault = new("“{0}”不对：应写作 {1}-05-01，或一段 {1}-05-01/{1}-05-05，都在 {1} 年里。没有保存。", ShortText.Of(line), year.ToString(CultureInfo.InvariantCulture));
                return null;
            }

            for (var day = from; day <= until; day = day.AddDays(1))
                days.Add(day);
        }

        return days;
    }

    private static bool TryParse(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Words(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
