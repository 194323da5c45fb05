using System.Globalization;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Desk.Media;

/// <summary>Makes of the name that a file came with one that every file system and every address takes.</summary>
internal static class MediaNames
{
    // Leaves room for a number behind it, below what a path may have.
    private const int MostBytes = 150;
    private const string Fallback = "file";

    /// <summary>The name without its extension, and the extension in small letters without a dot; empty for none.</summary>
    public static (string Stem, string Extension) Of(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC).Trim();
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && dot < name.Length - 1 && name.Length - dot <= 12 ? name[(dot + 1)..].ToLowerInvariant() : "";
        var stem = extension.Length > 0 ? name[..dot] : name;
        var clean = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            if (clean.Length + rune.Utf8SequenceLength > MostBytes || Encoding.UTF8.GetByteCount(clean.ToString()) + rune.Utf8SequenceLength > MostBytes)
                break;
            clean.Append(IsUsable(rune) ? rune.ToString() : "-");
        }

        var cleaned = clean.ToString().Trim(' ', '.', '-');
        if (cleaned.Length == 0)
            cleaned = Fallback;
        // What some systems keep for themselves: CON, PRN …
        return (MediaPath.FaultOf(cleaned + ".x") is null ? cleaned : Fallback + "-" + cleaned, string.Concat(extension.Where(char.IsAsciiLetterOrDigit)));
    }

    /// <summary>A folder as somebody typed it: without outer slashes and spaces.</summary>
    public static string Folder(string? typed) => string.Join('/', (typed ?? "").Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool IsUsable(Rune rune) =>
        !Rune.IsControl(rune) && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !"\\/:*?\"<>|#%".Contains(rune.ToString(), StringComparison.Ordinal);
}
