using Lucene.Net.Index;

namespace Gongkai.Search.Facets;

/// <summary>The ids of one segment's documents in their order, in memory: thousands of equal hits are told apart by them. Immutable, as the segment is.</summary>
internal sealed class SegmentIds
{
    private readonly int[] _places;
    private readonly int[] _ends;
    private readonly byte[] _bytes;

    /// <summary>Reads a segment's.</summary>
    public SegmentIds(AtomicReader reader)
    {
        _places = new int[reader.MaxDoc];
        if (reader.GetSortedDocValues(IndexFields.Id) is not { } source)
        {
            (_ends, _bytes) = ([], []);
            return;
        }

        _ends = new int[source.ValueCount];
        using var bytes = new MemoryStream(source.ValueCount * 27);
        var ids = source.GetTermsEnum();
        for (var place = 0; ids.MoveNext(); place++)
        {
            bytes.Write(ids.Term.Bytes, ids.Term.Offset, ids.Term.Length);
            _ends[place] = (int)bytes.Length;
        }

        _bytes = bytes.ToArray();
        for (var document = 0; document < _places.Length; document++)
            _places[document] = source.GetOrd(document);
    }

    /// <summary>A document's place among them.</summary>
    public int PlaceOf(int document) => _places[document];

    /// <summary>A document's id, in UTF-8.</summary>
    public ReadOnlySpan<byte> Of(int document) => At(_places[document]);

    /// <summary>How many of the ids come before this one.</summary>
    public int CountBefore(ReadOnlySpan<byte> id)
    {
        var (low, high) = (0, _ends.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).SequenceCompareTo(id) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> At(int place) => place < 0 ? [] : _bytes.AsSpan((place == 0 ? 0 : _ends[place - 1])..(_ends[place]));
}
