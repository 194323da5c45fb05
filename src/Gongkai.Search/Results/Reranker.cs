using Gongkai.Search.Facets;
using Gongkai.Search.Passages;
using Gongkai.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Search.Results;

/// <summary>Orders the best hits of a first, cheap pass again: by their best passage and by phrases.</summary>
/// <remarks>
/// It reads the positions of the query's words in those few documents alone, which costs the same in a large index as in a small one.
/// For one search on one thread.
/// </remarks>
internal sealed class Reranker(ColumnSearcher searcher, RankingPlan plan, RankingWeights weights)
{
    private const int MostPositions = 4000;

    /// <summary>Added to every length, so that a heading of a few words does not beat the article under it.</summary>
    private const float Least = 20;

    private readonly float _most = plan.Most(weights.PassageSaturation);
    private readonly DocsAndPositionsEnum?[] _inText = new DocsAndPositionsEnum?[plan.Words.Count];
    private readonly DocsAndPositionsEnum?[] _inTitle = new DocsAndPositionsEnum?[plan.Words.Count];
    private readonly int[][] _positions = [.. plan.Words.Select(_ => new int[16])];
    private readonly int[][] _titlePositions = [.. plan.Words.Select(_ => new int[4])];
    private readonly int[] _counts = new int[plan.Words.Count];
    private readonly int[] _titleCounts = new int[plan.Words.Count];
    private readonly PassageTable _table = new();
    private readonly BytesRef _bytes = new();
    private float[] _scores = [];
    private int[] _frequencies = [];

    /// <summary>The hits in their new order.</summary>
    /// <param name="hits">The hits of the first pass, best first.</param>
    public List<RankedHit> Rank(IReadOnlyList<TopHits.Hit> hits)
    {
        var ranked = new List<RankedHit>(hits.Count);
        var leaves = searcher.IndexReader.Leaves;
        foreach (var segment in hits.GroupBy(hit => ReaderUtil.SubIndex(hit.Document, leaves)))
        {
            var reader = leaves[segment.Key].AtomicReader;
            Open(leaves[segment.Key]);
            var tables = reader.GetBinaryDocValues(IndexFields.Passages);
            var columns = searcher.Columns[segment.Key];
            foreach (var hit in segment.OrderBy(hit => hit.Document))
            {
                var document = hit.Document - leaves[segment.Key].DocBase;
                var (score, passage) = Score(document, tables);
                score += hit.Score;
                if (columns.IsRepealed(document))
                    score -= weights.Repealed;
                ranked.Add(new(hit, score, passage));
            }
        }

        ranked.Sort(RankedHit.Compare);
        return ranked;
    }

    private (float Score, int Passage) Score(int document, BinaryDocValues? tables)
    {
        Read(_inText, document, _counts, _positions);
        Read(_inTitle, document, _titleCounts, _titlePositions);
        var phrases = Phrases();
        _table.Read(tables is null ? new BytesRef() : Get(tables, document));
        if (_table.Count == 0)
            return (phrases, -1);
        var (best, passage) = Best();
        return (phrases + (weights.Passage * best / _most), passage);
    }

    private BytesRef Get(BinaryDocValues tables, int document)
    {
        tables.Get(document, _bytes);
        return _bytes;
    }

    private void Open(AtomicReaderContext leaf)
    {
        var (text, title) = (leaf.AtomicReader.GetTerms(IndexFields.Text)?.GetEnumerator(), leaf.AtomicReader.GetTerms(IndexFields.Title)?.GetEnumerator());
        for (var i = 0; i < plan.Words.Count; i++)
        {
            _inText[i] = Positions(text, plan.Words[i].Text, plan.Words[i].InText?.Get(leaf.Ord));
            _inTitle[i] = Positions(title, plan.Words[i].Text, plan.Words[i].InTitle?.Get(leaf.Ord));
        }
    }

    private static DocsAndPositionsEnum? Positions(TermsEnum? terms, string word, TermState? place)
    {
        if (terms is null || place is null)
            return null;
        terms.SeekExact(new BytesRef(word), place);
        return terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
    }

