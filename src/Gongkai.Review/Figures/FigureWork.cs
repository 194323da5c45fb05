using Gongkai.Content;

namespace Gongkai.Review.Figures;

/// <summary>Makes the report of a period: a handful of queries, however much there is.</summary>
public sealed class FigureWork(ICountedItems counted, IReviewRecords records, IContentDefinitions definitions, ISettings settings, SiteSettings site)
{
    /// <summary>The report of what somebody may list.</summary>
    public async Task<FigureReport> MakeAsync(FigurePeriod period, CountedScope scope, CancellationToken cancellationToken)
    {
        var items = await counted.PublicAsync(scope, period.From, period.To, cancellationToken);
        var interpretedOn = await counted.InterpretedOnAsync(cancellationToken);
        return new(period,
        [
            FigureTables.OfReviewed(await ReviewedAsync(period, scope, cancellationToken)),
            FigureTables.OfInterpretations(items, Forms()),
            FigureTables.OfPolicies(items, interpretedOn),
            FigureTables.OfQuestions(items),
            FigureTables.OfColumns(items, [.. Columns(scope)]),
        ]);
    }

    /// <summary>What readers take for content; all that somebody may list where a site has no search.</summary>
    private IEnumerable<string> Columns(CountedScope scope) => SearchedTypes.Of(settings, site) is { Count: > 0 } searched ? scope.ContentTypes.Where(searched.Contains) : scope.ContentTypes;

    private async Task<List<(ReviewedDocument Document, DateOnly Day, string? Office)>> ReviewedAsync(FigurePeriod period, CountedScope scope, CancellationToken cancellationToken)
    {
        var (since, before) = (LocalDays.BeginOf(period.From, site.TimeZone), LocalDays.BeginOf(period.To.AddDays(1), site.TimeZone));
        var decided = (await records.HistoriesAsync(since, before, cancellationToken)).GroupBy(step => step.ContentItemId, StringComparer.Ordinal)
            .Select(history => ReviewedDocument.Of([.. history], since)).OfType<ReviewedDocument>().ToList();
        var visible = (await counted.FindAsync(scope, [.. decided.Select(document => document.ContentItemId)], cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. decided.Where(document => visible.ContainsKey(document.ContentItemId)).OrderByDescending(document => document.AtUtc)
            .Select(document => (document, site.DayOf(document.AtUtc), visible[document.ContentItemId].LeadIssuer))];
    }

    /// <summary>The forms that editors choose from.</summary>
    private IReadOnlyList<string> Forms() => definitions.Current.Parts.GetValueOrDefault(FigureTables.InterpretationType)?.Fields.FirstOrDefault(field => field.Name == "Form")?.Settings
        .Texts("TextFieldPredefinedListEditorSettings", "Options", "value") ?? [];
}
