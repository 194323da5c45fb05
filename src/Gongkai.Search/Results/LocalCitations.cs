using Gongkai.Search.Facets;
using Gongkai.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Results;

/// <summary>Lifts, among the answers to a question, those that the others name more often than documents do elsewhere: the law of the matter, before the code that everything quotes.</summary>
/// <remarks>Citation analysis on the answers to one query, after J. Kleinberg, Authoritative sources in a hyperlinked environment (1999). For one search on one thread.</remarks>
internal sealed class LocalCitations
{
    private readonly ColumnSearcher _searcher;
    private readonly RankingWeights _weights;
    private readonly int[] _voters;
    private readonly Dictionary<long, int> _votes = [];

    private LocalCitations(ColumnSearcher searcher, RankingWeights weights, List<RankedHit> hits)
    {
        (_searcher, _weights) = (searcher, weights);
        _voters = [.. hits.Take(weights.Voters).Select(hit => hit.Hit.Document).Order()];
    }

    /// <summary>The hits in their new order: the first of them again, the others as they were.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="weights">The weights.</param>
    public static List<RankedHit> Lift(ColumnSearcher searcher, List<RankedHit> hits, RankingWeights weights)
    {
        var local = new LocalCitations(searcher, weights, hits);
        var first = hits.Take(weights.Lifted).Select(hit => hit with { Score = hit.Score + local.LiftOf(hit.Hit.Document) }).ToList();
        first.Sort(RankedHit.Compare);
        return [.. first, .. hits.Skip(weights.Lifted)];
    }

    private float LiftOf(int document)
    {
        var leaves = _searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        var local = document - leaf.DocBase;
        if (leaf.AtomicReader.GetNumericDocValues(IndexFields.TitleKey) is not { } keys)
            return 0;
        var key = keys.Get(local);
        if (!_votes.TryGetValue(key, out var votes))
            _votes[key] = votes = VotesFor(Citations.Term(key));
        if (votes == 0)
            return 0;
        // How many times more often it is named here than everywhere.
        var all = Math.Max(1, _searcher.IndexReader.NumDocs);
        var everywhere = (_searcher.Namers[leaf.Ord][local] / (float)all) + _weights.LeastNamed;
        var times = votes / (float)_voters.Length / everywhere;
        return _weights.LocalCitation * times / (times + _weights.LocalCitationHalf);
    }

    private int VotesFor(string term)
    {
        var (votes, next) = (0, 0);
        foreach (var leaf in _searcher.IndexReader.Leaves)
        {
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            if (next == _voters.Length)
                break;
            if (_voters[next] >= end)
                continue;
            var namers = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Cites, term));
            var at = namers is null ? DocIdSetIterator.NO_MORE_DOCS : -1;
            for (; next < _voters.Length && _voters[next] < end; next++)
            {
                var voter = _voters[next] - leaf.DocBase;
                if (at < voter)
                    at = namers!.Advance(voter);
                if (at == voter)
                    votes++;
            }
        }

        return votes;
    }
}
