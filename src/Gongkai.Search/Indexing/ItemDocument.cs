using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Facets;
using Gongkai.Search.Passages;
using Gongkai.Search.Phrases;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Snippets;
using Gongkai.Search.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextField = Lucene.Net.Documents.TextField;

namespace Gongkai.Search.Indexing;

/// <summary>Makes the index's document of a public item.</summary>
/// <param name="definitions">The definitions by which items are read.</param>
/// <param name="site">Says which date readers see.</param>
/// <param name="files">The text of attachments; null in a home that reads none.</param>
internal sealed class ItemDocument(DefinitionSnapshot definitions, SiteSettings site, IFileTexts? files)
{
    private const int LongestSummaryText = 400;
    private const int LongestTerm = 1000;

    /// <summary>How the name of the field ends in which an entry names the items of standard catalogues that it fulfils.</summary>
    private const string StandardItems = ".StandardItems";

    private static readonly FieldType CharactersType = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });
    private static readonly FieldType KeywordType = Frozen(new FieldType { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    /// <summary>The document.</summary>
    /// <param name="item">The published version of a public item.</param>
    /// <param name="html">The HTML derived of it, by key.</param>
    /// <param name="cancellationToken">Ends the reading of attachments.</param>
    public async Task<Document> OfAsync(ContentItem item, IReadOnlyDictionary<string, string> html, CancellationToken cancellationToken)
    {
        var contribution = IndexContribution.Of(item, definitions);
        var attachments = await AttachmentTexts.OfAsync(contribution, html, files, cancellationToken);
        var document = new Document();
        AddIdentity(document, item, contribution);
        AddFacets(document, item, contribution);
        AddTexts(document, item, contribution, html, attachments);
        document.Add(SegmentPhrases.FieldOf(item, TitleOf(item, contribution), contribution));
        return document;
    }

    private void AddIdentity(Document document, ContentItem item, IndexContribution contribution)
    {
        document.Add(new Field(IndexFields.Id, item.ContentItemId, KeywordType));
        document.Add(new SortedDocValuesField(IndexFields.Id, new BytesRef(item.ContentItemId)));
        document.Add(new BinaryDocValuesField(IndexFields.Listed, ListedColumn.Write(item)));
        if (contribution.Routes.Find(route => route.ContainedItemId is null) is { } own && IsTerm(own.Path))
            document.Add(new Field(IndexFields.Route, IndexFields.FoldRoute(own.Path), KeywordType));
        if (contribution.Container is { } container && IsTerm(container.ContentItemId))
        {
            document.Add(new Field(IndexFields.Container, container.ContentItemId, KeywordType));
            document.Add(new NumericDocValuesField(IndexFields.Place, container.Order));
        }

        foreach (var token in contribution.Texts.Where(text => text.Role == IndexedTextRole.Number).Select(text => DocumentNumbers.Token(text.Text)).OfType<string>().Where(IsTerm).Distinct())
            document.Add(new Field(IndexFields.Number, token, KeywordType));
        // Stored in the order in which a hit reads: a list stops before the body.
        document.Add(new StoredField(IndexFields.Summary, Summary(item).ToJsonString()));
    }

    private static void AddTexts(
        Document document, ContentItem item, IndexContribution contribution, IReadOnlyDictionary<string, string> html, IReadOnlyList<AttachmentText> attachments)
    {
        var title = TitleOf(item, contribution);
        var text = DocumentText.Of(item, contribution, html, attachments);
        document.Add(new TextField(IndexFields.Title, title, Field.Store.NO));
        document.Add(new Field(IndexFields.TitleCharacters, title, CharactersType));
        AddPassages(document, text);
        AddCitations(document, title, text.Body);
        var numbers = contribution.Texts.Where(entry => entry.Role == IndexedTextRole.Number).Select(entry => entry.Text);
        // The running text comes first: its positions are those of the passages.
        foreach (var value in numbers.Prepend(title).Prepend(text.Body))
        {
            document.Add(new TextField(IndexFields.Text, value, Field.Store.NO));
            document.Add(new Field(IndexFields.Characters, value, CharactersType));
        }
    }

    private static void AddPassages(Document document, DocumentText text)
    {
        document.Add(new StoredField(IndexFields.Lead, Highlighter.Lead(text.Body)));
        document.Add(new StoredField(IndexFields.Names, PassageNames.Write(text.Passages)));
        var stretches = Stretches.Of(text.Body).ToList();
        document.Add(new StoredField(IndexFields.Lengths, Stretches.StoreLengths(stretches)));
        foreach (var stretch in stretches)
            document.Add(new StoredField(IndexFields.Body, Stretches.Store(stretch)));
        document.Add(new BinaryDocValuesField(IndexFields.Passages, PassageTable.Write(text)));
        document.Add(new BinaryDocValuesField(IndexFields.Sketch, new BytesRef(TextSketch.Of(text.Body))));
    }

    private static void AddCitations(Document document, string title, string body)
    {
        var own = Citations.KeyOf(title);
        document.Add(new NumericDocValuesField(IndexFields.TitleKey, own));
        document.Add(new NumericDocValuesField(IndexFields.NameKey, Citations.NameOf(title)));
        document.Add(new NumericDocValuesField(IndexFields.OfPlace, Places.Begin(HanFolding.Fold(title)) ? 1 : 0));
        foreach (var key in Citations.In(body, own))
            document.Add(new Field(IndexFields.Cites, Citations.Term(key), KeywordType));
    }

    private void AddFacets(Document document, ContentItem item, IndexContribution contribution)
    {
        var date = site.DateOf(item, contribution);
        document.Add(new NumericDocValuesField(IndexFields.Date, date?.DayNumber ?? 0));
        document.Add(new StoredField(IndexFields.Date, date?.DayNumber ?? 0));
        Add(SearchFacets.Type, item.ContentType);
        foreach (var term in contribution.Terms.Distinct())
        {
            if (SearchFacets.OfTaxonomy(term.TaxonomyId) is { } facet)
                Add(facet, term.TermId);
        }

        if ((contribution.Day("IssuedOn") ?? date)?.Year is { } year)
            Add(SearchFacets.Year, year.ToString("0000", CultureInfo.InvariantCulture));
        if (contribution.Text("Validity") is { } validity)
            Add(SearchFacets.Validity, validity);
        foreach (var audience in AudienceWords.In($"{contribution.Text("Audience")}、{contribution.Text("AudienceNote")}"))
            Add(SearchFacets.Audience, audience);
        foreach (var standard in contribution.References.Where(reference => reference.Field.EndsWith(StandardItems, StringComparison.Ordinal)).Select(reference => reference.ContentItemId).Distinct(StringComparer.Ordinal))
            Add(SearchFacets.Standard, standard);

        void Add(string facet, string value)
        {
            if (IsTerm(value))
                document.Add(new SortedSetDocValuesField(IndexFields.Facet(facet), new BytesRef(value)));
        }
    }

    /// <summary>Lucene refuses terms of more than 32,766 bytes; nobody looks for one of a tenth of that.</summary>
    private static bool IsTerm(string value) => value.Length is > 0 and <= LongestTerm;

    private static string TitleOf(ContentItem item, IndexContribution contribution) =>
        contribution.Texts.Find(text => text.Role == IndexedTextRole.Title)?.Text ?? item.DisplayText;

    /// <summary>The public JSON without its long texts: what lists show of an item.</summary>
    private JsonObject Summary(ContentItem item)
    {
        var summary = PublicJson.Of(item, definitions);
        Shorten(summary);
        return summary;
    }

    private static void Shorten(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var name in json.Select(property => property.Key).Where(name => json.Text(name)?.Length > LongestSummaryText).ToList())
                    json.Remove(name);
                foreach (var (_, value) in json)
                    Shorten(value);
                break;
            case JsonArray array:
                foreach (var value in array)
                    Shorten(value);
                break;
        }
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
