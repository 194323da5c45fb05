using System.Text;
using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Web;

/// <summary>How modules take forms of people who are not signed in.</summary>
/// <remarks>
/// Such forms stand on pages that everybody shares, so they carry no token of their own: a cookie for it would make the pages personal. What a token guards
/// against is told by the browser instead: where a form comes from (<c>Sec-Fetch-Site</c>, <c>Origin</c>). Nobody's cookies give such a form any right.
/// </remarks>
public static class PublicForms
{
    /// <summary>The field that people do not see and programs fill in.</summary>
    public const string Trap = "website";

    /// <summary>Whether a form was sent by a page of this site, as far as the browser tells; one that tells nothing is believed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="site">The site's address, which the request's host may not be behind a proxy.</param>
    public static bool IsOwn(HttpRequest request, SiteSettings site)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } from])
            return from is "same-origin" or "none";
        if (request.Headers.Origin is not [{ Length: > 0 } origin])
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var sent)
            && (string.Equals(sent.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || (Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var own) && string.Equals(sent.Authority, own.Authority, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The fields of a form; null when it is none, too large, or cannot be read. The server stops reading where the size is passed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="longest">Its longest body, in bytes.</param>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http, int longest)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > longest)
            return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = longest;
        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = longest, BufferBodyLengthLimit = longest, MultipartBodyLengthLimit = longest, ValueCountLimit = 64, KeyLengthLimit = 256 }, http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>A text as somebody typed it: without what cannot be kept or seen, with plain line ends, without white space around it.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is 0xFFFD || IsDirection(rune.Value)))
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    // Turns the reading direction around: what is written is not what is seen.
    private static bool IsDirection(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F;
}
