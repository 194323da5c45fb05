namespace Gongkai.Recipes.Reading;

/// <summary>Tells strings that ask to be run from texts that are only shaped like them, and marks the latter so that Orchard Core lets them be.</summary>
/// <remarks>
/// Orchard Core takes <c>[letters:…]</c> for a script, whatever the letters, and evaluates again what comes out until it has another shape: nothing that it
/// evaluates yields such a text. So a word joiner, which nobody sees, goes behind the bracket: no letter, no script. Reading takes it away again.
/// </remarks>
internal static class ScriptPrefix
{
    private const char WordJoiner = '\u2060';

    private static readonly string[] Known = ["js", "file", "env", "appsettings", "localization"];

    /// <summary>The language of a script and what it says, such as <c>js</c> and <c>uuid()</c> of <c>[js: uuid()]</c>; null when the text is a text.</summary>
    public static (string Language, string Script)? Of(string text)
    {
        if (!IsTakenForOne(text))
            return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = text[1..colon];
        return Array.Find(Known, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } language ? (language, text[(colon + 1)..^1].Trim()) : null;
    }

    /// <summary>Whether Orchard Core would take the text for a script: letters of any writing before the first colon, all in brackets.</summary>
    public static bool IsTakenForOne(string text) => HasShape(text, 1);

    /// <summary>Whether the text is marked as none.</summary>
    public static bool IsMarked(string text) => text.Length > 1 && text[1] == WordJoiner && HasShape(text, MarksOf(text) + 1);

    /// <summary>Whether the text that is meant is another one than the text that is written.</summary>
    public static bool StandsForAnother(string text) => Of(text) is not null || IsMarked(text);

    /// <summary>The text as recipes must write it; most texts as they are.</summary>
    public static string Mark(string text) => IsTakenForOne(text) || IsMarked(text) ? text.Insert(1, WordJoiner.ToString()) : text;

    /// <summary>The text that a recipe has written; most texts as they are.</summary>
    public static string Unmark(string text) => IsMarked(text) ? text.Remove(1, 1) : text;

    /// <summary>A cheap look at a string as it stands in the file: only what passes is worth decoding.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> raw) => raw is [(byte)'[' or (byte)'\\', ..];

    private static bool HasShape(string text, int start)
    {
        if (text is not ['[', .., ']'] || text.IndexOf(':', StringComparison.Ordinal) is var colon && colon < start)
            return false;
        foreach (var letter in text.AsSpan(start, colon - start))
        {
            if (!char.IsLetter(letter))
                return false;
        }
        return true;
    }

    private static int MarksOf(string text)
    {
        var marks = 0;
        while (marks + 1 < text.Length && text[marks + 1] == WordJoiner)
            marks++;
        return marks;
    }
}