    private static void Read(DocsAndPositionsEnum?[] enums, int document, int[] counts, int[][] positions)
    {
        for (var i = 0; i < enums.Length; i++)
        {
            counts[i] = 0;
            if (enums[i] is not { } found)
                continue;
            var at = found.DocID;
            if (at < document)
                at = found.Advance(document);
            if (at == DocIdSetIterator.NO_MORE_DOCS)
                enums[i] = null;
            if (at != document)
                continue;
            counts[i] = Math.Min(found.Freq, MostPositions);
            if (positions[i].Length < counts[i])
                positions[i] = new int[counts[i] * 2];
            for (var p = 0; p < counts[i]; p++)
                positions[i][p] = found.NextPosition();
        }
    }

    private (float Score, int Passage) Best()
    {
        var count = _table.Count;
        if (_scores.Length < count)
            (_scores, _frequencies) = (new float[count * 2], new int[count * 2]);
        Array.Clear(_scores, 0, count);
        for (var word = 0; word < plan.Words.Count; word++)
        {
            if (_counts[word] == 0)
                continue;
            Array.Clear(_frequencies, 0, count);
            var passage = 0;
            for (var p = 0; p < _counts[word]; p++)
            {
                var position = _positions[word][p];
                if (position >= _table.End)
                    break;
                while (passage + 1 < count && _table[passage + 1].Position <= position)
                    passage++;
                _frequencies[passage]++;
            }

            for (passage = 0; passage < count; passage++)
            {
                var frequency = _frequencies[passage] + _titleCounts[word];
                var parent = _table[passage].Parent;
                for (var depth = 0; parent >= 0 && depth < 4; depth++, parent = _table[parent].Parent)
                    frequency += _frequencies[parent];
                if (frequency > 0)
                    _scores[passage] += plan.Words[word].Weight * Saturate(frequency, _table.LengthOf(passage));
            }
        }

        var best = 0;
        for (var passage = 1; passage < count; passage++)
        {
            if (_scores[passage] > _scores[best])
                best = passage;
        }

        return (_scores[best], best);
    }

    private float Saturate(int frequency, int length)
    {
        var k = weights.PassageSaturation;
        var norm = 1 - weights.PassageLength + (weights.PassageLength * (length + Least) / weights.PassageAverage);
        return frequency * (k + 1) / (frequency + (k * norm));
    }

    private float Phrases()
    {
        var score = 0f;
        foreach (var phrase in plan.Phrases)
        {
            if (Has(phrase, _counts, _positions))
                score += weights.TextPhrase * phrase.Share;
            if (Has(phrase, _titleCounts, _titlePositions))
                score += weights.TitlePhrase * phrase.Share;
        }

        return score;
    }

    private static bool Has(WordPhrase phrase, int[] counts, int[][] positions)
    {
        var rarest = 0;
        for (var i = 0; i < phrase.Tokens.Count; i++)
        {
            var count = counts[phrase.Tokens[i].Word];
            if (count == 0)
                return false;
            if (count < counts[phrase.Tokens[rarest].Word])
                rarest = i;
        }

        var anchor = phrase.Tokens[rarest];
        for (var p = 0; p < counts[anchor.Word]; p++)
        {
            var start = positions[anchor.Word][p] - anchor.Position;
            var holds = true;
            for (var i = 0; holds && i < phrase.Tokens.Count; i++)
            {
                var (word, position) = phrase.Tokens[i];
                holds = i == rarest || Array.BinarySearch(positions[word], 0, counts[word], start + position) >= 0;
            }

            if (holds)
                return true;
        }

        return false;
    }
}

/// <summary>A hit in its order.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Score">Its score.</param>
/// <param name="Passage">The place of its best passage; −1 for none.</param>
internal sealed record RankedHit(TopHits.Hit Hit, float Score, int Passage)
{
    /// <summary>The better first; of equal ones the newer, then by id.</summary>
    public static int Compare(RankedHit a, RankedHit b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : TopHits.CompareEqual(a.Hit, b.Hit);
}
