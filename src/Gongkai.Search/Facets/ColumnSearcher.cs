using Gongkai.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Facets;

/// <summary>One moment of the index: its reader, and the columns of its segments by their place in the reader.</summary>
internal sealed class ColumnSearcher : IndexSearcher
{
    private ColumnSearcher(IndexReader reader, SegmentColumns.Cache cache)
        : base(reader)
    {
        Similarity = new SearchSimilarity();
        Columns = [.. reader.Leaves.Select(leaf => cache.Of(leaf.AtomicReader))];
    }

    /// <summary>The columns, by <see cref="AtomicReaderContext.Ord"/>.</summary>
    public SegmentColumns[] Columns { get; }

    /// <summary>Loads the columns before anyone searches.</summary>
    internal sealed class Factory(SegmentColumns.Cache cache) : SearcherFactory
    {
        /// <inheritdoc/>
        public override IndexSearcher NewSearcher(IndexReader reader) => new ColumnSearcher(reader, cache);
    }
}
