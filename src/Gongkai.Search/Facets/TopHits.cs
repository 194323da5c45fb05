using Gongkai.Content;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gongkai.Search.Facets;

/// <summary>The best hits of a collection. Equal ones go by id, so that the same request gives the same page.</summary>
/// <param name="sort">The order.</param>
/// <param name="capacity">How many are kept.</param>
internal sealed class TopHits(SearchSort sort, int capacity)
{
    private readonly PriorityQueue<Hit, Hit> _worstFirst = new(new WorseFirst());
    private AtomicReaderContext? _segment;
    private SortedDocValues? _ids;

    /// <summary>Says to which segment the documents that follow belong.</summary>
    public void Enter(AtomicReaderContext segment)
    {
        _segment = segment;
        _ids = segment.AtomicReader.GetSortedDocValues(IndexFields.Id);
    }

    /// <summary>Takes a document if it is good enough.</summary>
    public void Offer(int document, int day, float score)
    {
        if (capacity == 0)
            return;
        var rank = sort switch
        {
            // The bits of a score that is not negative order as the score does.
            SearchSort.Relevance => ((long)BitConverter.SingleToInt32Bits(Math.Max(score, 0f)) << 32) | (uint)day,
            SearchSort.Newest => day,
            _ => day == 0 ? long.MinValue : -day,
        };
        if (_worstFirst.Count < capacity)
            Add(new Hit(rank, _segment!.DocBase + document, _ids!, document, score));
        else if (rank >= _worstFirst.Peek().Rank)
            AddBetter(new Hit(rank, _segment!.DocBase + document, _ids!, document, score));
    }

    /// <summary>The hits, best first, beginning with the one at <paramref name="skip"/>.</summary>
    public List<Hit> From(int skip)
    {
        var hits = _worstFirst.UnorderedItems.Select(item => item.Element).ToList();
        hits.Sort((a, b) => WorseFirst.Compare(b, a));
        return hits.Count > skip ? hits[skip..] : [];
    }

    private void Add(Hit hit) => _worstFirst.Enqueue(hit, hit);

    private void AddBetter(Hit hit)
    {
        if (WorseFirst.Compare(hit, _worstFirst.Peek()) > 0)
            _worstFirst.EnqueueDequeue(hit, hit);
    }

    /// <summary>A collected document.</summary>
    /// <param name="Rank">The greater, the better.</param>
    /// <param name="Document">Its number in the whole index.</param>
    /// <param name="Ids">The ids of its segment.</param>
    /// <param name="Local">Its number in its segment.</param>
    /// <param name="Score">Its score.</param>
    internal readonly record struct Hit(long Rank, int Document, SortedDocValues Ids, int Local, float Score);

    private sealed class WorseFirst : IComparer<Hit>
    {
        int IComparer<Hit>.Compare(Hit x, Hit y) => Compare(x, y);

        public static int Compare(Hit x, Hit y)
        {
            if (x.Rank != y.Rank)
                return x.Rank.CompareTo(y.Rank);
            if (ReferenceEquals(x.Ids, y.Ids))
                return y.Ids.GetOrd(y.Local).CompareTo(x.Ids.GetOrd(x.Local));
            var (first, second) = (new BytesRef(), new BytesRef());
            x.Ids.Get(x.Local, first);
            y.Ids.Get(y.Local, second);
            return second.CompareTo(first);
        }
    }
}
