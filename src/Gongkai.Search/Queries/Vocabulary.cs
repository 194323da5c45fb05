using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Text;

namespace Gongkai.Search.Queries;

/// <summary>What a site's editors told its search: words that mean the same, and what comes first for a query. Immutable.</summary>
/// <remarks>The custom settings <see cref="VocabularyText.SettingsName"/> hold it, a line each, as <see cref="VocabularyText"/> says.</remarks>
internal sealed class Vocabulary
{
    private const int LongestWord = VocabularyRules.LongestWord;
    private const int MostAlternatives = 6;
    private const int MostSynonyms = 24;

    private readonly Dictionary<string, List<string>> _synonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _picks = new(StringComparer.Ordinal);

    private Vocabulary(string synonyms, string picks)
    {
        foreach (var line in Lines(synonyms))
        {
            var (left, right) = (Folded(line.Left), Folded(line.Right));
            foreach (var word in left.Where(word => word.Length is > 0 and <= LongestWord))
                AddTo(_synonyms, word, (right.Count > 0 ? right : left).Where(other => other != word));
        }

        foreach (var line in Lines(picks))
        {
            foreach (var query in line.Left)
                AddTo(_picks, HanFolding.Fold(query).Trim(), line.Right);
        }
    }

    /// <summary>None of either.</summary>
    public static Vocabulary Empty { get; } = new("", "");

    /// <summary>Reads the settings of a site.</summary>
    public static Vocabulary Of(JsonObject site)
    {
        var part = site.Child(VocabularyText.SettingsName)?.Child(VocabularyText.SettingsName);
        return new(part?.TextField(VocabularyText.Synonyms) ?? "", part?.TextField(VocabularyText.Picks) ?? "");
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
    public IReadOnlyList<string> PicksOf(string folded) => _picks.GetValueOrDefault(folded) is { } picks ? [.. picks.Take(VocabularyRules.MostPicks)] : [];

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

    private static IEnumerable<VocabularyLine> Lines(string text) => VocabularyText.Read(text).Where(line => !line.IsHeading).Take(VocabularyRules.MostLines);

    private static List<string> Folded(IReadOnlyList<string> words) => [.. words.Select(HanFolding.Fold)];

    private static void AddTo(Dictionary<string, List<string>> words, string word, IEnumerable<string> others)
    {
        if (!words.TryGetValue(word, out var known))
            words[word] = known = [];
        known.AddRange(others.Where(other => !known.Contains(other)));
    }
}
