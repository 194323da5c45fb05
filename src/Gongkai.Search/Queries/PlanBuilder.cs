using Gongkai.Search.Ranking;

namespace Gongkai.Search.Queries;

/// <summary>Gathers a <see cref="RankingPlan"/> from the terms of a query.</summary>
internal sealed class PlanBuilder(WordStatistics statistics, RankingWeights weights)
{
    // BM25's k1 of texts and titles.
    private const float Saturation = 1.2f;
    private const int MostWords = 96;

    private readonly List<WeightedWord> _words = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<(int Word, int Position)>> _phrases = [];
    private readonly List<(string Text, float Part)> _synonyms = [];

    /// <summary>The most that a text can score.</summary>
    public float MostInText { get; private set; }

    /// <summary>The most that a title can score.</summary>
    public float MostInTitle { get; private set; }

    /// <summary>Adds what was typed.</summary>
    public void Add(SearchTerm term)
    {
        foreach (var text in term.Texts)
            Place(text);
        foreach (var piece in term.Pieces)
        {
            if (piece.Count > 1 && piece.All(token => !token.Lone && _places.ContainsKey(term.TextOf(token))))
                _phrases.Add([.. piece.Select(token => (_places[term.TextOf(token)], token.Position - piece[0].Position))]);
        }
    }

    /// <summary>The tokens of synonyms that were not typed, with the part of a typed one's weight that each has.</summary>
    public IReadOnlyList<(string Text, float Part)> Synonyms => _synonyms;

    /// <summary>Adds what means the same as a word that was added.</summary>
    /// <param name="word">The word.</param>
    /// <param name="others">What means the same.</param>
    /// <param name="part">The part of their own weight that the tokens get; less when they would outweigh the word.</param>
    public void AddSynonyms(string word, IReadOnlyList<string> others, float part)
    {
        var texts = others.Select(SearchTerm.Of).OfType<SearchTerm>().SelectMany(term => term.Texts).Distinct().Where(text => !_places.ContainsKey(text)).ToList();
        var own = (SearchTerm.Of(word)?.Texts ?? []).Sum(statistics.RarityOf);
        var all = texts.Sum(statistics.RarityOf);
        // A word of one character has no weight of its own to measure by.
        if (own > 0 && all > 0)
            part = Math.Min(part, weights.MostOfSynonyms * own / all);
        foreach (var text in texts)
        {
            if (Place(text, part))
                _synonyms.Add((text, part));
        }
    }

    /// <summary>The plan.</summary>
    public RankingPlan Build(float standing)
    {
        var all = Math.Max(1, _phrases.Sum(phrase => phrase.Count));
        return new(_words, [.. _phrases.Select(phrase => new WordPhrase(phrase, (float)phrase.Count / all))], _words.Count > 0 ? standing : 0);
    }

    private bool Place(string text, float? part = null)
    {
        if (_words.Count == MostWords || !_places.TryAdd(text, _words.Count))
            return false;
        _words.Add(new(text, statistics.RarityOf(text) * (part ?? 1), part is not null, statistics.Find(IndexFields.Text, text), statistics.Find(IndexFields.Title, text)));
        if (part is not null)
            return true;
        MostInText += statistics.IdfOf(IndexFields.Text, text) * (Saturation + 1);
        MostInTitle += statistics.IdfOf(IndexFields.Title, text) * (Saturation + 1);
        return true;
    }
}
