using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Indexing;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Results;
using Gongkai.Search.Text;
using Lucene.Net.Search;

namespace Gongkai.Search;

/// <summary>Collects what a query matches for one request: counts, facets, and the hits of its page in their order.</summary>
internal sealed class Collection(
    IndexMoment index, SearchRequest request, ParsedQuery parsed, FacetLineages lineages, TaxonomySnapshot trees, RankingWeights weights, CancellationToken cancellationToken)
{
    private readonly int _candidates = parsed.IsQuestion ? weights.Candidates : weights.CandidatesOfWords;

    /// <summary>Runs a query.</summary>
    public (int Total, IReadOnlyList<RankedHit> Hits, FacetCounter?[]? Counters) Collect(Query query, RankingPlan plan)
    {
        var (skip, end) = ((request.Page - 1) * request.Size, request.Page * request.Size);
        var isRanked = request.Sort == SearchSort.Relevance && plan.Words.Count > 0 && request.Size > 0;
        var top = new TopHits(request.Sort, isRanked ? Math.Max(end, _candidates) : end);
        bool[]?[] accepting = [.. SearchFacets.All.Select((facet, i) => Accepting(i, facet))];
        FacetCounter?[]? counters = request.CountFacets ? [.. SearchFacets.All.Select(CounterOf)] : null;
        var order = plan.Standing > 0 && request.Sort == SearchSort.Relevance ? new FirstOrder(plan.Standing, weights.MostStanding) : null;
        var collector = new FacetCollector(index.Searcher, accepting, counters, top, parsed.HasWords, order, request.Since, request.Until, cancellationToken);
        index.Searcher.Search(query, collector);
        return (collector.Total, Page(top.All(), plan, isRanked, skip, end), counters);
    }

    private List<RankedHit> Page(List<TopHits.Hit> hits, RankingPlan plan, bool isRanked, int skip, int end)
    {
        List<RankedHit> page = [];
        if (hits.Count <= skip)
            return page;
        var reranker = new Reranker(index.Searcher, plan, weights);
        if (isRanked)
        {
            // The best are ordered again, whatever page is asked for; those after them stay as they are.
            var best = reranker.Rank(hits[..Math.Min(hits.Count, _candidates)]);
            if (parsed.IsQuestion)
                best = Twins.StepBack(index.Searcher, plan.Standing > 0 ? LocalCitations.Lift(index.Searcher, best, weights) : best);
            page.AddRange(best.Take(end).Skip(skip));
        }

        var rest = hits.Skip(isRanked ? Math.Max(skip, _candidates) : skip).Take(end - skip - page.Count).ToList();
        // In another order, too, a hit shows the passage that answers best.
        var passages = parsed.HasWords && plan.Words.Count > 0 ? reranker.Rank(rest).ToDictionary(hit => hit.Hit, hit => hit.Passage) : [];
        page.AddRange(rest.Select(hit => new RankedHit(hit, hit.Score, passages.GetValueOrDefault(hit, -1))));
        return page;
    }

    /// <summary>None for a facet of which nothing in the index has a value.</summary>
    private FacetCounter? CounterOf(string facet, int place) =>
        SearchFacets.Counted.Contains(facet) && index.Numbers[place].Count > 0 ? new FacetCounter(lineages[place]?.Length ?? index.Numbers[place].Count, lineages[place]) : null;

    private bool[]? Accepting(int place, string facet)
    {
        var chosen = request.Filters.GetValueOrDefault(facet) is { Count: > 0 } values ? lineages.Accepting(place, values) : null;
        var typed = facet switch
        {
            SearchFacets.Year when parsed.Years.Count > 0 => lineages.Accepting(place, parsed.Years),
            SearchFacets.Issuer when parsed.Issuers.Count > 0 => lineages.Accepting(place, Issuers()),
            _ => null,
        };
        if (chosen is null || typed is null)
            return chosen ?? typed;
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] &= typed[i];
        return chosen;
    }

    /// <summary>The issuers whose names hold what was typed after 发布机构:.</summary>
    private IEnumerable<string> Issuers() =>
        (trees.ById.GetValueOrDefault(SearchFacets.TaxonomyOf(SearchFacets.Issuer)!)?.All.Values ?? [])
            .Where(term => parsed.Issuers.All(name => HanFolding.Fold(term.Label).Contains(name, StringComparison.Ordinal)))
            .Select(term => term.Id);
}
