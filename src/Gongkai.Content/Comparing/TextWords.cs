using System.Globalization;

namespace Gongkai.Content;

/// <summary>Cuts a line into what a comparison marks: runs of Latin letters and digits whole, everything else by character.</summary>
internal static class TextWords
{
    public static string[] Of(string line)
    {
        var words = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(line);
        var start = 0;
        var isInWord = false;
        while (elements.MoveNext())
        {
            var at = elements.ElementIndex;
            var isWord = IsOfWord(line, at);
            if (at > 0 && !(isInWord && isWord))
            {
                words.Add(line[start..at]);
                start = at;
            }

            isInWord = isWord;
        }

        words.Add(line[start..]);
        return [.. words];
    }

    // Han, kana and the like are words by themselves; 2026, Art, PM2 are kept whole.
    private static bool IsOfWord(string line, int at) => CharUnicodeInfo.GetUnicodeCategory(line, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.DecimalDigitNumber;
}
