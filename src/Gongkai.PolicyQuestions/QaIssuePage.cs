using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.PolicyQuestions;

/// <summary>What an issue's page shows: its pairs with their answers, the public policies that it explains.</summary>
internal sealed class QaIssuePage(ListEntries lists, IContentReader reader) : IItemPage
{
    public string ContentType => QaIssuePart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
    {
        var part = item.As<QaIssuePart>();
        var html = await reader.GetHtmlAsync(item, cancellationToken);
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Pairs"] = QaIssuePart.PairsOf(item).Select((pair, i) => Pair(pair, i, html)).ToList(),
            ["Policies"] = lists.Of(part.Policies),
            ["Breadcrumb"] = Module.Column.Breadcrumb(part.Year),
        };
        return (model, new()
        {
            ColumnName = Module.Column.HeadingOf(),
            ColumnType = Module.Column.ColumnType,
            ColumnDescription = PageTexts.Of(Module.Column.Description),
            ColumnKeywords = Module.Column.HeadingOf(),
            ArticleTitle = item.DisplayText,
            PubDate = PageMetadata.PubDateOf(part.PublishedOn),
            ContentSource = part.Source,
            Description = PageDescription.Shorten(string.Join(' ', QaIssuePart.PairsOf(item).Select(pair => pair.Part("QaPair")?.TextField("Question")))),
            Canonical = AutoroutePart.UrlOf(item),
        });
    }

    private static QuestionAnswer Pair(ContentItem pair, int i, IReadOnlyDictionary<string, string> html) => new(
        PassageAnchors.OfPair(i),
        pair.Part("QaPair")?.TextField("Question") ?? "",
        html.GetValueOrDefault(pair.ContentItemId + "/QaPair.Answer") ?? "");
}
