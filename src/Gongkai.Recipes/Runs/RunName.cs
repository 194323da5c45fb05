using System.Globalization;
using System.Text;
using Gongkai.Recipes.Packages;

namespace Gongkai.Recipes.Runs;

/// <summary>The name of an uploaded file as it is shown: what a browser sends may be anything.</summary>
internal static class RunName
{
    private const int MaxLength = 100;

    /// <summary>The name without folders and without what nobody sees; cut in its middle when it is long. Null when it is no recipe's.</summary>
    public static string? Of(string given)
    {
        var name = new StringBuilder();
        foreach (var rune in given[(given.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                name.Append(rune.ToString());
        }

        var clean = name.ToString().Trim();
        var extension = Path.GetExtension(clean);
        if (!extension.Equals(".json", StringComparison.OrdinalIgnoreCase) && !RecipePackage.Is(extension) && !TableRecipe.Is(extension))
            return null;
        return clean.Length <= MaxLength ? clean : Whole(clean[..(MaxLength - extension.Length - 1)]) + "…" + extension;
    }

    // Half a character is none.
    private static string Whole(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
}
