using Gongkai.Content;

namespace Gongkai.Search.Facets;

/// <summary>Turns counted numbers into what people read.</summary>
internal static class FacetLabels
{
    /// <summary>The counts by facet: years newest first, everything else by count, terms that are in no tree any more left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Of(FacetCounter?[]? counters, FacetNumbers numbers, TaxonomySnapshot taxonomies, DefinitionSnapshot definitions)
    {
        var result = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        for (var i = 0; i < counters?.Length; i++)
        {
            var facet = SearchFacets.All[i];
            if (!SearchFacets.Counted.Contains(facet))
                continue;
            var counts = new List<FacetCount>();
            foreach (var (value, count) in counters[i]?.Result() ?? [])
            {
                var id = numbers[i][value];
                if (LabelOf(facet, id, taxonomies, definitions) is { } label)
                    counts.Add(new FacetCount(id, label, count));
            }

            counts.Sort(facet == SearchFacets.Year
                ? (a, b) => string.CompareOrdinal(b.Id, a.Id)
                : (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Id, b.Id));
            result[facet] = counts;
        }

        return result;
    }

    private static string? LabelOf(string facet, string id, TaxonomySnapshot taxonomies, DefinitionSnapshot definitions)
    {
        if (SearchFacets.TaxonomyOf(facet) is { } taxonomy)
            return taxonomies.FindTerm(taxonomy, id)?.Label;
        return facet == SearchFacets.Type ? definitions.FindType(id)?.Definition.DisplayName ?? id : id;
    }
}
