using Gongkai.Content;

namespace Gongkai.Feedback.Errors;

/// <summary>The address of a page of this site, as a form says it: anything may stand there.</summary>
internal static class PageAddress
{
    private const int Longest = 1000;

    /// <summary>The address below the site's base, beginning with <c>/</c>, without a fragment; null when it is none, or another site's.</summary>
    /// <param name="typed">What the form says.</param>
    /// <param name="authority">The host of the request, with its port.</param>
    /// <param name="site">The site's own address; empty when it is not known.</param>
    /// <param name="pathBase">What comes before the site's addresses.</param>
    public static string? Normalize(string? typed, string authority, string site, string pathBase)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest || text.Any(c => char.IsControl(c) || c == '\\') || !StorableText.IsStorable(text))
            return null;
        if (!text.StartsWith('/'))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
                || !(string.Equals(address.Authority, authority, StringComparison.OrdinalIgnoreCase)
                    || (Uri.TryCreate(site, UriKind.Absolute, out var own) && string.Equals(address.Authority, own.Authority, StringComparison.OrdinalIgnoreCase))))
                return null;
            text = address.PathAndQuery;
        }

        if (text.StartsWith("//", StringComparison.Ordinal))
            return null;
        text = text.Split('#')[0];
        if (pathBase.Length > 0 && (text == pathBase || text.StartsWith(pathBase + "/", StringComparison.OrdinalIgnoreCase)))
            text = text[pathBase.Length..];
        return text.StartsWith('/') ? text : "/" + text;
    }

    /// <summary>The route that an address names, decoded.</summary>
    public static string RouteOf(string address)
    {
        var path = Uri.UnescapeDataString(address.Split('?')[0]).Trim('/');
        return StorableText.IsStorable(path) ? path : "";
    }
}
