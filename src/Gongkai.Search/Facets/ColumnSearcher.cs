using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Facets;

/// <summary>One moment of the index: its reader, and the columns of its segments by their place in the reader.</summary>
internal sealed class ColumnSearcher : IndexSearcher
{
    private readonly Lazy<int[][]> _namers;
    private readonly Lazy<float[][]> _standing;

    private ColumnSearcher(IndexReader reader, SegmentColumns.Cache cache)
        : base(reader)
    {
        Similarity = new SearchSimilarity(RankingWeights.Default.BodyLength);
        Words = new WordPlaces(reader);
        Columns = [.. reader.Leaves.Select(leaf => cache.Of(leaf.AtomicReader))];
        _namers = new Lazy<int[][]>(() => SegmentCitations.NamersIn(reader, Columns.Select(columns => columns.Citations)));
        _standing = new Lazy<float[][]>(() => SegmentCitations.StandingIn(reader, _namers.Value));
    }

    /// <summary>Where the words are that are searched for.</summary>
    public WordPlaces Words { get; }

    /// <summary>Lists in their order, for those who ask for neighbours.</summary>
    public ListOrders Orders { get; } = new();

    /// <summary>The columns, by <see cref="AtomicReaderContext.Ord"/>.</summary>
    public SegmentColumns[] Columns { get; }

    /// <summary>How many tenfolds of documents name each document, by <see cref="AtomicReaderContext.Ord"/>. Reckoned when a search first asks.</summary>
    public float[][] Standing => _standing.Value;

    /// <summary>How many documents name each document, by <see cref="AtomicReaderContext.Ord"/>. Reckoned when a search first asks.</summary>
    public int[][] Namers => _namers.Value;

    /// <summary>Loads the columns before anyone searches.</summary>
    internal sealed class Factory(SegmentColumns.Cache cache) : SearcherFactory
    {
        /// <inheritdoc/>
        public override IndexSearcher NewSearcher(IndexReader reader) => new ColumnSearcher(reader, cache);
    }
}
