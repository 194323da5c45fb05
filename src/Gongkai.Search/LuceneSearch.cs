using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace Gongkai.Search;

/// <summary>Searches and lists from the index alone: no lock, no database.</summary>
/// <param name="follower">Keeps the index.</param>
/// <param name="taxonomies">The trees that terms are counted by.</param>
/// <param name="definitions">Names the types.</param>
internal sealed class LuceneSearch(IndexFollower follower, Taxonomies taxonomies, IContentDefinitions definitions) : ISearch
{
    private FacetLineages? _lineages;

    /// <inheritdoc/>
    public int Generation => follower.Folder.Swaps;

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        SearchLimits.Check(request);
        var parsed = ParsedQuery.Parse(request.Query);
        using var index = IndexMoment.Of(follower.Folder);
        var trees = taxonomies.Current;
        var lineages = LineagesOf(index.Numbers, trees);

        var query = Narrow(QueryCompiler.Compile(parsed, relaxed: false, index.Searcher.IndexReader), request);
        var (total, hits, counters) = Collect(query);
        // Relaxed only when the words are nowhere, not when the filters hide them.
        if (total == 0 && QueryCompiler.CanRelax(parsed) && index.Searcher.Search(query, 1).TotalHits == 0)
            (total, hits, counters) = Collect(Narrow(QueryCompiler.Compile(parsed, relaxed: true, index.Searcher.IndexReader), request));

        var highlighter = parsed.Terms.Count > 0 ? new Highlighter(parsed) : null;
        return new SearchResult(
            total,
            [.. hits.Select(hit => HitReader.Read(index.Searcher, hit.Document, highlighter, parsed.HasText ? hit.Score : 0))],
            FacetLabels.Of(counters, index.Numbers, trees, definitions.Current));

        (int Total, List<TopHits.Hit> Hits, FacetCounter[]? Counters) Collect(Query asked)
        {
            var top = new TopHits(request.Sort, request.Page * request.Size);
            bool[]?[] accepting = [.. SearchFacets.All.Select((facet, i) => request.Filters.GetValueOrDefault(facet) is { Count: > 0 } chosen ? lineages.Accepting(i, chosen) : null)];
            FacetCounter[]? counting = request.CountFacets
                ? [.. SearchFacets.All.Select((_, i) => new FacetCounter(lineages[i]?.Length ?? index.Numbers[i].Count, lineages[i]))]
                : null;
            var collector = new FacetCollector(index.Searcher, accepting, counting, top, parsed.HasText, request.Since, request.Until, cancellationToken);
            index.Searcher.Search(asked, collector);
            return (collector.Total, top.From((request.Page - 1) * request.Size), counting);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds)
    {
        if (contentItemIds.Count == 0)
            return [];
        using var index = IndexMoment.Of(follower.Folder);
        var hits = new List<SearchHit>(contentItemIds.Count);
        foreach (var id in contentItemIds)
        {
            if (FindDocument(index.Searcher.IndexReader, id) is { } document)
                hits.Add(HitReader.Read(index.Searcher, document));
        }

        return hits;
    }

    private static int? FindDocument(IndexReader reader, string id)
    {
        foreach (var leaf in reader.Leaves)
        {
            var found = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Id, id));
            if (found is not null && found.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
                return leaf.DocBase + document;
        }

        return null;
    }

    private static Query Narrow(Query query, SearchRequest request)
    {
        if (request.RoutePrefix is { Length: > 0 } prefix)
            query = new FilteredQuery(query, new PrefixFilter(new Term(IndexFields.Route, prefix.TrimStart('/').ToLowerInvariant())));
        if (request.ContainerId is { } container)
            query = new FilteredQuery(query, new QueryWrapperFilter(new TermQuery(new Term(IndexFields.Container, container))));
        return query;
    }

    private FacetLineages LineagesOf(FacetNumbers numbers, TaxonomySnapshot trees)
    {
        var known = Volatile.Read(ref _lineages);
        if (known?.IsOf(numbers, trees) == true)
            return known;
        var lineages = new FacetLineages(numbers, trees);
        Volatile.Write(ref _lineages, lineages);
        return lineages;
    }
}
