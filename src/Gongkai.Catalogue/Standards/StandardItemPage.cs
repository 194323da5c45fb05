using System.Globalization;
using Gongkai.Catalogue.Entries;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Catalogue.Standards;

/// <summary>The page of one item of a standard catalogue: its columns, and the newest entries that fulfil it.</summary>
internal sealed class StandardItemPage(StandardOverview overview, ISearch search, ListEntries lists, SiteSettings site) : IItemPage
{
    private const int MostEntries = 100;

    public string ContentType => StandardItemPart.PartName;

    public Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
    {
        var part = item.As<StandardItemPart>();
        var row = overview.Rows([StandardItem.Of(item)], links: 0, cancellationToken)[0];
        var entries = search.Search(new SearchRequest { Sort = SearchSort.Newest, Size = MostEntries, CountFacets = false }
            .With(SearchFacets.Type, DisclosureEntryPart.PartName).With(SearchFacets.Standard, item.ContentItemId), cancellationToken);
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("信息公开目录", "/catalogue"), new("标准目录", StandardPages.Path), new(part.Field, StandardPages.UrlOf(part.Field))],
            ["Facts"] = Facts(part),
            ["State"] = row.State,
            ["Reason"] = row.Reason,
            ["Entries"] = lists.Of(entries.Hits),
            ["All"] = entries.Total > MostEntries ? new Link("", StandardOverview.UrlOfEntries(item.ContentItemId), Count: entries.Total) : null,
        };
        return Task.FromResult<(IReadOnlyDictionary<string, object?>, PageMetadata)>((model, new()
        {
            ColumnName = PageTexts.Of("{0}标准目录", PageTexts.Of(part.Field)),
            ColumnType = "信息公开目录",
            ColumnDescription = StandardPages.DescriptionOf(PageTexts.Of("{0}标准目录", PageTexts.Of(part.Field))),
            ColumnKeywords = PageTexts.Of("标准目录,{0}", part.Field),
            ArticleTitle = item.DisplayText,
            PubDate = PageMetadata.PubDateOf(item.PublishedUtc is { } utc ? site.DayOf(utc) : null),
            ContentSource = part.Subject,
            Description = part.Content,
            Canonical = AutoroutePart.UrlOf(item),
        }));
    }

    private static List<ItemFact> Facts(StandardItemPart part)
    {
        (string Label, string? Text, bool IsWide)[] facts =
        [
            ("领域", part.Field, false), ("序号", part.Number?.ToString("0.##", CultureInfo.InvariantCulture), false),
            ("一级事项", part.FirstLevel, false), ("二级事项", part.SecondLevel, false),
            ("公开时限", part.TimeLimit, false), ("公开主体", part.Subject, false),
            ("公开方式", part.Mode, false), ("公开层级", string.Join('、', part.Levels), false),
            ("公开对象", string.Join("：", new[] { part.Json.TextField("Audience"), part.Json.TextField("AudienceNote") }.OfType<string>()), false),
            ("公开渠道和载体", string.Join('、', part.Channels), false),
            ("公开内容", part.Content, true), ("公开依据", part.Json.TextField("Basis"), true),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text)).Select(fact => new ItemFact(fact.Label, fact.Text, [], fact.IsWide))];
    }
}
