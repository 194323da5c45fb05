using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Syndication.Schema;

/// <summary>The schema.org data of an item: Legislation, GovernmentService, Report or CreativeWork for entries, Article for interpretations, FAQPage for Q&amp;A issues, WebPage for all else.</summary>
internal static class ItemData
{
    /// <summary>The data of the item that a page shows.</summary>
    /// <param name="item">The item.</param>
    /// <param name="page">Its page.</param>
    /// <param name="place">Where the page is.</param>
    /// <param name="terms">The terms; asked only for items that carry some, since whatever asks is made again when one changes.</param>
    public static JsonObject Of(ContentItem item, ShownPage page, PagePlace place, Func<TaxonomySnapshot> terms)
    {
        var part = item.Part(item.ContentType) ?? [];
        var data = item.ContentType switch
        {
            "DisclosureEntry" => Entry(item, part, place, terms),
            "PolicyInterpretation" => Article(item, part, page, place),
            "QaIssue" => Questions(page, place),
            _ => JsonAnswer.Object(("@type", "WebPage")),
        };
        AddTo(data, item, part, page, place, isWork: data["@type"]!.GetValue<string>() != EntryKind.GovernmentService);
        return data;
    }

    /// <summary>What all have. A service is no work: it has no dates of publication and no language.</summary>
    private static void AddTo(JsonObject data, ContentItem item, JsonObject part, ShownPage page, PagePlace place, bool isWork)
    {
        JsonAnswer.Put(data, "@id", place.Url);
        JsonAnswer.Put(data, "url", place.Url);
        JsonAnswer.Put(data, "name", item.DisplayText);
        JsonAnswer.Put(data, "description", page.Metadata.Description);
        JsonAnswer.Put(data, "image", PageImage.Of(page) is { } image ? place.UrlOf(image) : null);
        if (!isWork)
            return;
        JsonAnswer.Put(data, "inLanguage", "zh-CN");
        JsonAnswer.Put(data, "isAccessibleForFree", true);
        JsonAnswer.Put(data, "datePublished", DayOf(part, "PublishedOn"));
        JsonAnswer.Put(data, "dateModified", PublicItem.ChangeOf(item) is { } changed ? Times.Rfc3339(changed) : null);
        JsonAnswer.Put(data, "keywords", part.TextField("Keywords"));
        JsonAnswer.Put(data, "publisher", Organisation(place.SiteName));
        JsonAnswer.Put(data, "isPartOf", PageData.Ref(place.UrlOf("/#website")));
    }

    private static JsonObject Entry(ContentItem item, JsonObject part, PagePlace place, Func<TaxonomySnapshot> terms)
    {
        var issuers = Terms(part, "Issuer", "issuers", terms).Select(term => Organisation(term.Label)).ToList();
        var genres = Terms(part, "Genre", "genres", terms).Select(term => term.Label).ToList();
        var topics = Terms(part, "Topic", "topics", terms).Select(term => JsonAnswer.Object(("@type", "DefinedTerm"), ("name", term.Label), ("url", place.UrlOf(term.Url)))).ToList();
        switch (EntryKind.Of(item.DisplayText, genres))
        {
            case EntryKind.Legislation:
                return JsonAnswer.Object(
                    ("@type", EntryKind.Legislation),
                    ("legislationIdentifier", part.TextField("DocumentNumber")),
                    ("legislationType", genres.Count > 0 ? genres[0] : null),
                    ("legislationDate", DayOf(part, "IssuedOn")),
                    ("legislationPassedBy", JsonAnswer.Array(issuers)),
                    ("legislationLegalForce", ForceOf(part.TextField("Validity"))),
                    ("temporalCoverage", Coverage(part)),
                    ("identifier", part.TextField("IndexNumber")),
                    ("about", JsonAnswer.Array(topics)),
                    ("encoding", Files(part, place)));
            case EntryKind.GovernmentService:
                return JsonAnswer.Object(
                    ("@type", EntryKind.GovernmentService),
                    ("serviceOperator", JsonAnswer.Array(issuers)),
                    ("audience", part.TextField("Audience") is { } audience ? JsonAnswer.Object(("@type", "Audience"), ("audienceType", audience)) : null),
                    ("identifier", part.TextField("IndexNumber")));
            case var type:
                return JsonAnswer.Object(
                    ("@type", type),
                    ("author", JsonAnswer.Array(issuers)),
                    ("dateCreated", DayOf(part, "IssuedOn")),
                    ("identifier", part.TextField("IndexNumber")),
                    ("genre", genres.Count > 0 ? genres[0] : null),
                    ("about", JsonAnswer.Array(topics)),
                    ("encoding", Files(part, place)));
        }
    }

    private static JsonObject Article(ContentItem item, JsonObject part, ShownPage page, PagePlace place) => JsonAnswer.Object(
        ("@type", "Article"), ("headline", item.DisplayText), ("mainEntityOfPage", place.Url),
        ("author", Organisation(part.TextField("Source") ?? place.SiteName)), ("about", Policies(page, place)));

    /// <summary>A page of questions with their answers. An answer is the sanitised HTML that the page shows.</summary>
    private static JsonObject Questions(ShownPage page, PagePlace place) => JsonAnswer.Object(
        ("@type", "FAQPage"), ("about", Policies(page, place)),
        ("mainEntity", JsonAnswer.Array((page.Model.GetValueOrDefault("Pairs") as IEnumerable<QuestionAnswer> ?? []).Select(pair => JsonAnswer.Object(
            ("@type", "Question"), ("name", pair.Question), ("url", $"{place.Url}#{pair.Id}"),
            ("acceptedAnswer", JsonAnswer.Object(("@type", "Answer"), ("text", pair.AnswerHtml))))))));

    private static JsonArray Policies(ShownPage page, PagePlace place) =>
        JsonAnswer.Array((page.Model.GetValueOrDefault("Policies") as IEnumerable<ListEntry> ?? []).Select(policy =>
            JsonAnswer.Object(("@type", "CreativeWork"), ("name", policy.Title), ("url", place.UrlOf(policy.Url)))));

    private static JsonArray Files(JsonObject part, PagePlace place)
    {
        var field = part.Child("Attachments");
        var labels = field?.Texts("MediaTexts") ?? [];
        return JsonAnswer.Array((field?.Texts("Paths") ?? []).Select(MediaField.Normalize).Select((path, i) => JsonAnswer.Object(
            ("@type", "MediaObject"), ("contentUrl", place.UrlOf("/media/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))),
            ("name", i < labels.Count && labels[i].Length > 0 ? labels[i] : Path.GetFileName(path)))));
    }

    private static string? ForceOf(string? validity) => validity switch
    {
        "现行有效" => "https://schema.org/InForce",
        "已修改" => "https://schema.org/PartiallyInForce",
        "失效" or "废止" => "https://schema.org/NotInForce",
        _ => null,
    };

    /// <summary>ISO 8601: from the day on which it takes effect to the one on which it was repealed.</summary>
    private static string? Coverage(JsonObject part) => DayOf(part, "EffectiveOn") is { } from ? $"{from}/{DayOf(part, "RepealedOn") ?? ".."}" : null;

    private static string? DayOf(JsonObject part, string field) => part.DateField(field) is { } day ? Times.Day(day) : null;

    private static JsonObject Organisation(string name) => JsonAnswer.Object(("@type", "GovernmentOrganization"), ("name", name));

    private static IEnumerable<Term> Terms(JsonObject part, string field, string taxonomy, Func<TaxonomySnapshot> terms) =>
        part.TermIds(field).Select(id => terms().FindTerm(taxonomy, id)).OfType<Term>();
}
