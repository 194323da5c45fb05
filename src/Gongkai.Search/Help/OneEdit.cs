namespace Gongkai.Search.Help;

/// <summary>Texts that differ by one character.</summary>
internal static class OneEdit
{
    /// <summary>How much of a text's beginning is a word but for one character: changed, two that changed places, missing from the word, or too many in it.</summary>
    /// <returns>Null when nothing is.</returns>
    public static int? LengthOf(ReadOnlySpan<char> word, ReadOnlySpan<char> text)
    {
        var same = word.CommonPrefixLength(text);
        if (same == word.Length)
            return null;
        var rest = word[same..];
        var other = text[same..];
        // Its last character may be the wrong one only where something stands in its place.
        if (other.Length > 0 && IsHan(other[0]) && other[1..].StartsWith(rest[1..]))
            return word.Length;
        if (rest.Length > 1 && other.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && other[2..].StartsWith(rest[2..]))
            return word.Length;
        if (other.Length > 0 && IsHan(other[0]) && other[1..].StartsWith(rest))
            return word.Length + 1;
        return rest.Length > 1 && other.StartsWith(rest[1..]) ? word.Length - 1 : null;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';
}
