namespace OrchardSite.Hosting;

/// <summary>Reduces <c>Accept-Encoding</c> to the encodings that the site sends, so that its spellings cannot fill the cache.</summary>
internal static class AcceptedEncoding
{
    /// <summary><c>br</c>, <c>gzip</c> or nothing.</summary>
    public static string Of(HttpRequest request) => request.Headers.AcceptEncoding.ToString();

    /// <summary>Reduces the header of every request.</summary>
    public static IApplicationBuilder UseAcceptedEncoding(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
            http.Request.Headers.AcceptEncoding = "br";
        else if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
            http.Request.Headers.AcceptEncoding = "gzip";
        else
            http.Request.Headers.Remove("Accept-Encoding");
        return next(http);
    });
}
