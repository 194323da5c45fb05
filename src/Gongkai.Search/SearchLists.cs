using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Lucene.Net.Search;

namespace Gongkai.Search;

/// <summary>Walks lists over the index alone.</summary>
/// <param name="follower">Keeps the index.</param>
/// <param name="run">Runs requests.</param>
internal sealed class SearchLists(IndexFollower follower, RequestRun run) : ISearchLists
{
    /// <summary>Hits by words are ordered one by one: so many of them.</summary>
    private const int MostByWords = 1_000;

    private const int LooksAtByWords = 300;

    /// <inheritdoc/>
    public IEnumerable<SearchHit> Walk(SearchRequest request, int most, CancellationToken cancellationToken = default)
    {
        SearchLimits.Check(request with { Page = 1, Size = 0 });
        return ReadAll(request, Math.Min(most, SearchLimits.DeepestHit), cancellationToken);
    }

    /// <inheritdoc/>
    public ListNeighbours? Beside(SearchRequest request, string contentItemId, CancellationToken cancellationToken = default)
    {
        SearchLimits.Check(request with { Page = 1, Size = 0 });
        using var index = IndexMoment.Of(follower.Folder);
        if (RequestRun.FindDocument(index.Searcher.IndexReader, contentItemId) is not { } document)
            return null;
        var parsed = ParsedQuery.Parse(request.Query);
        return parsed.HasWords || parsed.IsOnlyFilters ? Among(index, request, parsed, document, cancellationToken) : ByKey(index, request, document, cancellationToken);
    }

    private IEnumerable<SearchHit> ReadAll(SearchRequest request, int most, CancellationToken cancellationToken)
    {
        using var index = IndexMoment.Of(follower.Folder);
        var parsed = ParsedQuery.Parse(request.Query);
        var whole = request with { Page = 1, Size = parsed.HasWords ? Math.Min(most, MostByWords) : most, CountFacets = false };
        var reader = new HitReader(index.Searcher, highlighter: null);
        foreach (var hit in run.Collect(index, whole, parsed, cancellationToken).Hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return reader.Read(hit.Hit.Document);
        }
    }

    /// <summary>By the keys of the order: from the list itself where it is one that pages ask for again and again; else what a pass finds nearest on either side, however deep in the list the item is.</summary>
    private ListNeighbours? ByKey(IndexMoment index, SearchRequest request, int document, CancellationToken cancellationToken)
    {
        if (ListOrders.NameOf(request) is { } name)
            return Neighbours(index, index.Searcher.Orders.Of(index.Searcher, name, run.LineagesOf(index), run.Accepting(index, request)), document);
        var collector = new NeighbourCollector(index.Searcher, run.Accepting(index, request), request, document, cancellationToken);
        index.Searcher.Search(RequestRun.Narrow(new MatchAllDocsQuery(), request), collector);
        if (!collector.IsThere)
            return null;
        var reader = new HitReader(index.Searcher, highlighter: null);
        return new(collector.Previous is { } before ? reader.Read(before) : null, collector.Next is { } after ? reader.Read(after) : null);
    }

    private static ListNeighbours? Neighbours(IndexMoment index, ListKey[] list, int document)
    {
        var place = Array.BinarySearch(list, ListOrders.KeyOf(index.Searcher, document), ListKey.Order);
        if (place < 0)
            return null;
        var reader = new HitReader(index.Searcher, highlighter: null);
        return new(place > 0 ? reader.Read(list[place - 1].Document) : null, place + 1 < list.Length ? reader.Read(list[place + 1].Document) : null);
    }

    private ListNeighbours? Among(IndexMoment index, SearchRequest request, ParsedQuery parsed, int document, CancellationToken cancellationToken)
    {
        var hits = run.Collect(index, request with { Page = 1, Size = LooksAtByWords, CountFacets = false }, parsed, cancellationToken).Hits;
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Hit.Document != document)
                continue;
            var reader = new HitReader(index.Searcher, highlighter: null);
            return new(i > 0 ? reader.Read(hits[i - 1].Hit.Document) : null, i + 1 < hits.Count ? reader.Read(hits[i + 1].Hit.Document) : null);
        }

        return null;
    }
}
