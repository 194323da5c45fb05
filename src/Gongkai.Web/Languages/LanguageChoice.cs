using System.Buffers;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Languages;

/// <summary>Which language a browser wishes, as it says in <c>Accept-Language</c>.</summary>
/// <remarks>RFC 9110, 12.5.4; tags by RFC 5646. Whatever is sent gives one of our languages, so that no spelling fills a cache.</remarks>
public static class LanguageChoice
{
    /// <summary>The cookie that keeps a reader's choice, a code in it.</summary>
    public const string CookieName = "language";

    // Browsers send a line of a few dozen characters; what is longer is no wish.
    private const int LongestHeader = 512;

    private static readonly SearchValues<char> TagCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>The language that is wished most; the default when none of ours is, or when it cannot be read.</summary>
    public static PageLanguage OfHeader(StringValues header)
    {
        if (header is not [{ Length: > 0 and <= LongestHeader } wishes])
            return PageLanguage.Simplified;
        // What nearly all browsers send: the first wish is ours and without a weight, which is the greatest.
        var comma = wishes.IndexOf(',', StringComparison.Ordinal);
        if (OfTag((comma < 0 ? wishes.AsSpan() : wishes.AsSpan(0, comma)).Trim()) is { } first)
            return first;
        return StringWithQualityHeaderValue.TryParseList([wishes], out var parsed)
            ? parsed.Where(wish => wish.Quality is not <= 0).OrderByDescending(wish => wish.Quality ?? 1).Select(wish => OfTag(wish.Value.AsSpan())).FirstOrDefault(language => language is not null) ?? PageLanguage.Simplified
            : PageLanguage.Simplified;
    }

    /// <summary>Our language for a tag: Chinese by its script, else by where it is spoken; null when it is none of ours.</summary>
    public static PageLanguage? OfTag(ReadOnlySpan<char> tag)
    {
        if (Begins(tag, "en"))
            return PageLanguage.English;
        if (!Begins(tag, "zh"))
            return tag is "*" ? PageLanguage.Simplified : null;
        if (Has(tag, "Hans"))
            return PageLanguage.Simplified;
        return Has(tag, "Hant") || Has(tag, "TW") || Has(tag, "HK") || Has(tag, "MO") ? PageLanguage.Traditional : PageLanguage.Simplified;
    }

    private static bool Begins(ReadOnlySpan<char> tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && IsTag(tag) && (tag.Length == language.Length || tag[language.Length] == '-');

    private static bool IsTag(ReadOnlySpan<char> tag) => !tag.ContainsAnyExcept(TagCharacters);

    private static bool Has(ReadOnlySpan<char> tag, string subtag)
    {
        foreach (var part in tag.Split('-'))
        {
            if (tag[part].Equals(subtag, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
