using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Results;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace Gongkai.Search;

/// <summary>Runs a request over one moment of the index.</summary>
/// <param name="vocabulary">Synonyms.</param>
/// <param name="taxonomies">The trees that terms are counted by.</param>
/// <param name="weights">What hits are ordered by.</param>
internal sealed class RequestRun(VocabularyFollower vocabulary, Taxonomies taxonomies, RankingWeights weights)
{
    private FacetLineages? _lineages;

    /// <summary>The hits of the request's page, and whether they have only a part of its words.</summary>
    public (int Total, IReadOnlyList<RankedHit> Hits, FacetCounter?[]? Counters, bool IsPartial) Collect(IndexMoment index, SearchRequest request, ParsedQuery parsed, CancellationToken cancellationToken)
    {
        var trees = taxonomies.Current;
        var collection = new Collection(index, request, parsed, LineagesOf(index.Numbers, trees), trees, weights, cancellationToken);
        var compiler = new QueryCompiler(weights, vocabulary.Current, index.Searcher.Words);

        var isPartial = parsed.IsQuestion && QueryCompiler.CanRelax(parsed);
        var compiled = compiler.Compile(parsed, isPartial);
        var query = Narrow(compiled.Query, request);
        var found = collection.Collect(query, compiled.Plan);
        // Relaxed only when the words are nowhere, not when the filters hide them.
        if (found.Total == 0 && !isPartial && QueryCompiler.CanRelax(parsed) && index.Searcher.Search(query, 1).TotalHits == 0)
        {
            isPartial = true;
            compiled = compiler.Compile(parsed, relaxed: true);
            found = collection.Collect(Narrow(compiled.Query, request), compiled.Plan);
        }

        return (found.Total, found.Hits, found.Counters, isPartial);
    }

    /// <summary>By facet, the values that pass the request's filters; null for a facet without one.</summary>
    public bool[]?[] Accepting(IndexMoment index, SearchRequest request)
    {
        var lineages = LineagesOf(index.Numbers, taxonomies.Current);
        return [.. SearchFacets.All.Select((facet, place) => request.Filters.GetValueOrDefault(facet) is { Count: > 0 } chosen ? lineages.Accepting(place, chosen) : null)];
    }

    /// <summary>A query, in the request's folder of addresses and its list, of its items.</summary>
    public static Query Narrow(Query query, SearchRequest request)
    {
        if (request.RoutePrefix is { Length: > 0 } prefix)
            query = new FilteredQuery(query, new PrefixFilter(new Term(IndexFields.Route, prefix.TrimStart('/').ToLowerInvariant())));
        if (request.ContainerId is { } container)
            query = new FilteredQuery(query, new QueryWrapperFilter(new TermQuery(new Term(IndexFields.Container, container))));
        if (request.Among is { } items)
            query = new FilteredQuery(query, items.Count == 0 ? new QueryWrapperFilter(new BooleanQuery()) : new TermsFilter([.. items.Select(id => new Term(IndexFields.Id, id))]));
        return query;
    }

    /// <summary>The document of an item; null when it is not public.</summary>
    public static int? FindDocument(IndexReader reader, string id)
    {
        foreach (var leaf in reader.Leaves)
        {
            var found = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Id, id));
            if (found is not null && found.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
                return leaf.DocBase + document;
        }

        return null;
    }

    /// <summary>The trees as they are now, in the numbers of an index.</summary>
    public FacetLineages LineagesOf(IndexMoment index) => LineagesOf(index.Numbers, taxonomies.Current);

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
