using System.Globalization;
using System.Xml;
using Gongkai.Content;
using Gongkai.Syndication.Feeds;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Discovery;

/// <summary><c>/opensearch.xml</c>: lets browsers and portals search the site from where they are.</summary>
/// <remarks>OpenSearch 1.1, draft 6, «OpenSearch description document».</remarks>
internal static class OpenSearchEndpoint
{
    public const string MediaType = "application/opensearchdescription+xml";

    private const int LongestShortName = 16;
    private const int LongestLongName = 48;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapRead("/opensearch.xml", (HttpContext http, SiteSettings site, SiteAddresses addresses) =>
        {
            var origin = SiteOrigin.Of(http, site);
            return XmlAnswer.SendAsync(http, MediaType, writer => WriteAsync(writer, site.SiteName, origin, addresses.Search));
        })
        .WithName("Gongkai.OpenSearch").ExcludeFromDescription();

    /// <summary>Writes the description.</summary>
    internal static async Task WriteAsync(XmlWriter writer, string siteName, string origin, string search)
    {
        const string Namespace = AtomWriter.OpenSearchNamespace;
        await writer.WriteStartElementAsync(null, "OpenSearchDescription", Namespace);
        await writer.TextAsync("ShortName", First(siteName, LongestShortName), Namespace);
        await writer.TextAsync("Description", PageTexts.Of("在{0}查找主动公开的政府信息。", siteName), Namespace);
        await UrlAsync("text/html", $"{origin}{search}?q={{searchTerms}}&page={{startPage?}}");
        await UrlAsync(AtomWriter.MediaType, $"{origin}/feeds/search.atom?q={{searchTerms}}&page={{startPage?}}");
        await UrlAsync(RssWriter.MediaType, $"{origin}/feeds/search.rss?q={{searchTerms}}&page={{startPage?}}");
        await UrlAsync(MediaType, origin + "/opensearch.xml", "self");
        await writer.TextAsync("LongName", First(siteName, LongestLongName), Namespace);
        await writer.WriteStartElementAsync(null, "Query", Namespace);
        await writer.WriteAttributeStringAsync(null, "role", null, "example");
        await writer.WriteAttributeStringAsync(null, "searchTerms", null, "公积金");
        await writer.WriteEndElementAsync();
        await writer.TextAsync("SyndicationRight", "open", Namespace);
        await writer.TextAsync("Language", "zh-CN", Namespace);
        await writer.TextAsync("OutputEncoding", "UTF-8", Namespace);
        await writer.TextAsync("InputEncoding", "UTF-8", Namespace);
        await writer.WriteEndElementAsync();

        async Task UrlAsync(string type, string template, string? relation = null)
        {
            await writer.WriteStartElementAsync(null, "Url", Namespace);
            await writer.WriteAttributeStringAsync(null, "type", null, type);
            if (relation is not null)
                await writer.WriteAttributeStringAsync(null, "rel", null, relation);
            await writer.WriteAttributeStringAsync(null, "template", null, template);
            await writer.WriteEndElementAsync();
        }
    }

    /// <summary>The beginning of a text, cut between characters as people see them.</summary>
    private static string First(string text, int most)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
            end = next;
        return text[..end];
    }
}
