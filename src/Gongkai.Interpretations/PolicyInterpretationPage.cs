using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Glossary;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Interpretations;

/// <summary>What an interpretation's page shows beside it: the public policies that it explains.</summary>
internal sealed class PolicyInterpretationPage(ListEntries lists, IContentReader reader, SiteGlossary glossary) : IItemPage
{
    public string ContentType => PolicyInterpretationPart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
    {
        var part = item.As<PolicyInterpretationPart>();
        var explained = new ExplainedPage(glossary.Current);
        var body = (await reader.GetHtmlAsync(item, cancellationToken)).GetValueOrDefault("MarkdownBodyPart");
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["BodyHtml"] = body is null ? null : explained.Explain(body),
            ["Explained"] = explained.Found,
            ["Policies"] = lists.Of(part.Policies),
            ["Breadcrumb"] = Module.Column.Breadcrumb(part.PublishedOn?.Year),
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
            Canonical = AutoroutePart.UrlOf(item),
        });
    }
}
