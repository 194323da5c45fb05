using Gongkai.Catalogue.Standards;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Pages;

/// <summary>The ways into the catalogue: by topic, genre and issuer as trees, by whom something is for, by the standard catalogues.</summary>
/// <param name="search">Counts.</param>
/// <param name="taxonomies">The trees.</param>
/// <param name="standards">The standard catalogues.</param>
internal sealed class CatalogueWays(ISearch search, Taxonomies taxonomies, StandardItems standards) : IMapAddresses
{
    private static readonly string[] TreeFacets = [SearchFacets.Topic, SearchFacets.Genre, SearchFacets.Issuer];

    /// <summary>The service objects that are shown: those with the most entries.</summary>
    private const int MostAudiences = 60;

    private const int MostAudiencesInMap = 1_000;

    /// <summary>The ways in as links.</summary>
    public IReadOnlyList<Link> Links(CataloguePlace place, SearchResult result) =>
    [
        new("全部", CataloguePlace.Root, place == CataloguePlace.Whole),
        .. TreesOf().Select(tree => new Link(tree.Title, tree.Url, place.Tree == tree.Tree)),
        .. place.Facet == SearchFacets.Audience || Counted(result, SearchFacets.Audience).Count > 0
            ? (Link[])[new(CataloguePlace.AudiencesTitle, CataloguePlace.Audiences, place.Facet == SearchFacets.Audience)] : [],
        new("标准目录", StandardPages.Path),
    ];

    /// <summary>The ways in as trees with the counts of a result. The other filters stay when a value is clicked, also the page's own of another tree.</summary>
    public IReadOnlyList<Tree> Trees(CataloguePlace place, SearchRequest request, SearchResult result)
    {
        var trees = TreesOf().Select(one => TreeOf(one.Tree, one.Facet, place, request, result)).ToList();
        if (Counted(result, SearchFacets.Audience) is { Count: > 0 } audiences)
        {
            var (query, chosen) = (QueryWithout(request, SearchFacets.Audience), request.Filters.GetValueOrDefault(SearchFacets.Audience) is [var only] ? only : null);
            trees.Add(new("audiences", CataloguePlace.AudiencesTitle, CataloguePlace.Audiences,
                [.. audiences.Take(MostAudiences).Select(one => new TreeNode(one.Id, one.Label, CataloguePlace.UrlOfAudience(one.Id) + query, one.Count, one.Id == chosen, IsOpen: false, []))],
                place.Facet == SearchFacets.Audience || chosen is not null));
        }

        return trees;
    }

    /// <summary>Whether a place is one. A term is, with or without entries; a service object only while a public entry names it.</summary>
    public bool IsThere(CataloguePlace place, SearchResult result, CancellationToken cancellationToken)
    {
        if (place.Facet != SearchFacets.Audience || Has(Counted(result, SearchFacets.Audience)))
            return true;
        return Has(AudiencesInUse(cancellationToken)); // Other filters hide it.

        bool Has(IReadOnlyList<FacetCount> counts) => place.Value is null ? counts.Count > 0 : counts.Any(count => count.Id == place.Value);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Addresses(CancellationToken cancellationToken)
    {
        var audiences = AudiencesInUse(cancellationToken);
        if (audiences.Count > 0)
            yield return CataloguePlace.Audiences;
        foreach (var audience in audiences.Take(MostAudiencesInMap))
            yield return CataloguePlace.UrlOfAudience(audience.Id);
        var fields = standards.Current.Fields;
        if (fields.Count > 0)
            yield return StandardPages.Path;
        foreach (var field in fields)
            yield return StandardPages.UrlOf(field);
    }

    /// <summary>A facet's counts by value.</summary>
    public static Dictionary<string, int> Counts(SearchResult result, string facet) => Counted(result, facet).ToDictionary(count => count.Id, count => count.Count, StringComparer.Ordinal);

    private static IReadOnlyList<FacetCount> Counted(SearchResult result, string facet) => result.Facets.GetValueOrDefault(facet) ?? [];

    private IReadOnlyList<FacetCount> AudiencesInUse(CancellationToken cancellationToken) =>
        Counted(search.Search(new SearchRequest { Size = 0 }.With(SearchFacets.Type, "DisclosureEntry"), cancellationToken), SearchFacets.Audience);

    private IEnumerable<(string Facet, TaxonomyTree Tree, string Title, string Url)> TreesOf()
    {
        foreach (var facet in TreeFacets)
        {
            if (taxonomies.Current.ById.GetValueOrDefault(SearchFacets.TaxonomyOf(facet)!) is { } tree)
                yield return (facet, tree, tree.Title, tree.Url);
        }
    }

    private static Tree TreeOf(TaxonomyTree tree, string facet, CataloguePlace place, SearchRequest request, SearchResult result)
    {
        var lineage = request.Filters.GetValueOrDefault(facet) is [var chosen] && tree.All.TryGetValue(chosen, out var term) ? term.Lineage : [];
        return new(tree.Alias, tree.Title, tree.Url, Nodes(tree.Terms, Counts(result, facet), QueryWithout(request, facet), lineage), place.Tree == tree || lineage.Count > 0);
    }

    private static string QueryWithout(SearchRequest request, string facet) => SearchQuery.Write(request.With(SearchFacets.Type).With(facet));

    private static List<TreeNode> Nodes(IEnumerable<Term> terms, Dictionary<string, int> counts, string query, IReadOnlyList<Term> lineage) =>
        [.. terms.Select(term => new TreeNode(term.Id, term.Label, term.Url + query, counts.GetValueOrDefault(term.Id),
            lineage.Count > 0 && lineage[^1] == term, lineage.Contains(term), Nodes(term.Children, counts, query, lineage)))];
}
