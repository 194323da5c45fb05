using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace Gongkai.Search;

/// <summary>Searches and lists from the index alone: no lock, no database.</summary>
/// <param name="follower">Keeps the index.</param>
/// <param name="vocabulary">Synonyms and picks.</param>
/// <param name="taxonomies">The trees that terms are counted by.</param>
/// <param name="definitions">Names the types.</param>
/// <param name="weights">What hits are ordered by.</param>
internal sealed class LuceneSearch(IndexFollower follower, VocabularyFollower vocabulary, Taxonomies taxonomies, IContentDefinitions definitions, RankingWeights weights) : ISearch
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

        var reader = new HitReader(index.Searcher, parsed.Terms.Count > 0 ? new Highlighter(parsed) : null);
        var picks = vocabulary.Current.PicksOf(parsed.Folded);
        return new SearchResult(
            found.Total,
            [.. found.Hits.Select(hit => Marked(reader.Read(hit.Hit.Document, parsed.HasWords ? hit.Score : 0, hit.Passage)))],
            FacetLabels.Of(found.Counters, index.Numbers, trees, definitions.Current))
        {
            IsPartial = isPartial && found.Total > 0,
        };

        SearchHit Marked(SearchHit hit) => picks.Count > 0 && picks.Any(pick => pick == hit.Item.ContentItemId || pick.Trim('/') == hit.Url.Trim('/')) ? hit with { IsPick = true } : hit;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SearchHit> Find(IReadOnlyCollection<string> contentItemIds)
    {
        if (contentItemIds.Count == 0)
            return [];
        using var index = IndexMoment.Of(follower.Folder);
        var reader = new HitReader(index.Searcher, highlighter: null);
        var hits = new List<SearchHit>(contentItemIds.Count);
        foreach (var id in contentItemIds)
        {
            if (FindDocument(index.Searcher.IndexReader, id) is { } document)
                hits.Add(reader.Read(document));
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
