using Gongkai.Content;

namespace Gongkai.Search.Facets;

/// <summary>For every value of a facet the values that a document with it counts for: the value, and of a term those above it.</summary>
/// <remarks>Taken from the taxonomies as they are now, so that moving a term needs no new index. A term that is in no tree any more counts for nothing.</remarks>
internal sealed class FacetLineages
{
    private readonly TaxonomySnapshot _taxonomies;
    private readonly int[][]?[] _byFacet;

    /// <summary>Reads the trees.</summary>
    public FacetLineages(FacetNumbers numbers, TaxonomySnapshot taxonomies)
    {
        _taxonomies = taxonomies;
        Numbers = numbers;
        _byFacet = [.. SearchFacets.All.Select((facet, i) => SearchFacets.TaxonomyOf(facet) is { } taxonomy ? Read(numbers[i], taxonomies.ById.GetValueOrDefault(taxonomy)) : null)];
    }

    /// <summary>The numbers that the lineages are written in.</summary>
    public FacetNumbers Numbers { get; }

    /// <summary>Whether they are those of these taxonomies and know every value.</summary>
    public bool IsOf(FacetNumbers numbers, TaxonomySnapshot taxonomies)
    {
        if (Numbers != numbers || _taxonomies != taxonomies)
            return false;
        for (var facet = 0; facet < _byFacet.Length; facet++)
        {
            if (_byFacet[facet] is { } lineages && lineages.Length < numbers[facet].Count)
                return false;
        }

        return true;
    }

    /// <summary>The lineages of a facet's values by number; null for a facet that is no tree.</summary>
    public int[][]? this[int facet] => _byFacet[facet];

    /// <summary>Which values of a facet satisfy a filter: those chosen and what is below them.</summary>
    public bool[] Accepting(int facet, IEnumerable<string> chosen)
    {
        var values = Numbers[facet];
        var accepting = new bool[values.Count];
        var taxonomy = SearchFacets.TaxonomyOf(SearchFacets.All[facet]);
        foreach (var value in chosen)
        {
            var term = taxonomy is null ? null : _taxonomies.FindTerm(taxonomy, value);
            foreach (var id in term?.SelfAndDescendants.Select(below => below.Id) ?? [AudienceWords.Chosen(SearchFacets.All[facet], value)])
            {
                if (values.Find(id) is >= 0 and var number && number < accepting.Length)
                    accepting[number] = true;
            }
        }

        return accepting;
    }

    private static int[][] Read(FacetValues values, TaxonomyTree? tree)
    {
        var all = tree?.All.Values ?? [];
        foreach (var term in all)
            values.Number(term.Id);
        var lineages = new int[values.Count][];
        Array.Fill(lineages, []);
        foreach (var term in all)
            lineages[values.Find(term.Id)] = [.. term.Lineage.Select(above => values.Find(above.Id)).Distinct()];
        return lineages;
    }
}
