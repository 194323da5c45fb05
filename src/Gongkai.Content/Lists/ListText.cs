using System.Text;

namespace Gongkai.Content;

/// <summary>Text as lists compare it: full-width and half-width, upper and lower case alike.</summary>
public static class ListText
{
    // A title of 100,000 characters is found by its beginning.
    private const int Longest = 1000;

    /// <summary>The folded text, cut at 1,000 characters.</summary>
    public static string Fold(string text)
    {
        var cut = ShortText.Cut(text, Longest);
        return StorableText.IsStorable(cut) ? cut.Normalize(NormalizationForm.FormKC).ToLowerInvariant() : "";
    }
}
