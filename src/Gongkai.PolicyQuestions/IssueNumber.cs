using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions;

/// <summary>第N期 of a year. Once an issue was public under it, it stays the issue's own, also while it is withdrawn.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">The number within the year, from 1.</param>
public sealed record IssueNumber(int Year, long Number)
{
    // Beside the fields, which people edit: what was given stays told apart from what somebody typed. No definition has it, so it is never public.
    private const string Given = "GivenNumber";

    /// <summary>The counter of a year's issues.</summary>
    public static string CounterOf(int year) => string.Create(CultureInfo.InvariantCulture, $"qa-issue/{year}");

    /// <summary>The number that a version's fields say; null while they do not say both.</summary>
    public static IssueNumber? Of(QaIssuePart issue) => issue is { Year: { } year, Number: { } number } ? new(year, number) : null;

    /// <summary>The number that was given to a version's issue; null before its first publication.</summary>
    public static IssueNumber? GivenTo(ContentItem? version)
    {
        if (version?.Part(QaIssuePart.PartName) is not { } part)
            return null;
        if (part.Text(Given)?.Split('/') is [var year, var number]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return new(y, n);
        return version.Published ? Of(QaIssuePart.Over(part)) : null;
    }

    /// <summary>Writes down that a number was given.</summary>
    public void GiveTo(QaIssuePart issue) => issue.Json[Given] = string.Create(CultureInfo.InvariantCulture, $"{Year}/{Number}");

    /// <summary>Takes the number out of a copy.</summary>
    public static void TakeFrom(JsonObject part)
    {
        part.Remove("Number");
        part.Remove(Given);
    }
}
