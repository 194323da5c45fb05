using System.Buffers;

namespace Gongkai.Markup;

/// <summary>Decides where a link or picture may point: http, https, mailto, tel, or inside the site.</summary>
internal static class SafeUrl
{
    private static readonly SearchValues<char> EndOfScheme = SearchValues.Create(":/?#\\");
    private static readonly SearchValues<char> IgnoredByBrowsers = SearchValues.Create("\t\r\n");

    /// <summary>The address as it may stand in the page; null when it may not.</summary>
    /// <param name="url">What the author wrote, character references already decoded.</param>
    /// <param name="picture">A picture is fetched, not followed: it has no use for mailto and tel.</param>
    /// <remarks>
    /// <c>//host/path</c> looks like a path and leads off the site: it is written out as https, so that what follows (rel, a reader, a link checker) sees an outside address.
    /// Backslashes count as slashes there, as they do in browsers.
    /// </remarks>
    public static string? Clean(string url, bool picture)
    {
        var text = WithoutIgnored(url);
        if (text.Length > 1 && IsSlash(text[0]) && IsSlash(text[1]))
        {
            var rest = text.TrimStart(['/', '\\']);
            return rest.Length == 0 ? null : "https://" + rest;
        }

        var end = text.AsSpan().IndexOfAny(EndOfScheme);
        if (end < 0 || text[end] != ':')
        {
            return text;
        }

        // Anything before a colon counts as a scheme, well-formed or not: what we do not know by name does not pass.
        return text[..end].ToLowerInvariant() switch
        {
            "http" or "https" => text,
            "mailto" or "tel" when !picture => text,
            _ => null,
        };
    }

    public static bool IsOutside(string cleaned) => cleaned.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || cleaned.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsSlash(char c) => c is '/' or '\\';

    /// <summary>Browsers drop tabs and line ends anywhere in an address, and control characters and spaces around it, before they look at it.</summary>
    private static string WithoutIgnored(string url)
    {
        var start = 0;
        var end = url.Length;
        while (start < end && url[start] <= ' ')
        {
            start++;
        }

        while (end > start && url[end - 1] <= ' ')
        {
            end--;
        }

        var text = url[start..end];
        return text.AsSpan().ContainsAny(IgnoredByBrowsers) ? string.Concat(text.Where(c => !IgnoredByBrowsers.Contains(c))) : text;
    }
}
