using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gongkai.Search.Facets;

/// <summary>The values of one facet for every document of one segment. Immutable, as the segment is.</summary>
internal sealed class FacetColumn
{
    /// <summary>In <see cref="Of"/>: the document has no value.</summary>
    public const int None = -1;

    private static readonly FacetColumn Empty = new(0);

    private readonly int[] _values;
    private readonly List<int[]> _several = [];

    private FacetColumn(int documents)
    {
        _values = new int[documents];
        Array.Fill(_values, None);
    }

    /// <summary>Whether no document of the segment has a value: such a column takes no memory.</summary>
    public bool IsEmpty => _values.Length == 0;

    /// <summary>A document's value by its number, <see cref="None"/>, or less than that when it has <see cref="Several"/>.</summary>
    public int Of(int document) => (uint)document < (uint)_values.Length ? _values[document] : None;

    /// <summary>The values behind what <see cref="Of"/> gave.</summary>
    public int[] Several(int of) => _several[None - 1 - of];

    /// <summary>Reads a segment's values.</summary>
    public static FacetColumn Load(AtomicReader reader, string field, FacetValues values)
    {
        if (reader.GetSortedSetDocValues(field) is not { ValueCount: > 0 } source)
            return Empty;
        var column = new FacetColumn(reader.MaxDoc);
        var numbers = new int[source.ValueCount];
        var value = new BytesRef();
        for (var ord = 0; ord < numbers.Length; ord++)
        {
            source.LookupOrd(ord, value);
            numbers[ord] = values.Number(value.Utf8ToString());
        }

        var several = new List<int>();
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            several.Clear();
            source.SetDocument(document);
            for (var ord = source.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = source.NextOrd())
                several.Add(numbers[ord]);
            column.Set(document, several);
        }

        return column;
    }

    private void Set(int document, List<int> values)
    {
        if (values.Count == 1)
        {
            _values[document] = values[0];
        }
        else if (values.Count > 1)
        {
            _several.Add([.. values]);
            _values[document] = None - _several.Count;
        }
    }
}
