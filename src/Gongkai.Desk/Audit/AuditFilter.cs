using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Audit;

/// <summary>What somebody looks for in the audit trail, as the address of the page says it. Anything may stand there.</summary>
internal sealed record AuditFilter
{
    public const int PageSize = 50;

    // So many pages can be turned; who looks for older rows names a period.
    public const int MaxPage = 2000;

    private const int MaxText = 200;
    private const string DayFormat = "yyyy-MM-dd";

    public string? User { get; init; }

    public string? Action { get; init; }

    public string? Item { get; init; }

    public string? Result { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Whether everything is shown.</summary>
    public bool IsEmpty => this with { Number = 1 } == new AuditFilter();

    /// <summary>The names of what is filled in and cannot be read.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. new[] { (nameof(From), From), (nameof(To), To) }.Where(day => day.Item2 is not null && DayOf(day.Item2) is null).Select(day => day.Item1),
        .. Result is not null && ResultOf(Result) is null ? [nameof(Result)] : Array.Empty<string>(),
        .. new[] { (nameof(User), User), (nameof(Action), Action), (nameof(Item), Item) }.Where(text => text.Item2 is { } given && (given.Length > MaxText || !StorableText.IsStorable(given))).Select(text => text.Item1),
    ];

    /// <summary>Takes it from what stands in the address.</summary>
    public static AuditFilter Of(string? user, string? action, string? item, string? result, string? from, string? to, int? number) => new()
    {
        User = Given(user),
        Action = Given(action),
        Item = Given(item),
        Result = Given(result),
        From = Given(from),
        To = Given(to),
        Number = Math.Clamp(number ?? 1, 1, MaxPage),
    };

    /// <summary>The query; call it when there is no fault.</summary>
    /// <param name="zone">The time zone in which days are meant.</param>
    public AuditQuery ToQuery(TimeZoneInfo zone) => new()
    {
        User = User,
        Action = Action,
        ContentItemId = Item,
        Result = ResultOf(Result),
        FromUtc = StartOf(DayOf(From), zone),
        UntilUtc = StartOf(DayOf(To)?.AddDays(1), zone),
        Skip = (Number - 1) * PageSize,
        Count = PageSize,
    };

    /// <summary>The address's values for a page of the same list.</summary>
    public Dictionary<string, string> ToRoute(int number = 1)
    {
        var route = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in new[] { ("user", User), ("what", Action), ("item", Item), ("result", Result), ("from", From), ("to", To) })
        {
            if (value is not null)
                route[name] = value;
        }

        if (number > 1)
            route["number"] = number.ToString(CultureInfo.InvariantCulture);
        return route;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static AuditResult? ResultOf(string? text) => Enum.GetNames<AuditResult>().Contains(text) ? Enum.Parse<AuditResult>(text!) : null;

    // The day after the last one that can be written is none.
    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    private static DateTime? StartOf(DateOnly? day, TimeZoneInfo zone) => day is { } one ? LocalDays.BeginOf(one, zone) : null;
}
