using System.Globalization;
using Gongkai.Catalogue.Entries;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Standards;

/// <summary>The page of one item of a standard catalogue: its columns, and all entries that fulfil it.</summary>
internal sealed class StandardItemPage(StandardOverview overview) : IItemPage
{
    public string ContentType => StandardItemPart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var part = item.As<StandardItemPart>();
        var entries = await overview.FulfilledByAsync(item.ContentItemId, cancellationToken);
        var row = await overview.RowAsync(item, cancellationToken);
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("信息公开目录", "/catalogue"), new("标准目录", StandardPages.Path), new(part.Field, StandardPages.UrlOf(part.Field))],
            ["Facts"] = Facts(part),
            ["State"] = row.State,
            ["Reason"] = row.Reason,
            ["Entries"] = entries.Select(entry => new ListEntry(entry.DisplayText, "", AutoroutePart.UrlOf(entry), StandardOverview.DayOf(entry).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", entry.ContentType, "")
            {
                IndexNumber = entry.As<DisclosureEntryPart>().IndexNumber,
                DocumentNumber = entry.As<DisclosureEntryPart>().DocumentNumber,
            }).ToList(),
        };
        return (model, new()
        {
            ColumnName = $"{part.Field}标准目录",
            ColumnType = "信息公开目录",
            ArticleTitle = item.DisplayText,
            ContentSource = part.Subject,
            Description = part.Content,
            Canonical = AutoroutePart.UrlOf(item),
        });
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
            ("公开渠道和载体", string.Join('、', part.Json.Child("Channels")?.Texts("Values") ?? []), false),
            ("公开内容", part.Content, true), ("公开依据", part.Json.TextField("Basis"), true),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text)).Select(fact => new ItemFact(fact.Label, fact.Text, [], fact.IsWide))];
    }
}
