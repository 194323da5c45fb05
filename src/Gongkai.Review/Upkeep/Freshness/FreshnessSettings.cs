using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary>A column of the site: the public items of a type, or those of them that carry a term.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="ContentType">The type.</param>
/// <param name="Period">After how long without anything new it is stale.</param>
public sealed record FreshColumn(string Label, string ContentType, ReviewPeriod Period)
{
    /// <summary>The facet of the term, one of <see cref="SearchFacets"/>; empty for the whole type.</summary>
    public string Facet { get; init; } = "";

    /// <summary>The term; empty for the whole type.</summary>
    public string Term { get; init; } = "";

    /// <summary>The account that answers for it; empty for the administrators.</summary>
    public string Owner { get; init; } = "";
}

/// <summary>After how long columns and documents are to be looked at, over their document of settings.</summary>
/// <remarks>
/// <c>{"Types": {"Page": {"Months": 6}, "Link": {"Off": true}}, "Columns": [{"Label": "要闻", "Type": "News", "Facet": "topic", "Term": "…", "Days": 14, "Owner": "zhang"}]}</c>.
/// A type that is not named has what comes with the module; with <c>Columns</c> only those named are columns.
/// </remarks>
public sealed class FreshnessSettings
{
    /// <summary>The document's name in <see cref="ISettings"/>.</summary>
    public const string Document = "Freshness";

    /// <summary>The most columns.</summary>
    public const int MostColumns = 100;

    private static readonly string[] Documents = ["DisclosureEntry", "PolicyInterpretation", "QaIssue", "Page"];
    private static readonly string[] News = ["News", "Article"];

    /// <summary>Reads the document; what has another shape is as if it were not there.</summary>
    public FreshnessSettings(JsonObject document)
    {
        Types = Documents.ToDictionary(type => type, _ => ReviewPeriod.HalfAYear, StringComparer.Ordinal);
        foreach (var (type, value) in document.Child("Types") ?? [])
        {
            if (value is JsonObject rule && rule.Flag("Off"))
                Types.Remove(type);
            else if (value is JsonObject given && PeriodOf(given) is { } period)
                Types[type] = period;
        }

        Columns = document.ContainsKey("Columns")
            ? [.. document.Objects("Columns").Select(ColumnOf).OfType<FreshColumn>().Take(MostColumns)]
            : [.. Documents[..3].Select(type => new FreshColumn("", type, ReviewPeriod.HalfAYear)), .. News.Select(type => new FreshColumn("", type, ReviewPeriod.TwoWeeks))];
    }

    /// <summary>By type after how long its documents are to be looked at; a type that is not there never is.</summary>
    public Dictionary<string, ReviewPeriod> Types { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<FreshColumn> Columns { get; }

    /// <summary>A column as it is stored; null when it lacks its type or its period.</summary>
    public static FreshColumn? ColumnOf(JsonObject json) => json.Text("Type") is { Length: > 0 } type && PeriodOf(json) is { } period
        ? new(json.Text("Label") ?? "", type, period) { Facet = json.Text("Facet") ?? "", Term = json.Text("Term") ?? "", Owner = json.Text("Owner") ?? "" }
        : null;

    /// <summary>A period as it is stored: <c>Months</c>, <c>Days</c> or both; null when there is none, or one that is too long.</summary>
    public static ReviewPeriod? PeriodOf(JsonObject json)
    {
        var (months, days) = (NumberOf(json, "Months"), NumberOf(json, "Days"));
        return months is null || days is null || months + days == 0 ? null : new(months.Value, days.Value);
    }

    private static int? NumberOf(JsonObject json, string name) => json[name] is not { } value ? 0
        : int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ReviewPeriod.Most ? number : null;
}
