using Gongkai.Search.Phrases;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gongkai.Search.Help;

/// <summary>The site's own words at one moment: the titles and questions of what is public, and the terms of its taxonomies.</summary>
/// <param name="reader">The index.</param>
/// <param name="terms">The terms.</param>
internal sealed class SitePhrases(IndexReader reader, PhraseTable terms)
{
    // Of words that stand everywhere it is enough to know that.
    private const int MostCounted = 6_000;

    private readonly Segment[] _segments = [.. reader.Leaves.Select(leaf => new Segment(leaf, leaf.AtomicReader.LiveDocs, SegmentPhrases.Of(leaf.AtomicReader).Table))];

    /// <summary>The terms.</summary>
    public PhraseTable Terms => terms;

    /// <summary>Looks for something in every segment; what is withdrawn is passed over.</summary>
    /// <param name="find">How a table is looked through.</param>
    /// <param name="found">Told of each match with its segment; false ends it.</param>
    public void Find(Action<PhraseTable, Func<PhraseMatch, bool>> find, Func<int, PhraseMatch, bool> found)
    {
        var (goesOn, left) = (true, MostCounted);
        for (var i = 0; i < _segments.Length && goesOn; i++)
        {
            var (segment, place) = (_segments[i], i);
            find(segment.Table, match => goesOn = --left > 0 && (!segment.IsLive(match.Phrase) || found(place, match)));
        }
    }

    /// <summary>Counts the stretches that something matches, in titles, questions and terms.</summary>
    public Dictionary<string, int> Count(Action<PhraseTable, Func<PhraseMatch, bool>> find)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var counted = 0;
        find(terms, match => Add(terms, match));
        Find(find, (segment, match) => Add(_segments[segment].Table, match));
        return counts;

        bool Add(PhraseTable table, PhraseMatch match)
        {
            var stretch = table.TextOf(match.Phrase).Slice(match.Start, match.Length);
            bySpan[stretch] = bySpan.TryGetValue(stretch, out var count) ? count + 1 : 1;
            return ++counted < MostCounted;
        }
    }

    /// <summary>The table of a segment.</summary>
    public PhraseTable this[int segment] => _segments[segment].Table;

    /// <summary>The number of a phrase's document in the whole index: later ones are newer in it.</summary>
    public int DocumentOf(int segment, int phrase) => _segments[segment].Leaf.DocBase + _segments[segment].Table.DocumentOf(phrase);

    /// <summary>A phrase as it is written, and the type of its document.</summary>
    public (string ContentType, string Text) Read(int segment, int phrase)
    {
        var table = _segments[segment].Table;
        return SegmentPhrases.Read(_segments[segment].Leaf.AtomicReader, table.DocumentOf(phrase), table.LineOf(phrase));
    }

    private sealed record Segment(AtomicReaderContext Leaf, IBits? Live, PhraseTable Table)
    {
        public bool IsLive(int phrase) => Live?.Get(Table.DocumentOf(phrase)) != false;
    }
}
