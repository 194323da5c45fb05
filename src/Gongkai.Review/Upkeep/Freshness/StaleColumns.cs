using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary>A column and what is newest in it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Newest">The day of the newest item; null when there is none.</param>
/// <param name="DueOn">The last day on which something new was to come; null when there is nothing.</param>
/// <param name="IsStale">Whether it is empty, or was left alone too long.</param>
/// <param name="Party">Who answers for it.</param>
public sealed record ColumnLine(FreshColumn Column, string Label, DateOnly? Newest, DateOnly? DueOn, bool IsStale, ResponsibleParty Party);

/// <summary>Looks when something new last came into each column. The index answers, a moment each.</summary>
public sealed class StaleColumns(ISearch search, ISettings settings, IContentDefinitions definitions, Taxonomies taxonomies, UpkeepPeople people, SiteSettings site)
{
    /// <summary>The columns in the order of the settings; those of types that are not there are left out.</summary>
    public async Task<IReadOnlyList<ColumnLine>> FindAsync(CancellationToken cancellationToken = default)
    {
        var rule = await people.FindAsync(cancellationToken);
        return [.. new FreshnessSettings(settings.Get(FreshnessSettings.Document)).Columns.Where(column => definitions.Current.Types.ContainsKey(column.ContentType)).Select(column => LineOf(column, rule, cancellationToken))];
    }

    private ColumnLine LineOf(FreshColumn column, Responsibility rule, CancellationToken cancellationToken)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [SearchFacets.Type] = [column.ContentType] };
        if (column.Facet.Length > 0)
            filters[column.Facet] = [column.Term];
        var newest = search.Search(new() { Filters = filters, Sort = SearchSort.Newest, Size = 1, CountFacets = false }, cancellationToken).Hits is [{ Date: { } date }] ? date : (DateOnly?)null;
        return new(column, LabelOf(column), newest, newest is { } since ? column.Period.DueOn(since) : null, newest is not { } last || column.Period.IsOver(last, site.Today), rule.Of(column.Owner, []));
    }

    private string LabelOf(FreshColumn column)
    {
        if (column.Label.Length > 0)
            return column.Label;
        var type = definitions.Current.Types[column.ContentType];
        var label = type.DisplayName.Length > 0 ? type.DisplayName : type.Name;
        return SearchFacets.TaxonomyOf(column.Facet) is { } taxonomy && taxonomies.Current.FindByAlias(taxonomy)?.All.GetValueOrDefault(column.Term) is { } term ? $"{label}：{term.Label}" : label;
    }
}
