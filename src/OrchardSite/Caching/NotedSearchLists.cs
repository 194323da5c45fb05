using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Walks lists and notes for the page under way what would change the neighbours that it shows.</summary>
internal sealed class NotedSearchLists(ISearchLists lists, PageReads reads) : ISearchLists
{
    public IEnumerable<SearchHit> Walk(SearchRequest request, int most, CancellationToken cancellationToken = default) => lists.Walk(request, most, cancellationToken);

    public ListNeighbours? Beside(SearchRequest request, string contentItemId, CancellationToken cancellationToken = default)
    {
        foreach (var tag in TagsOf(request))
            reads.Add(tag);
        var found = lists.Beside(request, contentItemId, cancellationToken);
        foreach (var hit in new[] { found?.Previous, found?.Next }.OfType<SearchHit>())
            reads.Add(PageTags.Item(hit.Item.ContentItemId));
        return found;
    }

    /// <summary>What comes to stand in the list: it has one of the terms that were chosen, or else is of its types. What goes from it is noted by itself.</summary>
    private static IEnumerable<string> TagsOf(SearchRequest request)
    {
        // The order by words depends on everything.
        var facet = string.IsNullOrWhiteSpace(request.Query) ? request.Filters.Keys.FirstOrDefault(facet => SearchFacets.TaxonomyOf(facet) is not null) : null;
        if (facet is not null)
            return request.Filters[facet].Select(PageTags.Term);
        return request.Filters.GetValueOrDefault(SearchFacets.Type) is { Count: > 0 } types ? types.Select(PageTags.List) : [PageTags.AnyList];
    }
}
