using Lucene.Net.Index;

namespace Gongkai.Search.Queries;

/// <summary>How rare words are in an index. For one query.</summary>
/// <param name="index">The index; null takes every word for rare.</param>
internal sealed class WordStatistics(IndexReader? index)
{
    // Of a law or notice of average length.
    private const long PassagesOfDocument = 27;

    private readonly Dictionary<(string Field, string Text), float> _known = [];

    /// <summary>A word's inverse document frequency, as BM25 has it.</summary>
    public float IdfOf(string field, string text)
    {
        if (index is null)
            return 1;
        if (_known.TryGetValue((field, text), out var idf))
            return idf;
        var frequency = index.DocFreq(new Term(field, text));
        return _known[(field, text)] = MathF.Log(1 + ((index.MaxDoc - frequency + 0.5f) / (frequency + 0.5f)));
    }

    /// <summary>How rare a word is in passages: how often it occurs at all stands for in how many it does.</summary>
    public float RarityOf(string text)
    {
        if (index is null)
            return 1;
        var occurrences = Math.Max(0, index.TotalTermFreq(new Term(IndexFields.Text, text)));
        var passages = Math.Max(index.MaxDoc * PassagesOfDocument, occurrences);
        return MathF.Log(1 + ((passages - occurrences + 0.5f) / (occurrences + 0.5f)));
    }

    /// <summary>Whether any document has a term.</summary>
    public bool Has(Term term) => index is null || index.DocFreq(term) > 0;
}
