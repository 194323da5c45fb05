using System.Collections.Concurrent;

namespace Gongkai.Search.Facets;

/// <summary>Numbers the values of one facet, so that a segment keeps small numbers instead of texts. Grows only; read without locks.</summary>
internal sealed class FacetValues
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private string[] _texts = [];
    private int _count;

    /// <summary>How many values have a number. Numbers read before are below it.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>A value by its number.</summary>
    public string this[int number] => Volatile.Read(ref _texts)[number];

    /// <summary>A value's number; −1 when no document ever had it.</summary>
    public int Find(string value) => _numbers.TryGetValue(value, out var number) ? number : -1;

    /// <summary>A value's number, given now if it has none.</summary>
    public int Number(string value)
    {
        if (_numbers.TryGetValue(value, out var number))
            return number;
        lock (_gate)
        {
            if (_numbers.TryGetValue(value, out number))
                return number;
            if (_count == _texts.Length)
            {
                var larger = new string[Math.Max(64, _count * 2)];
                _texts.CopyTo(larger, 0);
                Volatile.Write(ref _texts, larger);
            }

            _texts[_count] = value;
            number = _count;
            Volatile.Write(ref _count, _count + 1);
            return _numbers[value] = number;
        }
    }
}
