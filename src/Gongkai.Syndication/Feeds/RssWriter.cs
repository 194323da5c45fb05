using System.Xml;

namespace Gongkai.Syndication.Feeds;

/// <summary>Writes RSS.</summary>
/// <remarks>RSS 2.0 as the RSS Advisory Board keeps it; <c>atom:link rel="self"</c> and <c>dc:creator</c> as its best practices advise.</remarks>
internal static class RssWriter
{
    public const string MediaType = "application/rss+xml";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static async Task WriteAsync(XmlWriter writer, Feed feed)
    {
        await writer.WriteStartElementAsync(null, "rss", null);
        await writer.WriteAttributeStringAsync(null, "version", null, "2.0");
        await writer.WriteAttributeStringAsync("xmlns", "atom", null, AtomWriter.Namespace);
        await writer.WriteAttributeStringAsync("xmlns", "dc", null, DublinCore);
        if (feed.Search is not null)
            await writer.WriteAttributeStringAsync("xmlns", "opensearch", null, AtomWriter.OpenSearchNamespace);
        await writer.WriteStartElementAsync(null, "channel", null);
        await writer.TextAsync("title", feed.Title);
        await writer.TextAsync("link", feed.Page);
        await writer.TextAsync("description", feed.Title);
        await writer.TextAsync("language", "zh-cn");
        await writer.TextAsync("lastBuildDate", Times.Rfc822(feed.UpdatedUtc));
        await LinkAsync(writer, "self", feed.Self);
        foreach (var (relation, url) in feed.Pages)
            await LinkAsync(writer, relation, url);
        if (feed.Search is var (total, start, size, query))
            await AtomWriter.SearchAsync(writer, total, start, size, query);
        foreach (var entry in feed.Entries)
            await ItemAsync(writer, entry);
        await writer.WriteEndElementAsync();
        await writer.WriteEndElementAsync();
    }

    private static async Task ItemAsync(XmlWriter writer, FeedEntry entry)
    {
        await writer.WriteStartElementAsync(null, "item", null);
        await writer.TextAsync("title", entry.Title);
        await writer.TextAsync("link", entry.Url);
        // Readers show it as HTML, so a text is escaped once more than XML escapes it.
        await writer.TextAsync("description", System.Net.WebUtility.HtmlEncode(XmlAnswer.Clean(entry.Summary)));
        foreach (var category in entry.Categories)
            await writer.TextAsync("category", category.Label);
        await writer.WriteStartElementAsync(null, "guid", null);
        await writer.WriteAttributeStringAsync(null, "isPermaLink", null, "true");
        await writer.WriteStringAsync(XmlAnswer.Clean(entry.Id));
        await writer.WriteEndElementAsync();
        await writer.TextAsync("pubDate", Times.Rfc822(entry.PublishedUtc ?? entry.UpdatedUtc));
        if (entry.Author is { } author)
            await writer.TextAsync("creator", author, DublinCore, "dc");
        await writer.WriteEndElementAsync();
    }

    private static async Task LinkAsync(XmlWriter writer, string relation, string url)
    {
        await writer.WriteStartElementAsync("atom", "link", AtomWriter.Namespace);
        await writer.WriteAttributeStringAsync(null, "rel", null, relation);
        await writer.WriteAttributeStringAsync(null, "type", null, MediaType);
        await writer.WriteAttributeStringAsync(null, "href", null, XmlAnswer.Clean(url));
        await writer.WriteEndElementAsync();
    }
}
