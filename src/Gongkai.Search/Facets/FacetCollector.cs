using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Facets;

/// <summary>Collects hits and counts all facets in one pass over what a query matches.</summary>
/// <remarks>
/// A document that fails no filter is a hit and counts for every facet; one that fails the filter of a single facet counts for that facet
/// alone: so much would choosing its value there add.
/// </remarks>
internal sealed class FacetCollector : ICollector
{
    private const int None = -1;

    private readonly ColumnSearcher _searcher;
    private readonly (int Facet, bool[] Accepting)[] _filters;
    private readonly FacetCounter?[]? _counters;
    private readonly TopHits _hits;
    private readonly bool _scores;
    private readonly FirstOrder? _order;
    private readonly int _since;
    private readonly int _until;
    private readonly CancellationToken _cancellationToken;
    private FacetColumn[] _columns = [];
    private Counting[] _counting = [];
    private int[] _days = [];
    private float[] _standing = [];
    private Scorer? _scorer;

    /// <summary>Makes one for one pass.</summary>
    /// <param name="searcher">What is searched.</param>
    /// <param name="accepting">By facet, the values that pass; null for a facet without a filter.</param>
    /// <param name="counters">Counts by facet, null for one that nobody counts; null when nobody asks.</param>
    /// <param name="hits">Takes the hits.</param>
    /// <param name="scores">Whether hits need their score.</param>
    /// <param name="order">What is added to it; null for nothing.</param>
    /// <param name="since">The first day, or null.</param>
    /// <param name="until">The last day, or null.</param>
    /// <param name="cancellationToken">Ends the pass between two segments.</param>
    public FacetCollector(ColumnSearcher searcher, bool[]?[] accepting, FacetCounter?[]? counters, TopHits hits, bool scores, FirstOrder? order, DateOnly? since, DateOnly? until, CancellationToken cancellationToken)
    {
        (_searcher, _counters, _hits, _scores, _order, _cancellationToken) = (searcher, counters, hits, scores, order, cancellationToken);
        _filters = [.. accepting.Index().Where(filter => filter.Item is not null).Select(filter => (filter.Index, filter.Item!))];
        // An item without a date is in no span of days.
        _since = since?.DayNumber ?? (until is null ? 0 : 1);
        _until = until?.DayNumber ?? int.MaxValue;
    }

    /// <summary>How many documents are hits.</summary>
    public int Total { get; private set; }

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => _scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var columns = _searcher.Columns[context.Ord];
        (_columns, _days) = (columns.Facets, columns.Days);
        _counting = [.. (_counters ?? []).Zip(_columns).Where(facet => facet is { First: not null, Second.IsEmpty: false }).Select(facet => new Counting(facet.First!, facet.Second))];
        _standing = _order is null ? [] : _searcher.Standing[context.Ord];
        _hits.Enter(context, columns.Ids);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        var day = _days[doc];
        if (day < _since || day > _until)
            return;
        var failed = None;
        foreach (var (facet, accepting) in _filters)
        {
            if (Passes(_columns[facet], doc, accepting))
                continue;
            if (failed != None)
                return;
            failed = facet;
        }

        if (failed != None)
        {
            _counters?[failed]?.Count(_columns[failed], doc);
            return;
        }

        Total++;
        _hits.Offer(doc, day, _scores ? Score(doc) : 0f);
        foreach (ref readonly var facet in _counting.AsSpan())
            facet.Counter.Count(facet.Column, doc);
    }

    private float Score(int document) => _scorer!.GetScore() + (_order is { } order ? order.Weight * Math.Min(_standing[document], order.Most) : 0);

    /// <summary>Whether a document has a value that passes.</summary>
    internal static bool Passes(FacetColumn column, int document, bool[] accepting)
    {
        var value = column.Of(document);
        if (value >= 0)
            return accepting[value];
        return value != FacetColumn.None && Array.Exists(column.Several(value), one => accepting[one]);
    }

    /// <summary>A facet that documents of a segment count for.</summary>
    private readonly record struct Counting(FacetCounter Counter, FacetColumn Column);
}

/// <summary>What the first order adds to a score: the standing of documents.</summary>
/// <param name="Weight">What a tenfold of documents that name it counts.</param>
/// <param name="Most">The most tenfolds.</param>
internal sealed record FirstOrder(float Weight, float Most);
