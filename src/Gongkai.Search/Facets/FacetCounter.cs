namespace Gongkai.Search.Facets;

/// <summary>Counts documents by the values of one facet, each document once for a value however many terms lead to it.</summary>
/// <param name="values">How many values there are.</param>
/// <param name="lineages">The values each value counts for; null when only for itself.</param>
internal sealed class FacetCounter(int values, int[][]? lineages)
{
    private readonly int[] _direct = new int[values];
    private readonly int[] _counts = new int[values];
    private readonly int[] _lastDocument = new int[values];
    private int _document;

    /// <summary>Counts a document.</summary>
    public void Count(FacetColumn column, int document)
    {
        var value = column.Of(document);
        if (value >= 0)
            _direct[value]++;
        else if (value != FacetColumn.None)
            CountSeveral(column.Several(value));
    }

    /// <summary>The values that were counted, with their counts.</summary>
    public IEnumerable<(int Value, int Count)> Result()
    {
        for (var value = 0; value < values; value++)
        {
            if (_direct[value] == 0)
                continue;
            if (lineages is null)
            {
                _counts[value] += _direct[value];
                continue;
            }

            foreach (var above in lineages[value])
                _counts[above] += _direct[value];
        }

        Array.Clear(_direct);
        return Enumerable.Range(0, values).Where(value => _counts[value] > 0).Select(value => (value, _counts[value]));
    }

    private void CountSeveral(int[] several)
    {
        _document++;
        foreach (var value in several)
        {
            if (lineages is null)
                _counts[value]++;
            else
            {
                foreach (var above in lineages[value])
                {
                    if (_lastDocument[above] == _document)
                        continue;
                    _lastDocument[above] = _document;
                    _counts[above]++;
                }
            }
        }
    }
}
