using System.Globalization;
using Lucene.Net.Index;

namespace Gongkai.Search.Ranking;

/// <summary>How many documents of one segment name each title.</summary>
/// <remarks>Documents that were deleted since are still counted until their segment is merged: it is a matter of logarithms.</remarks>
internal sealed class SegmentCitations
{
    private readonly Dictionary<long, int> _counts = [];

    /// <summary>Reads a segment.</summary>
    public SegmentCitations(AtomicReader reader)
    {
        if (reader.GetTerms(IndexFields.Cites) is not { } terms)
            return;
        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            if (long.TryParse(all.Term.Utf8ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key))
                _counts[key] = all.DocFreq;
        }
    }

    /// <summary>The standing of every document of an index: log10 of one more than the documents that name it, less for a place's own.</summary>
    public static float[][] StandingIn(IndexReader reader, IEnumerable<SegmentCitations> segments)
    {
        var counts = new Dictionary<long, int>();
        foreach (var segment in segments)
        {
            foreach (var (key, count) in segment._counts)
                counts[key] = counts.GetValueOrDefault(key) + count;
        }

        return [.. reader.Leaves.Select(leaf => StandingIn(leaf.AtomicReader, counts))];
    }

    private static float[] StandingIn(AtomicReader reader, Dictionary<long, int> counts)
    {
        var standing = new float[reader.MaxDoc];
        if (reader.GetNumericDocValues(IndexFields.TitleKey) is not { } titles)
            return standing;
        var places = reader.GetNumericDocValues(IndexFields.OfPlace);
        for (var document = 0; document < standing.Length; document++)
        {
            if (places?.Get(document) == 1)
                standing[document] = RankingWeights.StandingOfPlace;
            if (counts.TryGetValue(titles.Get(document), out var count))
                standing[document] += MathF.Log10(1 + count);
        }

        return standing;
    }
}
