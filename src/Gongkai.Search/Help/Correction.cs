using Gongkai.Search.Phrases;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;
using Lucene.Net.Index;

namespace Gongkai.Search.Help;

/// <summary>What a query was perhaps meant to be. Where neighbouring characters stand together nowhere, or nearly, something else was meant there.</summary>
/// <remarks>First what sounds the same (公鸡金 is 公积金), then what differs by one character, longest stretch first; of several the most frequent.</remarks>
/// <param name="reader">The index.</param>
/// <param name="phrases">The site's own words.</param>
internal sealed class Correction(IndexReader reader, SitePhrases phrases)
{
    private const int MostRare = 2;
    private const int DocumentsForRare = 1000;
    private const int LeastWhenRare = 10;
    private const int LongestStretch = 24;
    private const int LeastWindow = 3;
    private const int LongestWindow = 8;
    private const int MostEdits = 3;
    private const int LeastLetters = 3;

    // How far to both sides of what is wrong: more tells better what was meant, as long as it stands somewhere.
    private static readonly (int Left, int Right)[] Contexts = [(3, 3), (2, 2), (3, 0), (0, 3), (1, 1), (1, 0), (0, 1), (0, 0), (-1, -1), (-1, 0), (0, -1)];

    /// <summary>The corrected query, folded; null when there is nothing to correct, or nothing to correct it by.</summary>
    public string? Of(string query)
    {
        var folded = HanFolding.Fold(query).Trim();
        // What only asks stands beside anything.
        if (QuestionWords.IsQuestion(folded))
            folded = QuestionWords.Strip(folded).Replace('，', ' ').Trim(' ', '?');
        if (folded.Length >= LeastLetters && folded.All(c => char.IsAsciiLetterLower(c) || c == ' '))
            return OfLetters(folded.Replace(" ", "", StringComparison.Ordinal));
        for (var i = 0; i < folded.Length; i++)
        {
            if (!IsIdeograph(folded[i]))
                continue;
            var end = i;
            while (end < folded.Length && end - i < LongestStretch && IsIdeograph(folded[end]))
                end++;
            if (OfStretch(folded[i..end]) is { } corrected)
                return folded[..i] + corrected + folded[end..];
            i = end - 1;
        }

        return null;
    }

    /// <summary>Pinyin that was typed and not converted.</summary>
    private string? OfLetters(string letters) =>
        Nearest(phrases.Count((table, found) => table.Sounds.FindSyllables(letters, whole: true, found)), "", least: 1)
        ?? Nearest(phrases.Count((table, found) => table.Sounds.FindInitials(letters, found)), "", least: 1);

    private string? OfStretch(string stretch)
    {
        if (FirstRare(stretch) is not var (from, to, frequency))
            return null;
        var least = frequency == 0 ? 1 : LeastWhenRare;
        // One pair alone between others that are known: two words meet there, or a character is missing.
        var isSeam = to - from == 2 && from > 0 && to < stretch.Length;
        var edits = 0;
        foreach (var (start, end) in Windows(stretch, from, to))
        {
            var window = stretch[start..end];
            if (!isSeam && Nearest(SameSound(window), window, least) is { } same)
                return stretch[..start] + same + stretch[end..];
            if (window.Length > 2 && edits++ < MostEdits && OneOf(NearlySame(window), window, isSeam, least) is { } near)
                return stretch[..start] + near + stretch[end..];
        }

        return null;
    }

    /// <summary>The first run of pairs that stand nowhere or nearly: its characters, and how often the most frequent of the pairs stands.</summary>
    private (int From, int To, int Frequency)? FirstRare(string stretch)
    {
        // In a small site everything is rare.
        var rare = Math.Min(MostRare, reader.NumDocs / DocumentsForRare);
        int? from = null;
        var most = 0;
        for (var i = 0; i + 1 < stretch.Length; i++)
        {
            var frequency = reader.DocFreq(new Term(IndexFields.Text, stretch.Substring(i, 2)));
            if (frequency <= rare)
                (from, most) = (from ?? i, Math.Max(most, frequency));
            else if (from is { } begun)
                return (begun, i + 1, most);
        }

        return from is { } start ? (start, stretch.Length, most) : null;
    }

    private static IEnumerable<(int Start, int End)> Windows(string stretch, int from, int to) =>
        Contexts.Select(context => (Start: Math.Max(0, from - context.Left), End: Math.Min(stretch.Length, to + context.Right)))
            .Where(window => window.End - window.Start is <= LongestWindow and var length && length >= Math.Min(LeastWindow, stretch.Length)).Distinct();

    private Dictionary<string, int> SameSound(string window)
    {
        var readings = new string[window.Length];
        Pinyin.Read(window, readings);
        var letters = string.Concat(readings);
        return readings.Any(reading => reading.Length == 0) ? [] : phrases.Count((table, found) => table.Sounds.FindSyllables(letters, whole: true, found));
    }

    /// <summary>What has one half of it, and the other half but for one character: changed, missing, added, or two that changed places.</summary>
    private Dictionary<string, int> NearlySame(string window)
    {
        var half = window.Length / 2;
        var (left, right) = (window[..half], window[half..]);
        return phrases.Count((table, found) =>
        {
            table.Find(left, match =>
            {
                var text = table.TextOf(match.Phrase);
                var tail = text[(match.Start + half)..];
                return OneEdit.LengthOf(right, tail) is not { } length || found(match with { Length = half + length });
            });
            table.Find(right, match =>
            {
                var head = Reversed(table.TextOf(match.Phrase)[..match.Start]);
                return OneEdit.LengthOf(Reversed(left), head) is not { } length || found(match with { Start = match.Start - length, Length = right.Length + length });
            });
        });
    }

    /// <summary>Of what sounds the same what is written most alike, then what is most frequent.</summary>
    private static string? Nearest(Dictionary<string, int> counts, string window, int least) => counts.Where(count => count.Key != window && count.Key.Length > 1 && count.Value >= least)
        .OrderBy(count => DifferencesOf(count.Key, window)).ThenByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key).FirstOrDefault();

    /// <summary>What it may be if it can be but one thing: of several that are as frequent it is none.</summary>
    private static string? OneOf(Dictionary<string, int> counts, string window, bool isSeam, int least)
    {
        var others = counts.Where(count => count.Key != window && (!isSeam || count.Key.Length != window.Length)).ToList();
        var best = others.Count == 0 ? default : others.MaxBy(count => count.Value);
        return best.Value >= least && best.Value * 2 > others.Sum(count => count.Value) ? best.Key : null;
    }

    private static int DifferencesOf(string word, string window)
    {
        var differences = Math.Abs(word.Length - window.Length);
        for (var i = 0; i < Math.Min(word.Length, window.Length); i++)
            differences += word[i] == window[i] ? 0 : 1;
        return differences;
    }

    private static string Reversed(ReadOnlySpan<char> text)
    {
        var reversed = text.ToArray();
        Array.Reverse(reversed);
        return new(reversed);
    }

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff';
}
