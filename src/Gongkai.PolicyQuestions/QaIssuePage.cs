using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Glossary;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Http;

namespace Gongkai.PolicyQuestions;

/// <summary>What an issue's page shows: its pairs with their answers, the public policies that it explains.</summary>
internal sealed class QaIssuePage(ListEntries lists, IContentReader reader, SiteGlossary glossary) : IItemPage
{
    public string ContentType => QaIssuePart.PartName;

    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken)
    {
        var part = item.As<QaIssuePart>();
        var html = await reader.GetHtmlAsync(item, cancellationToken);
        var quotes = await QuotesAsync(item, cancellationToken);
        var explained = new ExplainedPage(glossary.Current);
        var introduction = html.TryGetValue("QaIssue.Introduction", out var written) ? explained.Explain(written) : null;
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Pairs"] = QaIssuePart.PairsOf(item).Select((pair, i) => Pair(pair, i, html, explained) with { Quote = quotes.GetValueOrDefault(i) }).ToList(),
            ["IntroductionHtml"] = introduction,
            ["Explained"] = explained.Found,
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

    private static QuestionAnswer Pair(ContentItem pair, int i, IReadOnlyDictionary<string, string> html, ExplainedPage explained)
    {
        var answer = html.GetValueOrDefault(pair.ContentItemId + "/QaPair.Answer") ?? "";
        return new(PassageAnchors.OfPair(i), pair.Part("QaPair")?.TextField("Question") ?? "", answer) { ExplainedHtml = explained.Explain(answer) };
    }

    /// <summary>What pairs quote of policies that everybody may read, by the pair's place. Of any other policy nothing is shown.</summary>
    private async Task<IReadOnlyDictionary<int, PolicyQuote>> QuotesAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var quotes = new Dictionary<int, PolicyQuote>();
        var quoted = QaIssuePart.PairsOf(item).Select(QaIssuePart.QuoteOf).ToList();
        string[] ids = [.. quoted.OfType<PassageQuote>().Select(quote => quote.ContentItemId).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
            return quotes;
        foreach (var policy in (await reader.GetManyAsync(ids, cancellationToken: cancellationToken)).Where(Publicity.IsPublic))
        {
            var text = await QuotableText.OfAsync(policy, reader, cancellationToken);
            foreach (var (place, quote) in quoted.Index())
            {
                if (quote?.ContentItemId == policy.ContentItemId)
                    quotes[place] = new(quote.Text, policy.DisplayText, quote.Anchor is { } anchor && text.Says(quote.Text) ? text.LabelAt(anchor) ?? "" : "", AutoroutePart.UrlOf(policy) + quote.FragmentIn(text));
            }
        }

        return quotes;
    }
}
