using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace Gongkai.Search.Ranking;

/// <summary>What the second look at the best hits needs of a query.</summary>
/// <param name="Words">The different tokens, with their weights.</param>
/// <param name="Phrases">Stretches of several tokens that count more when they stand together.</param>
/// <param name="Standing">The weight of how often a document is named; 0 where that says nothing.</param>
internal sealed record RankingPlan(IReadOnlyList<WeightedWord> Words, IReadOnlyList<WordPhrase> Phrases, float Standing)
{
    /// <summary>A plan without words: the first order stands.</summary>
    public static RankingPlan None { get; } = new([], [], 0);

    /// <summary>The most that a text could score.</summary>
    public float Most(float saturation)
    {
        var sum = 0f;
        foreach (var word in Words)
            sum += word.IsSynonym ? 0 : word.Weight;
        return Math.Max(sum, float.Epsilon) * (saturation + 1);
    }
}

/// <summary>A token and its weight.</summary>
/// <param name="Text">The token.</param>
/// <param name="Weight">Its rarity (inverse document frequency), for a synonym's times the weight of synonyms.</param>
/// <param name="IsSynonym">Whether it is of a synonym.</param>
/// <param name="InText">Where the segments have it in texts.</param>
/// <param name="InTitle">The same in titles.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightedWord(string Text, float Weight, bool IsSynonym, TermContext? InText, TermContext? InTitle);

/// <summary>A stretch: for each token its place in <see cref="RankingPlan.Words"/> and its position from the first.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Share">Its part of all that was asked.</param>
internal sealed record WordPhrase(IReadOnlyList<(int Word, int Position)> Tokens, float Share);
