namespace Gongkai.Recipes.Reading;

/// <summary>Tells strings that ask Orchard Core to run something from texts that are only shaped like them.</summary>
internal static class ScriptPrefix
{
    private static readonly string[] Known = ["js", "file", "env", "appsettings", "localization"];

    /// <summary>The language of a script, such as <c>js</c> in <c>[js: uuid()]</c>; null when the text is a text.</summary>
    public static string? Of(string text)
    {
        if (text.AsSpan().Trim() is not ['[', .. var inner, ']'] || inner.IndexOf(':') is var colon && colon < 0)
            return null;
        var word = inner[..colon].Trim().ToString();
        return Array.Find(Known, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether Orchard Core would take the text for a script: letters of any writing before the first colon, all in brackets.</summary>
    public static bool IsTakenForOne(string text)
    {
        if (text is not ['[', .., ']'] || text.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 1)
            return false;
        foreach (var letter in text.AsSpan(1, colon - 1))
        {
            if (!char.IsLetter(letter))
                return false;
        }
        return true;
    }

    /// <summary>A cheap look at a string as it stands in the file: only what passes is worth decoding.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> raw) => raw.TrimStart(" "u8) switch
    {
        [(byte)'[' or (byte)'\\', ..] => true,
        // Spaces beyond ASCII: U+00A0, U+2000 to U+205F, U+3000.
        [0xC2, ..] or [0xE2, 0x80 or 0x81, ..] or [0xE3, 0x80, 0x80, ..] => true,
        _ => false,
    };
}
