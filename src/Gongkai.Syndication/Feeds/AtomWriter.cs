using System.Globalization;
using System.Xml;

namespace Gongkai.Syndication.Feeds;

/// <summary>Writes Atom.</summary>
/// <remarks>RFC 4287; pages by RFC 5005; counts by OpenSearch 1.1, «Response Elements».</remarks>
internal static class AtomWriter
{
    public const string MediaType = "application/atom+xml";
    public const string Namespace = "http://www.w3.org/2005/Atom";
    public const string OpenSearchNamespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static async Task WriteAsync(XmlWriter writer, Feed feed)
    {
        await writer.WriteStartElementAsync(null, "feed", Namespace);
        if (feed.Search is not null)
            await writer.WriteAttributeStringAsync("xmlns", "opensearch", null, OpenSearchNamespace);
        await writer.WriteAttributeStringAsync("xml", "lang", null, "zh-CN");
        await writer.TextAsync("id", feed.Id, Namespace);
        await writer.TextAsync("title", feed.Title, Namespace);
        await writer.TextAsync("updated", Times.Rfc3339(feed.UpdatedUtc), Namespace);
        await AuthorAsync(writer, feed.SiteName);
        await LinkAsync(writer, "self", MediaType, feed.Self);
        await LinkAsync(writer, "alternate", "text/html", feed.Page);
        foreach (var (relation, url) in feed.Pages)
            await LinkAsync(writer, relation, MediaType, url);
        if (feed.Search is var (total, start, size, query))
            await SearchAsync(writer, total, start, size, query);
        foreach (var entry in feed.Entries)
            await EntryAsync(writer, entry);
        await writer.WriteEndElementAsync();
    }

    /// <summary>The counts of a search, in either format.</summary>
    public static async Task SearchAsync(XmlWriter writer, int total, int start, int size, string? query)
    {
        await CountAsync("totalResults", total);
        await CountAsync("startIndex", start);
        await CountAsync("itemsPerPage", size);
        await writer.WriteStartElementAsync("opensearch", "Query", OpenSearchNamespace);
        await writer.WriteAttributeStringAsync(null, "role", null, "request");
        if (query is not null)
            await writer.WriteAttributeStringAsync(null, "searchTerms", null, XmlAnswer.Clean(query));
        await writer.WriteEndElementAsync();

        Task CountAsync(string name, int count) => writer.TextAsync(name, count.ToString(CultureInfo.InvariantCulture), OpenSearchNamespace, "opensearch");
    }

    private static async Task EntryAsync(XmlWriter writer, FeedEntry entry)
    {
        await writer.WriteStartElementAsync(null, "entry", Namespace);
        await writer.TextAsync("id", entry.Id, Namespace);
        await writer.TextAsync("title", entry.Title, Namespace);
        await writer.TextAsync("updated", Times.Rfc3339(entry.UpdatedUtc), Namespace);
        if (entry.PublishedUtc is { } published)
            await writer.TextAsync("published", Times.Rfc3339(published), Namespace);
        if (entry.Author is { } author)
            await AuthorAsync(writer, author);
        await LinkAsync(writer, "alternate", "text/html", entry.Url);
        foreach (var category in entry.Categories)
        {
            await writer.WriteStartElementAsync(null, "category", Namespace);
            await writer.WriteAttributeStringAsync(null, "term", null, XmlAnswer.Clean(category.Term));
            await writer.WriteAttributeStringAsync(null, "label", null, XmlAnswer.Clean(category.Label));
            await writer.WriteEndElementAsync();
        }

        await writer.TextAsync("summary", entry.Summary.Length > 0 ? entry.Summary : entry.Title, Namespace);
        await writer.WriteEndElementAsync();
    }

    private static async Task AuthorAsync(XmlWriter writer, string name)
    {
        await writer.WriteStartElementAsync(null, "author", Namespace);
        await writer.TextAsync("name", name, Namespace);
        await writer.WriteEndElementAsync();
    }

    private static async Task LinkAsync(XmlWriter writer, string relation, string type, string url)
    {
        await writer.WriteStartElementAsync(null, "link", Namespace);
        await writer.WriteAttributeStringAsync(null, "rel", null, relation);
        await writer.WriteAttributeStringAsync(null, "type", null, type);
        await writer.WriteAttributeStringAsync(null, "href", null, XmlAnswer.Clean(url));
        await writer.WriteEndElementAsync();
    }
}
