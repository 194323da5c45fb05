using Gongkai.Catalogue.Entries;
using Gongkai.Catalogue.Standards;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Catalogue.Pages;

/// <summary>What an entry's page shows beside the entry: its classification as links, what replaced it, what explains it.</summary>
internal sealed class DisclosureEntryPage(IContentReader reader, Taxonomies taxonomies, ListEntries lists, IMediaFiles media, NeighbourLinks neighbours, StandardItems standards) : IItemPage
{
    /// <summary>How the title of every annual report ends.</summary>
    /// <remarks>国办公开办函〔2021〕30号, format of the report.</remarks>
    private const string AnnualReport = "政府信息公开工作年度报告";

    public string ContentType => DisclosureEntryPart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
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
            ["StandardItems"] = Standards(entry),
            ["Neighbours"] = neighbours.Of(item, query, cancellationToken),
            ["Breadcrumb"] = Breadcrumb(entry),
        };
        var isReport = item.DisplayText.EndsWith(AnnualReport, StringComparison.Ordinal);
        var metadata = new PageMetadata
        {
            ColumnName = PageTexts.Of(isReport ? "政府信息公开年报" : "政府信息公开目录"),
            ColumnType = isReport ? "信息公开年报" : "信息公开目录",
            ColumnDescription = PageTexts.Of(isReport ? "各机关每年的政府信息公开工作年度报告。" : "按主题、体裁、机构、服务对象浏览主动公开的政府信息。"),
            ColumnKeywords = PageTexts.Of(isReport ? "信息公开年报,年度报告" : "信息公开目录,主动公开,政策文件"),
            ArticleTitle = item.DisplayText,
            PubDate = PageMetadata.PubDateOf(entry.Json.DateField("PublishedOn")),
            ContentSource = entry.Json.TextField("Source") ?? (issuers is [var lead, ..] ? lead.Label : null),
            Description = entry.Json.TextField("Abstract"),
            Keywords = entry.Json.TextField("Keywords"),
            Canonical = AutoroutePart.UrlOf(item),
            Asked = ListOrigin.Read(query) is { } list ? ListOrigin.AddTo(AutoroutePart.UrlOf(item), list, ListOrigin.IsSearch(query)) : null,
        };
        return (model, metadata);
    }

    private List<Link> Standards(DisclosureEntryPart entry) =>
        entry.StandardItems.Count == 0 ? [] : [.. entry.StandardItems.Select(standards.Current.ById.GetValueOrDefault).OfType<StandardItem>().Select(item => new Link(item.Title, item.Url))];

    private List<Link> Links(string taxonomy, IEnumerable<string> terms) =>
        [.. terms.Select(id => taxonomies.Current.FindTerm(taxonomy, id)).OfType<Term>().Select(term => new Link(term.Label, term.Url))];

    private List<Link> Breadcrumb(DisclosureEntryPart entry) =>
    [
        new("首页", "/"), new("信息公开目录", "/catalogue"),
        .. entry.Topics.Take(1).Select(id => taxonomies.Current.FindTerm("topics", id)).OfType<Term>().SelectMany(term => term.Lineage).Select(term => new Link(term.Label, term.Url)),
    ];
}
