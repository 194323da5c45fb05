using Gongkai.Content;
using Lucene.Net.Index;

namespace Gongkai.Search.Facets;

/// <summary>The best hits of a collection. Equal ones go by id, so that the same request gives the same page.</summary>
/// <param name="sort">The order.</param>
/// <param name="capacity">How many are kept.</param>
internal sealed class TopHits(SearchSort sort, int capacity)
{
    private const int Unknown = -1;

    private readonly PriorityQueue<Hit, Hit> _worstFirst = new(new WorseFirst());
    private SegmentIds? _ids;
    private NumericDocValues? _places;
    private int _base;
    private int _bound = Unknown;
    private long _least = long.MinValue;

    /// <summary>Says to which segment the documents that follow belong.</summary>
    public void Enter(AtomicReaderContext segment, SegmentIds ids)
    {
        _ids = ids;
        _places = sort == SearchSort.Place ? segment.AtomicReader.GetNumericDocValues(IndexFields.Place) : null;
        _base = segment.DocBase;
        _bound = Unknown;
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
            SearchSort.Place => (-(_places?.Get(document) ?? 0) << 32) + day,
            _ => day == 0 ? long.MinValue : -day,
        };
        if (rank < _least)
            return;
        var isFull = _worstFirst.Count == capacity;
        if (isFull && rank == _least && !IsBefore(document, _worstFirst.Peek()))
            return;
        var hit = new Hit(rank, _base + document, _ids!, document, score);
        if (isFull)
            _worstFirst.EnqueueDequeue(hit, hit);
        else
            _worstFirst.Enqueue(hit, hit);
        _bound = Unknown;
        if (_worstFirst.Count == capacity)
            _least = _worstFirst.Peek().Rank;
    }

    /// <summary>The hits, best first.</summary>
    public List<Hit> All()
    {
        var hits = _worstFirst.UnorderedItems.Select(item => item.Element).ToList();
        hits.Sort((a, b) => WorseFirst.Compare(b, a));
        return hits;
    }

    /// <summary>Whether a document's id comes before that of the worst hit.</summary>
    /// <remarks>
    /// An import gives thousands of documents one date. So the worst hit's place among the segment's ids is looked up once, and numbers
    /// are compared from then on.
    /// </remarks>
    private bool IsBefore(int document, Hit worst)
    {
        if (_bound == Unknown)
            _bound = _ids!.CountBefore(worst.Id);
        return _ids!.PlaceOf(document) < _bound;
    }

    /// <summary>Orders hits that are as good as each other: newer first, then by id.</summary>
    public static int CompareEqual(Hit x, Hit y) => (uint)x.Rank != (uint)y.Rank ? ((uint)y.Rank).CompareTo((uint)x.Rank) : x.CompareId(y);

    /// <summary>A collected document.</summary>
    /// <param name="rank">The greater, the better.</param>
    /// <param name="document">Its number in the whole index.</param>
    /// <param name="ids">The ids of its segment.</param>
    /// <param name="local">Its number in its segment.</param>
    /// <param name="score">Its score.</param>
    internal sealed class Hit(long rank, int document, SegmentIds ids, int local, float score)
    {
        /// <summary>The greater, the better.</summary>
        public long Rank => rank;

        /// <summary>The document's number in the whole index.</summary>
        public int Document => document;

        /// <summary>Its score.</summary>
        public float Score => score;

        /// <summary>Its id, in UTF-8.</summary>
        public ReadOnlySpan<byte> Id => ids.Of(local);

        /// <summary>Whose id comes first.</summary>
        public int CompareId(Hit other) => ids == other.Ids ? ids.PlaceOf(local).CompareTo(ids.PlaceOf(other.Local)) : Id.SequenceCompareTo(other.Id);

        private SegmentIds Ids => ids;

        private int Local => local;
    }

    private sealed class WorseFirst : IComparer<Hit>
    {
        int IComparer<Hit>.Compare(Hit? x, Hit? y) => Compare(x!, y!);

        public static int Compare(Hit x, Hit y) => x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : y.CompareId(x);
    }
}
