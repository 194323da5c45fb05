using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Sitemaps;

/// <summary><c>/sitemap.xml</c>, the index; <c>/sitemaps/columns.xml</c>; <c>/sitemaps/1.xml</c> and on, the items.</summary>
internal static class SitemapEndpoint
{
    private const int PieceSize = 2000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/sitemap.xml", (HttpContext http, IPublicItems items, SiteSettings site) => SendIndexAsync(http, items, SiteOrigin.Bare(http, site)))
            .WithName("Gongkai.Sitemap").ExcludeFromDescription();
        endpoints.MapRead("/sitemaps/columns.xml", (HttpContext http, ColumnMap map, SiteSettings site) => SendColumnsAsync(http, map, SiteOrigin.Bare(http, site)))
            .WithName("Gongkai.Sitemap.Columns").ExcludeFromDescription();
        endpoints.MapRead("/sitemaps/{part:int:range(1,50000)}.xml", (HttpContext http, int part, IPublicItems items, SiteSettings site) => SendPartAsync(http, part, items, site))
            .WithName("Gongkai.Sitemap.Part").ExcludeFromDescription();
    }

    private static Task SendIndexAsync(HttpContext http, IPublicItems items, string origin)
    {
        var parts = items.Parts(SitemapWriter.MostAddresses)
            .Select((part, i) => (string.Create(CultureInfo.InvariantCulture, $"{origin}/sitemaps/{i + 1}.xml"), part.ChangedUtc));
        return SendAsync(http, isIndex: true, parts.Prepend((origin + "/sitemaps/columns.xml", null)));
    }

    private static Task SendColumnsAsync(HttpContext http, ColumnMap map, string origin) =>
        SendAsync(http, isIndex: false, map.Addresses(http.RequestAborted).Select(address => (origin + address, (DateTime?)null)));

    private static Task SendPartAsync(HttpContext http, int part, IPublicItems items, SiteSettings site)
    {
        var parts = items.Parts(SitemapWriter.MostAddresses);
        if (part > parts.Count)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var origin = SiteOrigin.Bare(http, site);
        return SendAsync(http, isIndex: false, Read(items, parts[part - 1]).Select(item => (origin + item.Url, item.ChangedUtc)));
    }

    /// <summary>The items of a part, read a piece at a time.</summary>
    private static IEnumerable<PublicItem> Read(IPublicItems items, PublicItemsPart part)
    {
        var (after, left) = (part.After, part.Count);
        while (left > 0)
        {
            var piece = items.ReadAfter(after, Math.Min(left, PieceSize));
            if (piece.Count == 0)
                yield break;
            foreach (var item in piece)
                yield return item;
            (after, left) = (piece[^1].ContentItemId, left - piece.Count);
        }
    }

    private static Task SendAsync(HttpContext http, bool isIndex, IEnumerable<(string Url, DateTime? ChangedUtc)> addresses) =>
        XmlAnswer.SendAsync(http, SitemapWriter.MediaType, writer => SitemapWriter.WriteAsync(writer, isIndex, addresses));
}
