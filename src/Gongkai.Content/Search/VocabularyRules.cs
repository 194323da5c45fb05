namespace Gongkai.Content;

/// <summary>What is wrong with a line that somebody wants in the search vocabulary.</summary>
/// <param name="Field"><see cref="Left"/> or <see cref="Right"/>.</param>
/// <param name="Text">What is wrong, for people, in Simplified Chinese, with places for the values.</param>
/// <param name="Values">The values.</param>
public sealed record VocabularyFault(string Field, string Text, params object?[] Values)
{
    /// <summary>The side before the arrow.</summary>
    public const string Left = "Left";

    /// <summary>The side after it.</summary>
    public const string Right = "Right";
}

/// <summary>What the search can do with a line: what it would leave aside is refused, with the reason.</summary>
public static class VocabularyRules
{
    /// <summary>The most lines that the search reads.</summary>
    public const int MostLines = 5000;

    /// <summary>The longest word that synonyms are looked up for, in characters.</summary>
    public const int LongestWord = 16;

    /// <summary>The longest text that a synonym finds, and the longest query that has picks.</summary>
    public const int LongestText = 100;

    /// <summary>The most items that are picked for a query.</summary>
    public const int MostPicks = 10;

    private const int MostWords = 20;

    /// <summary>Whether words can mean the same, or those on the left find those on the right, too.</summary>
    /// <returns>Null when they can.</returns>
    public static VocabularyFault? OfSynonyms(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 0 ? new(VocabularyFault.Left, "请写大家怎么说。")
        : right.Count == 0 && left.Distinct(StringComparer.Ordinal).Count() < 2 ? new(VocabularyFault.Right, "只有一个词：请再写一个和它同义的，或写清楚还要找什么。")
        : left.FirstOrDefault(word => word.Length > LongestWord) is { } longWord ? new(VocabularyFault.Left, "“{0}”太长，一个词最多 {1} 个字。", ShortText.Of(longWord), LongestWord)
        : OfBoth(left, right);

    /// <summary>Whether items can be picked for queries. That they are there and public, the caller knows.</summary>
    /// <returns>Null when they can.</returns>
    public static VocabularyFault? OfPicks(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 0 ? new(VocabularyFault.Left, "请写搜索词。")
        : right.Count == 0 ? new(VocabularyFault.Right, "请写要推荐的内容：编号，或它在本站的网址。")
        : right.Count > MostPicks ? new(VocabularyFault.Right, "一个搜索词最多推荐 {0} 条。", MostPicks)
        : OfBoth(left, right);

    /// <summary>Whether there is room for one more line.</summary>
    public static VocabularyFault? OfCount(string text) => VocabularyText.Read(text).Count(line => !line.IsHeading) < MostLines ? null : new(VocabularyFault.Left, "最多 {0} 行，请先删去不用的。", MostLines);

    private static VocabularyFault? OfBoth(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        foreach (var (side, words) in new[] { (VocabularyFault.Left, left), (VocabularyFault.Right, right) })
        {
            if (words.Count > MostWords)
                return new(side, "一行最多 {0} 个词。", MostWords);
            foreach (var word in words)
            {
                if (word.Length > LongestText)
                    return new(side, "“{0}”太长，最多 {1} 个字。", ShortText.Of(word), LongestText);
                if (!StorableText.IsStorable(word) || word.Any(char.IsControl))
                    return new(side, "“{0}”里有不能保存的字符，请删去。", ShortText.Of(word));
                if (word.Contains('→', StringComparison.Ordinal) || word.Contains("=>", StringComparison.Ordinal) || word[0] is '#' or '＃')
                    return new(side, "“{0}”里不能有箭头，也不能以 # 开头。", ShortText.Of(word));
            }
        }

        return null;
    }
}
