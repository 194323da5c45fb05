using System.Globalization;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.WebUtilities;

namespace OrchardSite.Caching;

/// <summary>What a page is kept under: its encoding, the reading help that its reader chose, its language and whether the address says it, its path, and of its parameters those that the page knows, in one order.</summary>
/// <remarks>Hosts, other headers and other parameters are not part of it: they change nothing on a page, and cannot fill the cache.</remarks>
internal static class PageKey
{
    /// <summary>The longest key; a longer address is answered and not kept.</summary>
    public const int Longest = 1024;

    private const string Api = "/api";
    private static readonly string[] ListPaths = ["/search", "/catalogue", "/interpretations", "/questions", "/feeds", Api];
    private static readonly string[] Names = [.. SearchQuery.Names];

    // Of an item that is a list its page; of one that somebody came to from a list that list, in which it has neighbours.
    private static readonly string[] ItemNames = ["page", ListOrigin.Parameter];

    // What they say depends on the day: whether something is late.
    private static readonly string[] DatedPaths = ["/catalogue/standards", "/standards"];

    /// <summary>Writes the key of a request; false when its answer is not to be kept.</summary>
    /// <param name="request">The request.</param>
    /// <param name="encoding">The encoding of the answer.</param>
    /// <param name="key">Gets the key.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="today">The day in the site's time zone.</param>
    public static bool TryWrite(HttpRequest request, string encoding, Span<char> key, out int length, DateOnly today = default)
    {
        length = 0;
        var path = request.Path.Value;
        // The path is decoded, so anything may be in it; what parts it from the parameters must not be.
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal) || !Append(encoding, key, ref length)
            || !Append(ReadingOf(request), key, ref length) || !Append(LanguageOf(request.HttpContext), key, ref length) || !Append(path, key, ref length))
            return false;
        if (IsDated(request.Path) && !(Append("\0day=", key, ref length) && Append(today.ToString("yyyyMMdd", CultureInfo.InvariantCulture), key, ref length)))
            return false;
        var query = request.QueryString.Value;
        if (string.IsNullOrEmpty(query))
            return true;
        // The API names parameters that it does not know: that answer is another than the plain one.
        if (request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase) && HasUnknown(query))
            return false;
        foreach (var name in NamesOf(request.Path))
        {
            foreach (var parameter in new QueryStringEnumerable(query))
            {
                if (IsName(parameter, name) && !(Append("\0", key, ref length) && Append(name, key, ref length) && Append("=", key, ref length) && Append(parameter.EncodedValue.Span, key, ref length)))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a page says how things stand on a day.</summary>
    public static bool IsDated(PathString path) => Array.Exists(DatedPaths, dated => path.StartsWithSegments(dated, StringComparison.OrdinalIgnoreCase));

    /// <summary>The reading help of a request, in its one spelling; empty for most readers.</summary>
    public static string ReadingOf(HttpRequest request) =>
        request.Headers.Cookie.Count == 0 ? "" : ReadingHelp.Normalize(request.Cookies[ReadingHelp.CookieName]);

    /// <summary>The language of a page and where its links lead; empty for most readers.</summary>
    private static string LanguageOf(HttpContext http)
    {
        // No more spellings than there are languages, twice.
        if (RequestLanguage.OfAddress(http) is { } named)
            return named.Segment == PageLanguage.English.Segment ? "@/en" : "@/zh-hant";
        var wished = RequestLanguage.Of(http);
        return wished.IsOfContent ? "" : wished == PageLanguage.English ? "@en" : "@zh-hant";
    }

    private static string[] NamesOf(PathString path) =>
        Array.Exists(ListPaths, list => path.StartsWithSegments(list, StringComparison.OrdinalIgnoreCase)) ? Names : ItemNames;

    private static bool HasUnknown(string query)
    {
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            if (!IsKnown(parameter))
                return true;
        }

        return false;
    }

    private static bool IsKnown(QueryStringEnumerable.EncodedNameValuePair parameter)
    {
        foreach (var name in Names)
        {
            if (IsName(parameter, name))
                return true;
        }

        return false;
    }

    private static bool IsName(QueryStringEnumerable.EncodedNameValuePair parameter, string name) =>
        parameter.EncodedName.Span.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (parameter.EncodedName.Span.Contains('%') && parameter.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool Append(ReadOnlySpan<char> text, Span<char> key, ref int length)
    {
        if (!text.TryCopyTo(key[length..]))
            return false;
        length += text.Length;
        return true;
    }
}
