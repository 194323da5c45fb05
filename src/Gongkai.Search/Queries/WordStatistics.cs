using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search.Queries;

/// <summary>How rare words are in an index, and queries for them that need not look them up again.</summary>
/// <param name="places">The index; null takes every word for rare.</param>
internal sealed class WordStatistics(WordPlaces? places)
{
    // Of a law or notice of average length.
    private const long PassagesOfDocument = 27;

    /// <summary>A word's inverse document frequency, as BM25 has it.</summary>
    public float IdfOf(string field, string text)
    {
        if (Find(field, text) is not { } found)
            return 1;
        return MathF.Log(1 + ((places!.Reader.MaxDoc - found.DocFreq + 0.5f) / (found.DocFreq + 0.5f)));
    }

    /// <summary>How rare a word is in passages: how often it occurs at all stands for in how many it does.</summary>
    public float RarityOf(string text)
    {
        if (Find(IndexFields.Text, text) is not { } found)
            return 1;
        var occurrences = Math.Max(0, found.TotalTermFreq);
        var passages = Math.Max(places!.Reader.MaxDoc * PassagesOfDocument, occurrences);
        return MathF.Log(1 + ((passages - occurrences + 0.5f) / (occurrences + 0.5f)));
    }

    /// <summary>Whether any document has a term.</summary>
    public bool Has(Term term) => places is null || places.Find(term.Field, term.Text).DocFreq > 0;

    /// <summary>Where the segments have a word; null without an index.</summary>
    public TermContext? Find(string field, string text) => places?.Find(field, text);

    /// <summary>The query for a word, which need not look it up again.</summary>
    public TermQuery Query(string field, string text, float boost)
    {
        var term = new Term(field, text);
        return Find(field, text) is { } found ? new(term, found) { Boost = boost } : new(term) { Boost = boost };
    }
}
