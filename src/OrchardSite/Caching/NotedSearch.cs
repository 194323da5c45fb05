using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Searches and notes for the page under way what it lists and counts.</summary>
internal sealed class NotedSearch(ISearch search, PageReads reads) : ISearch
{
    public int Generation => search.Generation;

    public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        // Counts of facets go over every type, whatever type is chosen.
        if (!request.CountFacets && request.Filters.GetValueOrDefault(SearchFacets.Type) is { Count: > 0 } types)
        {
            foreach (var type in types)
                reads.Add(PageTags.List(type));
        }
        else
        {
            reads.Add(PageTags.AnyList);
        }

        return search.Search(request, cancellationToken);
    }

    public IReadOnlyDictionary<string, FacetNewest> Newest(SearchRequest request, string facet, int most, CancellationToken cancellationToken = default)
    {
        foreach (var tag in request.Filters.GetValueOrDefault(SearchFacets.Type) is { Count: > 0 } types ? types.Select(PageTags.List) : [PageTags.AnyList])
            reads.Add(tag);
        return search.Newest(request, facet, most, cancellationToken);
    }

    public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds)
    {
        // Also those that are not found: the page changes when they become public.
        foreach (var id in contentItemIds)
            reads.Add(PageTags.Item(id));
        return search.Find(contentItemIds);
    }
}
