using Gongkai.Content;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Facets;

/// <summary>Finds what stands next to one document in a list without words: the nearest key on either side, in one pass.</summary>
internal sealed class NeighbourCollector : ICollector
{
    private readonly ColumnSearcher _searcher;
    private readonly (int Facet, bool[] Accepting)[] _filters;
    private readonly bool _isOldestFirst;
    private readonly int _since;
    private readonly int _until;
    private readonly CancellationToken _cancellationToken;
    private readonly ListKey _pivot;
    private SegmentColumns _columns;
    private int _base;
    private ListKey? _before;
    private ListKey? _after;

    /// <summary>Makes one for one pass.</summary>
    /// <param name="searcher">What is searched.</param>
    /// <param name="accepting">By facet, the values that pass; null for a facet without a filter.</param>
    /// <param name="request">The list.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the pass between two segments.</param>
    public NeighbourCollector(ColumnSearcher searcher, bool[]?[] accepting, SearchRequest request, int document, CancellationToken cancellationToken)
    {
        (_searcher, _cancellationToken, _isOldestFirst) = (searcher, cancellationToken, request.Sort == SearchSort.Oldest);
        _filters = [.. accepting.Index().Where(filter => filter.Item is not null).Select(filter => (filter.Index, filter.Item!))];
        // An item without a date is in no span of days.
        _since = request.Since?.DayNumber ?? (request.Until is null ? 0 : 1);
        _until = request.Until?.DayNumber ?? int.MaxValue;
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(document, searcher.IndexReader.Leaves)];
        (_columns, _base) = (searcher.Columns[leaf.Ord], leaf.DocBase);
        _pivot = KeyOf(document - _base);
    }

    /// <summary>Whether the document is in the list.</summary>
    public bool IsThere { get; private set; }

    /// <summary>The document before; null for the first.</summary>
    public int? Previous => _before?.Document;

    /// <summary>The document after; null for the last.</summary>
    public int? Next => _after?.Document;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        (_columns, _base) = (_searcher.Columns[context.Ord], context.DocBase);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var day = _columns.Days[doc];
        if (day < _since || day > _until)
            return;
        foreach (var (facet, accepting) in _filters)
        {
            if (!FacetCollector.Passes(_columns.Facets[facet], doc, accepting))
                return;
        }

        var key = KeyOf(doc);
        switch (key.Against(_pivot))
        {
            case 0:
                IsThere = true;
                break;
            case < 0 when _before is not { } before || key.Against(before) > 0:
                _before = key;
                break;
            case > 0 when _after is not { } after || key.Against(after) < 0:
                _after = key;
                break;
        }
    }

    private ListKey KeyOf(int doc)
    {
        var day = _columns.Days[doc];
        return new(_isOldestFirst ? (day == 0 ? int.MinValue : -day) : day, _columns.Ids, doc, _base + doc);
    }
}
