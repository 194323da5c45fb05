namespace Gongkai.Web;

/// <summary>What a reader asked pages to do for the eyes: larger text, high contrast, the version for older readers, a guide line. Kept in the cookie <c>reading</c>.</summary>
/// <remarks>
/// The cookie's value is words joined by full stops, as <c>large.contrast</c>; what is not known in it is dropped, so that no spelling of it fills a cache.
/// Pages write the words on <c>html</c> as <c>data-reading</c>, and the style sheet does the rest.
/// </remarks>
public static class ReadingHelp
{
    /// <summary>The cookie's name.</summary>
    public const string CookieName = "reading";

    private const int LongestCookie = 64;

    // In the order in which they are written; the two sizes exclude each other.
    private static readonly string[] Words = ["large", "larger", "contrast", "elder", "line"];

    /// <summary>The known words of a cookie in their one order; empty for none.</summary>
    public static string Normalize(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie) || cookie.Length > LongestCookie)
            return "";
        var given = cookie.Split('.');
        return string.Join('.', Words.Where(word => given.Contains(word, StringComparer.Ordinal) && !(word == "large" && given.Contains("larger", StringComparer.Ordinal))));
    }

    /// <summary>What pressing a button makes of a cookie.</summary>
    /// <param name="cookie">The cookie as it was.</param>
    /// <param name="pressed"><c>standard</c>, <c>large</c> or <c>larger</c> choose a size, <c>none</c> takes everything away, any other known word is turned on or off.</param>
    /// <returns>The new cookie; the old one, in its one order, when the button is not known.</returns>
    public static string Press(string? cookie, string? pressed)
    {
        var words = Normalize(cookie).Split('.', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (pressed)
        {
            case "none":
                return "";
            case "standard" or "large" or "larger":
                words.RemoveAll(word => word is "large" or "larger");
                words.Add(pressed);
                break;
            case not null when Words.Contains(pressed, StringComparer.Ordinal):
                if (!words.Remove(pressed))
                    words.Add(pressed);
                break;
        }

        return Normalize(string.Join('.', words));
    }
}
