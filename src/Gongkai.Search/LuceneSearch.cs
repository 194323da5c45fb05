using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Snippets;
using Lucene.Net.Search;

namespace Gongkai.Search;

/// <summary>Searches and lists from the index alone: no lock, no database.</summary>
/// <param name="follower">Keeps the index.</param>
/// <param name="vocabulary">Synonyms and picks.</param>
/// <param name="taxonomies">The trees that terms are counted by.</param>
/// <param name="definitions">Names the types.</param>
/// <param name="run">Runs requests.</param>
internal sealed class LuceneSearch(IndexFollower follower, VocabularyFollower vocabulary, Taxonomies taxonomies, IContentDefinitions definitions, RequestRun run) : ISearch
{
    /// <inheritdoc/>
    public int Generation => follower.Folder.Swaps;

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        SearchLimits.Check(request);
        var parsed = ParsedQuery.Parse(request.Query);
        using var index = IndexMoment.Of(follower.Folder);
        var found = run.Collect(index, request, parsed, cancellationToken);
        var reader = new HitReader(index.Searcher, parsed.Terms.Count > 0 ? new Highlighter(parsed) : null);
        var picks = vocabulary.Current.PicksOf(parsed.Folded);
        return new SearchResult(
            found.Total,
            [.. found.Hits.Select(hit => Marked(reader.Read(hit.Hit.Document, parsed.HasWords ? hit.Score : 0, hit.Passage)))],
            FacetLabels.Of(found.Counters, index.Numbers, taxonomies.Current, definitions.Current))
        {
            IsPartial = found.IsPartial && found.Total > 0,
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
            if (RequestRun.FindDocument(index.Searcher.IndexReader, id) is { } document)
                hits.Add(reader.Read(document));
        }

        return hits;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, FacetNewest> Newest(SearchRequest request, string facet, int most, CancellationToken cancellationToken = default)
    {
        var place = SearchFacets.All.ToList().IndexOf(facet);
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(facet));
        using var index = IndexMoment.Of(follower.Folder);
        var collector = new NewestCollector(index.Searcher, place, run.Accepting(index, request), (request.Since, request.Until), most, cancellationToken);
        index.Searcher.Search(RequestRun.Narrow(new MatchAllDocsQuery(), request), collector);
        var reader = new HitReader(index.Searcher, highlighter: null);
        return collector.Result().ToDictionary(
            found => index.Numbers[place][found.Value], found => new FacetNewest(found.Count, [.. found.Documents.Select(document => reader.Read(document))]), StringComparer.Ordinal);
    }
}
