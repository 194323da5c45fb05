using System.Xml;

namespace Gongkai.Syndication.Sitemaps;

/// <summary>Writes maps of the site.</summary>
/// <remarks>sitemaps.org, protocol 0.9.</remarks>
internal static class SitemapWriter
{
    public const string MediaType = "application/xml";
    public const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>How many addresses a map has at most.</summary>
    public const int MostAddresses = 50_000;

    /// <summary>Addresses are shorter than this, in characters.</summary>
    private const int LengthLimit = 2048;

    private const int FlushEvery = 1000;

    /// <summary>A map, or an index of maps.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isIndex">Whether the addresses are of maps.</param>
    /// <param name="addresses">The addresses, absolute, each with its last change if that is known.</param>
    public static async Task WriteAsync(XmlWriter writer, bool isIndex, IEnumerable<(string Url, DateTime? ChangedUtc)> addresses)
    {
        await writer.WriteStartElementAsync(null, isIndex ? "sitemapindex" : "urlset", Namespace);
        foreach (var (place, (url, changed)) in addresses.Where(address => address.Url.Length < LengthLimit).Index())
        {
            await writer.WriteStartElementAsync(null, isIndex ? "sitemap" : "url", Namespace);
            await writer.TextAsync("loc", url, Namespace);
            if (changed is { } utc)
                await writer.TextAsync("lastmod", Times.Rfc3339(utc), Namespace);
            await writer.WriteEndElementAsync();
            if ((place + 1) % FlushEvery == 0)
                await writer.FlushAsync();
        }

        await writer.WriteEndElementAsync();
    }
}
