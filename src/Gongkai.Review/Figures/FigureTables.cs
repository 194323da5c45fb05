using Gongkai.Content;

namespace Gongkai.Review.Figures;

/// <summary>How the figures of a report come of what is counted. Names stay as they are: addresses have them.</summary>
public static class FigureTables
{
    /// <summary>审核认定: documents whose mode was decided, by lead office and mode.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>政策解读: interpretations by form.</summary>
    public const string Interpretations = "interpretations";

    /// <summary>Policies that need or have an interpretation, by when it came.</summary>
    public const string Policies = "policies";

    /// <summary>政策简明问答: issues and their pairs.</summary>
    public const string Questions = "questions";

    /// <summary>Public items by column: by content type.</summary>
    public const string Columns = "columns";

    /// <summary>The row or column of the sum.</summary>
    public const string All = "*";

    /// <summary>The row of issues in <see cref="Questions"/>.</summary>
    public const string Issues = "issues";

    /// <summary>The row of pairs in <see cref="Questions"/>.</summary>
    public const string Pairs = "pairs";

    /// <summary>The type of documents.</summary>
    public const string EntryType = "DisclosureEntry";

    /// <summary>The type of interpretations.</summary>
    public const string InterpretationType = "PolicyInterpretation";

    /// <summary>The type of Q&amp;A issues.</summary>
    public const string IssueType = "QaIssue";

    /// <summary>The documents whose mode was decided, each under its lead office only, so that the rows add up.</summary>
    /// <param name="documents">The decisions, each with its day and the lead office of its document; null for none.</param>
    public static FigureTable OfReviewed(IEnumerable<(ReviewedDocument Document, DateOnly Day, string? Office)> documents)
    {
        var counted = documents.Select(one => (Row: one.Office ?? "", Column: one.Document.Mode, Item: new FigureItem(one.Document.ContentItemId, one.Day))).ToList();
        // Modes of a former wording keep a column of their own.
        string[] modes = [.. Standing.ModeDecision.Modes.Concat(counted.Select(one => one.Column)).Distinct(StringComparer.Ordinal)];
        return TableOf(Reviewed, modes, counted, [.. counted.GroupBy(one => one.Row, StringComparer.Ordinal).OrderByDescending(row => row.Count()).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Key)]);
    }

    /// <summary>The interpretations by their form.</summary>
    /// <param name="items">The public items of the period.</param>
    /// <param name="forms">The forms in the order in which people choose them.</param>
    public static FigureTable OfInterpretations(IEnumerable<CountedItem> items, IReadOnlyList<string> forms)
    {
        var counted = items.Where(item => item.ContentType == InterpretationType).Select(item => (item.Form ?? "", All, ItemOf(item))).ToList();
        return TableOf(Interpretations, [], counted, [.. forms.Concat(counted.Select(one => one.Item1).Where(form => form.Length > 0)).Append("").Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The policies that need or have an interpretation.</summary>
    /// <param name="items">The public items of the period.</param>
    /// <param name="interpretedOn">The day of the first public interpretation, by policy.</param>
    public static FigureTable OfPolicies(IEnumerable<CountedItem> items, IReadOnlyDictionary<string, DateOnly> interpretedOn)
    {
        var counted = items.Where(item => item is { ContentType: EntryType, Day: not null })
            .Select(item => (Timing: InterpretationTimings.Of(item.NeedsInterpretation, item.Day!.Value, interpretedOn.TryGetValue(item.ContentItemId, out var day) ? day : null), Item: ItemOf(item)))
            .Where(one => one.Timing != InterpretationTiming.NotNeeded).Select(one => (one.Timing.ToString(), All, one.Item)).ToList();
        return TableOf(Policies, [], counted, [nameof(InterpretationTiming.InStep), nameof(InterpretationTiming.Late), nameof(InterpretationTiming.Missing)], keepsEmpty: true);
    }

    /// <summary>The Q&amp;A issues, and the pairs in them.</summary>
    /// <param name="items">The public items of the period.</param>
    public static FigureTable OfQuestions(IEnumerable<CountedItem> items)
    {
        var issues = items.Where(item => item.ContentType == IssueType).ToList();
        return new(Questions, [All],
        [
            new(Issues, [new(Questions, Issues, All, [.. issues.Select(ItemOf)])]),
            new(Pairs, [new(Questions, Pairs, All, [.. issues.Where(item => item.Pairs > 0).Select(item => ItemOf(item) with { Weight = item.Pairs })])]),
        ]);
    }

    /// <summary>The public items by type.</summary>
    /// <param name="items">The public items of the period.</param>
    /// <param name="types">The types that are columns, in the order in which people read them; one that has no item has no row.</param>
    public static FigureTable OfColumns(IEnumerable<CountedItem> items, IReadOnlyList<string> types) =>
        TableOf(Columns, [], [.. items.Where(item => types.Contains(item.ContentType)).Select(item => (item.ContentType, All, ItemOf(item)))], types);

    private static FigureItem ItemOf(CountedItem item) => new(item.ContentItemId, item.Day ?? default);

    /// <summary>A table with the sums at its edges.</summary>
    private static FigureTable TableOf(string name, IReadOnlyList<string> columns, IReadOnlyCollection<(string Row, string Column, FigureItem Item)> counted, IReadOnlyList<string> rows, bool keepsEmpty = false)
    {
        string[] whole = [.. columns, All];
        return new(name, whole,
        [
            .. rows.Where(row => keepsEmpty || counted.Any(one => one.Row == row)).Select(row => RowOf(row, counted.Where(one => one.Row == row).ToList())),
            RowOf(All, counted),
        ]);

        FigureRow RowOf(string row, IReadOnlyCollection<(string Row, string Column, FigureItem Item)> ofRow) =>
            new(row, [.. whole.Select(column => new Figure(name, row, column, [.. ofRow.Where(one => column == All || one.Column == column).Select(one => one.Item)]))]);
    }
}
