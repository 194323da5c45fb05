using Gongkai.Search.Phrases;
using Gongkai.Search.Text;

namespace Gongkai.Search.Help;

/// <summary>What somebody typed so far, and the ways in which a phrase may answer it.</summary>
/// <param name="Words">Its words, folded, the longest first; never none.</param>
/// <param name="Letters">Its letters when it may be pinyin; null when not.</param>
internal sealed record TypedText(IReadOnlyList<string> Words, string? Letters)
{
    private const int MostWords = 4;

    /// <summary>Reads what was typed; null when there is nothing in it.</summary>
    public static TypedText? Of(string typed)
    {
        var folded = HanFolding.Fold(typed);
        var words = folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords)
            return null;
        // Typed in syllables: zheng'fu, zheng fu.
        var letters = string.Concat(words).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        return new([.. words.OrderByDescending(word => word.Length)], letters.Length > 1 && letters.All(char.IsAsciiLetterLower) ? letters : null);
    }

    /// <summary>Finds the phrases of a table that have all words.</summary>
    public void Find(PhraseTable table, Func<PhraseMatch, bool> found) => table.Find(Words[0], match =>
    {
        var text = table.TextOf(match.Phrase);
        for (var i = 1; i < Words.Count; i++)
        {
            if (!text.Contains(Words[i], StringComparison.Ordinal))
                return true;
        }

        return found(match);
    });
}
