namespace Gongkai.Search.Ranking;

/// <summary>Every number by which hits are ordered, in one place. docs/search.md has the measurement that set each.</summary>
/// <remarks>
/// A share is a BM25 score divided by the most that the query could reach, so that 1 reads «all of it, often». Weights add shares up.
/// </remarks>
internal sealed record RankingWeights
{
    /// <summary>Share of the query in the whole text.</summary>
    public float Body { get; init; } = 0.8f;

    /// <summary>BM25's regard to the length of a text: a long law is hardly less about its subject than a short notice.</summary>
    public float BodyLength { get; init; } = 0.4f;

    /// <summary>Share of the query in the title.</summary>
    public float Title { get; init; } = 0.35f;

    /// <summary>Share of the query in the best passage with its headings and the title.</summary>
    public float Passage { get; init; } = 1f;

    /// <summary>BM25's regard to the length of a passage.</summary>
    public float PassageLength { get; init; } = 0.6f;

    /// <summary>How long a passage is that is neither short nor long, in tokens.</summary>
    public float PassageAverage { get; init; } = 260;

    /// <summary>How fast repetition in a passage stops to count (BM25's k1).</summary>
    public float PassageSaturation { get; init; } = 1f;

    /// <summary>The words as they stand, in the text.</summary>
    public float TextPhrase { get; init; } = 0.3f;

    /// <summary>The words as they stand, in the title.</summary>
    public float TitlePhrase { get; init; } = 0.7f;

    /// <summary>Standing of a document in the answers to a question: for every tenfold of documents that name it.</summary>
    public float Standing { get; init; } = 0.12f;

    /// <summary>The same for words: whoever types a title wants that title.</summary>
    public float StandingOfWords { get; init; } = 0.02f;

    /// <summary>The most tenfolds that count: a law that a hundred name is no less a law than one that a thousand do.</summary>
    public float MostStanding { get; init; } = 1.9f;

    /// <summary>The tenfolds that a place's own document (甲省…条例) lacks where no place is named: there, what holds everywhere answers first.</summary>
    public const float StandingOfPlace = -0.5f;

    /// <summary>What an answer to a question gains at most that the other answers name more often than documents do elsewhere.</summary>
    public float LocalCitation { get; init; } = 0.12f;

    /// <summary>How many times more often it is named there to gain half of it.</summary>
    public float LocalCitationHalf { get; init; } = 20;

    /// <summary>The share of all documents that is added to those which name it: what two documents name, one of them here, is chance.</summary>
    public float LeastNamed { get; init; } = 0.002f;

    /// <summary>How many of the best answers are asked what they name.</summary>
    public int Voters { get; init; } = 100;

    /// <summary>How many of the best are ordered by it: a page of them.</summary>
    public int Lifted { get; init; } = 10;

    /// <summary>What a repealed document loses: it stays findable, below what is in force.</summary>
    public float Repealed { get; init; } = 0.06f;

    /// <summary>The part of its own weight that a synonym's token has beside the words of a question.</summary>
    public float Synonym { get; init; } = 0.4f;

    /// <summary>The same for words: there synonyms are to find, hardly to order.</summary>
    public float SynonymOfWords { get; init; } = 0.1f;

    /// <summary>The most that all synonyms of a word weigh, in weights of the word: one with many has no more to say.</summary>
    public float MostOfSynonyms { get; init; } = 2;

    /// <summary>How many of the best hits of a question have their passages looked at.</summary>
    public int Candidates { get; init; } = 300;

    /// <summary>The same for words, which all hits have.</summary>
    public int CandidatesOfWords { get; init; } = 60;

    /// <summary>The share of a question's different tokens that a hit must have.</summary>
    public float LeastShare { get; init; } = 0.12f;

    /// <summary>The same of a long term that nothing has whole.</summary>
    public float LeastShareOfTerm { get; init; } = 0.25f;

    /// <summary>A document's own number, asked for: above everything else.</summary>
    public float Number { get; init; } = 1000f;

    /// <summary>An editors' pick: above even that.</summary>
    public float Pick { get; init; } = 100_000f;

    /// <summary>The weights of the program.</summary>
    public static RankingWeights Default { get; } = new();
}
