using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Facets;

/// <summary>Counts documents by the values of one facet and keeps the newest of each value, in one pass. Documents without a value cost a look into its column.</summary>
internal sealed class NewestCollector : ICollector
{
    private readonly ColumnSearcher _searcher;
    private readonly int _facet;
    private readonly bool[]? _wanted;
    private readonly int _most;
    private readonly (int Facet, bool[] Accepting)[] _filters;
    private readonly int _since;
    private readonly int _until;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<int, Newest> _byValue = [];
    private SegmentColumns? _columns;
    private int _base;

    /// <summary>Makes one for one pass.</summary>
    /// <param name="searcher">What is searched.</param>
    /// <param name="facet">The facet, by its place.</param>
    /// <param name="accepting">By facet, the values that pass; null for a facet without a filter. Those of the facet itself are the values that are counted.</param>
    /// <param name="span">The days.</param>
    /// <param name="most">The most documents of a value.</param>
    /// <param name="cancellationToken">Ends the pass between two segments.</param>
    public NewestCollector(ColumnSearcher searcher, int facet, bool[]?[] accepting, (DateOnly? Since, DateOnly? Until) span, int most, CancellationToken cancellationToken)
    {
        (_searcher, _facet, _wanted, _most, _cancellationToken) = (searcher, facet, accepting[facet], most, cancellationToken);
        _filters = [.. accepting.Index().Where(filter => filter.Item is not null && filter.Index != facet).Select(filter => (filter.Index, filter.Item!))];
        // An item without a date is in no span of days.
        _since = span.Since?.DayNumber ?? (span.Until is null ? 0 : 1);
        _until = span.Until?.DayNumber ?? int.MaxValue;
    }

    /// <summary>The values by number, each with how many documents it has and the newest of them.</summary>
    public IEnumerable<(int Value, int Count, IReadOnlyList<int> Documents)> Result() => _byValue.Select(value => (value.Key, value.Value.Count, value.Value.Documents));

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
        var column = _columns!.Facets[_facet];
        var value = column.Of(doc);
        if (value == FacetColumn.None || !Passes(doc))
            return;
        if (value >= 0)
        {
            Take(value, doc);
            return;
        }

        foreach (var one in column.Several(value))
            Take(one, doc);
    }

    private bool Passes(int doc)
    {
        var day = _columns!.Days[doc];
        return day >= _since && day <= _until && Array.TrueForAll(_filters, filter => FacetCollector.Passes(_columns.Facets[filter.Facet], doc, filter.Accepting));
    }

    private void Take(int value, int doc)
    {
        if (_wanted is not null && (value >= _wanted.Length || !_wanted[value]))
            return;
        if (!_byValue.TryGetValue(value, out var newest))
            _byValue[value] = newest = new Newest(_most);
        newest.Add(new ListKey(_columns!.Days[doc], _columns.Ids, doc, _base + doc));
    }

    private sealed class Newest(int most)
    {
        private readonly List<ListKey> _keys = new(most);

        public int Count { get; private set; }

        public IReadOnlyList<int> Documents => [.. _keys.Select(key => key.Document)];

        public void Add(ListKey key)
        {
            Count++;
            if (most == 0 || (_keys.Count == most && key.Against(_keys[^1]) > 0))
                return;
            if (_keys.Count == most)
                _keys.RemoveAt(most - 1);
            var place = _keys.FindIndex(other => key.Against(other) < 0);
            _keys.Insert(place < 0 ? _keys.Count : place, key);
        }
    }
}
