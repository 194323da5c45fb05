using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Entries;

/// <summary>What an entry's page shows beside the entry: its classification as links, what replaced it, what explains it.</summary>
internal sealed class DisclosureEntryPage(IContentReader reader, Taxonomies taxonomies, ListEntries lists, IMediaFiles media) : IItemPage
{
    public string ContentType => DisclosureEntryPart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var entry = item.As<DisclosureEntryPart>();
        var backlinks = (await reader.BacklinksAsync(item.ContentItemId, cancellationToken: cancellationToken)).Where(Publicity.IsPublic).ToList();
        IReadOnlyList<ListEntry> Explaining(string type) => lists.Of([.. backlinks.Where(link => link.ContentType == type).Select(link => link.ContentItemId)]);
        var issuers = Links("issuers", entry.Issuers);
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Issuers"] = issuers,
            ["Topics"] = Links("topics", entry.Topics),
            ["Genres"] = Links("genres", entry.Genres),
            ["Replacements"] = lists.Of(entry.ReplacedBy).Select(link => new Link(link.Title, link.Url)).ToList(),
            ["Interpretations"] = Explaining("PolicyInterpretation"),
            ["Questions"] = Explaining("QaIssue"),
            ["Attachments"] = await Attachments.OfAsync(entry.Json.Child("Attachments"), media, cancellationToken),
            ["StandardItems"] = await StandardsAsync(entry, cancellationToken),
            ["Neighbours"] = NeighbourLinks.LinksOf(item.ContentItemId),
            ["Breadcrumb"] = Breadcrumb(entry),
        };
        var metadata = new PageMetadata
        {
            ColumnName = "政府信息公开目录",
            ColumnType = "信息公开目录",
            ColumnDescription = "按主题、体裁、机构浏览主动公开的政府信息。",
            ColumnKeywords = "信息公开目录,主动公开,政策文件",
            ArticleTitle = item.DisplayText,
            PubDate = PageMetadata.PubDateOf(entry.Json.DateField("PublishedOn")),
            ContentSource = entry.Json.TextField("Source") ?? (issuers is [var lead, ..] ? lead.Label : null),
            Description = entry.Json.TextField("Abstract"),
            Keywords = entry.Json.TextField("Keywords"),
            Canonical = AutoroutePart.RouteOf(item) is { } route ? "/" + route : null,
        };
        return (model, metadata);
    }

    private async Task<List<Link>> StandardsAsync(DisclosureEntryPart entry, CancellationToken cancellationToken) =>
        entry.StandardItems.Count == 0 ? [] : [.. (await reader.GetManyAsync(entry.StandardItems, cancellationToken: cancellationToken)).Where(Publicity.IsPublic).Select(item => new Link(item.DisplayText, AutoroutePart.UrlOf(item)))];

    private List<Link> Links(string taxonomy, IEnumerable<string> terms) =>
        [.. terms.Select(id => taxonomies.Current.FindTerm(taxonomy, id)).OfType<Term>().Select(term => new Link(term.Label, term.Url))];

    private List<Link> Breadcrumb(DisclosureEntryPart entry) =>
    [
        new("首页", "/"), new("信息公开目录", "/catalogue"),
        .. entry.Topics.Take(1).Select(id => taxonomies.Current.FindTerm("topics", id)).OfType<Term>().SelectMany(term => term.Lineage).Select(term => new Link(term.Label, term.Url)),
    ];
}
