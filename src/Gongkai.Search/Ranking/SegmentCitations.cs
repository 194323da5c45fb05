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

    /// <summary>How many documents name each document of an index.</summary>
    public static int[][] NamersIn(IndexReader reader, IEnumerable<SegmentCitations> segments)
    {
        var counts = new Dictionary<long, int>();
        foreach (var segment in segments)
        {
            foreach (var (key, count) in segment._counts)
                counts[key] = counts.GetValueOrDefault(key) + count;
        }

        return [.. reader.Leaves.Select(leaf => NamersIn(leaf.AtomicReader, counts))];
    }

    /// <summary>The standing of every document of an index: log10 of one more than the documents that name it, less for a place's own.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="namers">How many documents name each, by segment.</param>
    public static float[][] StandingIn(IndexReader reader, int[][] namers) => [.. reader.Leaves.Select(leaf => StandingIn(leaf.AtomicReader, namers[leaf.Ord]))];

    private static int[] NamersIn(AtomicReader reader, Dictionary<long, int> counts)
    {
        var namers = new int[reader.MaxDoc];
        if (reader.GetNumericDocValues(IndexFields.TitleKey) is not { } titles)
            return namers;
        for (var document = 0; document < namers.Length; document++)
            namers[document] = counts.GetValueOrDefault(titles.Get(document));
        return namers;
    }

    private static float[] StandingIn(AtomicReader reader, int[] namers)
    {
        var standing = new float[namers.Length];
        var places = reader.GetNumericDocValues(IndexFields.OfPlace);
        for (var document = 0; document < standing.Length; document++)
            standing[document] = MathF.Log10(1 + namers[document]) + (places?.Get(document) == 1 ? RankingWeights.StandingOfPlace : 0);
        return standing;
    }
}
