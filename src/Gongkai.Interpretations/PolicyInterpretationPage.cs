using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Interpretations;

/// <summary>What an interpretation's page shows beside it: the public policies that it explains.</summary>
internal sealed class PolicyInterpretationPage(ListEntries lists) : IItemPage
{
    public string ContentType => PolicyInterpretationPart.PartName;

    public Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
    {
        var part = item.As<PolicyInterpretationPart>();
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Policies"] = lists.Of(part.Policies),
            ["Breadcrumb"] = Module.Column.Breadcrumb(part.PublishedOn?.Year),
        };
        return Task.FromResult<(IReadOnlyDictionary<string, object?>, PageMetadata)>((model, new()
        {
            ColumnName = Module.Column.HeadingOf(),
            ColumnType = Module.Column.ColumnType,
            ColumnDescription = PageTexts.Of(Module.Column.Description),
            ColumnKeywords = Module.Column.HeadingOf(),
            ArticleTitle = item.DisplayText,
            PubDate = PageMetadata.PubDateOf(part.PublishedOn),
            ContentSource = part.Source,
            Canonical = AutoroutePart.UrlOf(item),
        }));
    }
}
