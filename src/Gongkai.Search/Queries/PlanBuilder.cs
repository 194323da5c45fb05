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

    /// <summary>The most that a text can score.</summary>
    public float MostInText { get; private set; }

    /// <summary>The most that a title can score.</summary>
    public float MostInTitle { get; private set; }

    /// <summary>Adds what was typed.</summary>
    public void Add(SearchTerm term)
    {
        foreach (var text in term.Texts)
            Place(text, isSynonym: false);
        foreach (var piece in term.Pieces)
        {
            if (piece.Count > 1 && piece.All(token => !token.Lone && _places.ContainsKey(term.TextOf(token))))
                _phrases.Add([.. piece.Select(token => (_places[term.TextOf(token)], token.Position - piece[0].Position))]);
        }
    }

    /// <summary>Adds what means the same.</summary>
    public void AddSynonym(string folded)
    {
        foreach (var text in SearchTerm.Of(folded)?.Texts ?? [])
            Place(text, isSynonym: true);
    }

    /// <summary>The plan.</summary>
    public RankingPlan Build(float standing)
    {
        var all = Math.Max(1, _phrases.Sum(phrase => phrase.Count));
        return new(_words, [.. _phrases.Select(phrase => new WordPhrase(phrase, (float)phrase.Count / all))], _words.Count > 0 ? standing : 0);
    }

    private void Place(string text, bool isSynonym)
    {
        if (_words.Count == MostWords || !_places.TryAdd(text, _words.Count))
            return;
        var idf = statistics.IdfOf(IndexFields.Text, text);
        var rarity = statistics.RarityOf(text);
        _words.Add(new(text, isSynonym ? rarity * weights.Synonym : rarity, isSynonym, statistics.Find(IndexFields.Text, text), statistics.Find(IndexFields.Title, text)));
        if (isSynonym)
            return;
        MostInText += idf * (Saturation + 1);
        MostInTitle += statistics.IdfOf(IndexFields.Title, text) * (Saturation + 1);
    }
}
