using Gongkai.Search.Facets;
using Gongkai.Search.Phrases;
using Lucene.Net.Index;

namespace Gongkai.Search.Indexing;

/// <summary>Loads what searches keep of a merged segment before it takes the place of its parts, on the thread that merged it: no editor who waits to see a change waits for that.</summary>
internal sealed class SegmentWarmer(SegmentColumns.Cache columns) : IndexWriter.IndexReaderWarmer
{
    /// <inheritdoc/>
    public override void Warm(AtomicReader reader)
    {
        _ = columns.Of(reader);
        SegmentPhrases.Warm(reader);
    }
}
