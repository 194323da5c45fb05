using Microsoft.Net.Http.Headers;

namespace OrchardSite.Caching;

/// <summary>Reduces <c>Accept-Encoding</c> to the encodings that the site sends, so that its spellings cannot fill the cache.</summary>
internal static class AcceptedEncoding
{
    /// <summary><c>br</c>, <c>gzip</c> or nothing.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding is not [{ Length: > 0 } accepted, ..])
            return "";
        if (request.Headers.AcceptEncoding.Count == 1 && !accepted.Contains(";q=0", StringComparison.OrdinalIgnoreCase))
            return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
        var weighed = request.GetTypedHeaders().AcceptEncoding;
        return Takes(weighed, "br") ? "br" : Takes(weighed, "gzip") ? "gzip" : "";
    }

    /// <summary>Writes what <see cref="Of"/> found into the request, for whoever compresses the answer.</summary>
    public static void Reduce(HttpRequest request, string encoding)
    {
        if (encoding.Length > 0)
            request.Headers.AcceptEncoding = encoding;
        else
            request.Headers.Remove(HeaderNames.AcceptEncoding);
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> weighed, string encoding) =>
        weighed.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
}
