using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Text;

namespace Gongkai.Search.Queries;

/// <summary>What a site's editors told its search: words that mean the same, and what comes first for a query. Immutable.</summary>
/// <remarks>
/// The custom settings <c>SearchVocabulary</c> hold it, a line each: <c>网络、互联网、網路</c> mean the same; <c>炒鱿鱼 → 解除劳动合同</c> finds the right side, too,
/// but not the other way round; in the picks <c>公积金、住房公积金 → 条目编号或地址</c>. A line that begins with <c>#</c> is a heading for who edits them.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>The name of the settings, of their type and of its part.</summary>
    public const string SettingsName = "SearchVocabulary";

    private const string Separators = "、，,;；|";
    private const int LongestWord = 16;
    private const int MostLines = 5000;
    private const int MostAlternatives = 6;
    private const int MostSynonyms = 24;
    private const int MostPicks = 10;

    private readonly Dictionary<string, List<string>> _synonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _picks = new(StringComparer.Ordinal);

    private Vocabulary(string synonyms, string picks)
    {
        foreach (var (left, right) in Lines(synonyms, HanFolding.Fold))
        {
            foreach (var word in left.Where(word => word.Length is > 0 and <= LongestWord))
                AddTo(_synonyms, word, (right.Count > 0 ? right : left).Where(other => other != word));
        }

        foreach (var (left, right) in Lines(picks, text => text))
        {
            foreach (var query in left)
                AddTo(_picks, HanFolding.Fold(query).Trim(), right);
        }
    }

    /// <summary>None of either.</summary>
    public static Vocabulary Empty { get; } = new("", "");

    /// <summary>Reads the settings of a site.</summary>
    public static Vocabulary Of(JsonObject site)
    {
        var part = site.Child(SettingsName)?.Child(SettingsName);
        return new(part?.TextField("Synonyms") ?? "", part?.TextField("Picks") ?? "");
    }

    /// <summary>The words in a folded text that others mean the same as, each with those.</summary>
    public IReadOnlyList<(string Word, IReadOnlyList<string> Others)> SynonymsIn(string folded)
    {
        var (found, left) = (new List<(string, IReadOnlyList<string>)>(), MostSynonyms);
        foreach (var word in Found(folded).Distinct())
        {
            var others = _synonyms[word].Take(left).ToList();
            left -= others.Count;
            if (others.Count > 0)
                found.Add((word, others));
        }

        return found;
    }

    /// <summary>The text with one of its words said otherwise, for every word and way.</summary>
    public IReadOnlyList<string> AlternativesOf(string folded) =>
        [.. Found(folded).SelectMany(word => _synonyms[word].Select(other => folded.Replace(word, other, StringComparison.Ordinal))).Distinct().Take(MostAlternatives)];

    /// <summary>The ids or addresses that editors put first for a folded query.</summary>
    public IReadOnlyList<string> PicksOf(string folded) => _picks.GetValueOrDefault(folded) is { } picks ? [.. picks.Take(MostPicks)] : [];

    private IEnumerable<string> Found(string folded)
    {
        if (_synonyms.Count == 0)
            yield break;
        var words = _synonyms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < folded.Length; start++)
        {
            // The longest word that begins here: of 电子邮件 not also 电子.
            for (var length = Math.Min(LongestWord, folded.Length - start); length > 0; length--)
            {
                if (!words.ContainsKey(folded.AsSpan(start, length)))
                    continue;
                yield return folded.Substring(start, length);
                start += length - 1;
                break;
            }
        }
    }

    private static IEnumerable<(List<string> Left, List<string> Right)> Lines(string text, Func<string, string> fold)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is not ('#' or '＃')).Take(MostLines))
        {
            var sides = line.Replace("=>", "→", StringComparison.Ordinal).Split('→');
            yield return (Words(sides[0], fold), sides.Length > 1 ? Words(sides[1], fold) : []);
        }
    }

    private static List<string> Words(string side, Func<string, string> fold) =>
        [.. side.Split(Separators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(fold)];

    private static void AddTo(Dictionary<string, List<string>> words, string word, IEnumerable<string> others)
    {
        if (!words.TryGetValue(word, out var known))
            words[word] = known = [];
        known.AddRange(others.Where(other => !known.Contains(other)));
    }
}
