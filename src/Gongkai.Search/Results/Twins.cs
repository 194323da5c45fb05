using Gongkai.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Search.Results;

/// <summary>Lets texts that say nearly the same as a better hit, and other versions of it, step back, so that the answers to a question are different ones. Nothing is left out, and totals count everything.</summary>
internal static class Twins
{
    // As far as people look.
    private const int Looked = 40;

    /// <summary>The hits with twins of better ones after those that people look at.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="hits">The hits, best first.</param>
    public static List<RankedHit> StepBack(IndexSearcher searcher, List<RankedHit> hits)
    {
        var leaves = searcher.IndexReader.Leaves;
        var columns = new (BinaryDocValues? Sketches, NumericDocValues? Names)[leaves.Count];
        var (first, later, sketches) = (new List<RankedHit>(hits.Count), new List<RankedHit>(), new List<(long Name, byte[] Bytes)>());
        foreach (var hit in hits.Take(Looked))
        {
            var sketch = SketchOf(hit.Hit.Document);
            if (sketches.Exists(better => TextSketch.AreTwins(better.Bytes, sketch.Bytes) || (better.Name == sketch.Name && TextSketch.AreVersions(better.Bytes, sketch.Bytes))))
            {
                later.Add(hit);
                continue;
            }

            first.Add(hit);
            sketches.Add(sketch);
        }

        if (later.Count == 0)
            return hits;
        first.AddRange(later);
        first.AddRange(hits.Skip(Looked));
        return first;

        (long Name, byte[] Bytes) SketchOf(int document)
        {
            var place = ReaderUtil.SubIndex(document, leaves);
            ref var column = ref columns[place];
            column.Sketches ??= leaves[place].AtomicReader.GetBinaryDocValues(IndexFields.Sketch);
            column.Names ??= leaves[place].AtomicReader.GetNumericDocValues(IndexFields.NameKey);
            var (bytes, local) = (new BytesRef(), document - leaves[place].DocBase);
            column.Sketches?.Get(local, bytes);
            return (column.Names?.Get(local) ?? 0, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray());
        }
    }
}
