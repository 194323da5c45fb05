using Gongkai.Content;
using Gongkai.Syndication.Feeds;
using Gongkai.Web;

namespace Gongkai.Syndication.Sitemaps;

/// <summary>The addresses of pages that are no item: home, catalogue and its terms, columns and their years, what else modules name. Terms without an entry are left out.</summary>
/// <param name="feeds">Knows the columns.</param>
/// <param name="years">Knows their years.</param>
/// <param name="taxonomies">The terms.</param>
/// <param name="search">Counts.</param>
/// <param name="addresses">Where the API is.</param>
/// <param name="others">What else modules have.</param>
internal sealed class ColumnMap(FeedLists feeds, YearColumnPage years, Taxonomies taxonomies, ISearch search, SiteAddresses addresses, IEnumerable<IMapAddresses> others)
{
    /// <summary>The addresses, beginning with <c>/</c>.</summary>
    public IEnumerable<string> Addresses(CancellationToken cancellationToken)
    {
        string[] own = ["/", FeedLists.WholeCatalogue.Page];
        return [.. own, .. Terms(cancellationToken), .. others.SelectMany(other => other.Addresses(cancellationToken)), .. feeds.Columns.SelectMany(column => Column(column, cancellationToken)), addresses.Api];
    }

    private IEnumerable<string> Terms(CancellationToken cancellationToken)
    {
        var counts = search.Search(FeedLists.WholeCatalogue.Base with { Size = 0, CountFacets = true }, cancellationToken).Facets;
        foreach (var facet in SearchFacets.All)
        {
            if (SearchFacets.TaxonomyOf(facet) is not { } id || taxonomies.Current.ById.GetValueOrDefault(id) is not { } tree)
                continue;
            yield return tree.Url;
            foreach (var count in counts.GetValueOrDefault(facet) ?? [])
            {
                if (tree.All.GetValueOrDefault(count.Id) is { } term)
                    yield return term.Url;
            }
        }
    }

    private IEnumerable<string> Column(YearColumn column, CancellationToken cancellationToken) =>
        years.Years(column, null, cancellationToken).Select(year => year.Url).Prepend(column.Path);
}
