using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Syndication.Dcat;

/// <summary>Describes disclosure entries as datasets for data portals.</summary>
/// <remarks>DCAT-AP 3.0: catalogue, dataset (title, description), distribution (access URL) with their mandatory properties; paging by Hydra, which portals read.</remarks>
/// <param name="siteName">The site's name.</param>
/// <param name="terms">Names terms.</param>
internal sealed class DatasetWriter(string siteName, TaxonomySnapshot terms)
{
    private const string Language = "http://publications.europa.eu/resource/authority/language/ZHO";
    private const string Public = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
    private const string FileTypes = "http://publications.europa.eu/resource/authority/file-type/";

    /// <summary>A page of the catalogue.</summary>
    /// <param name="origin">What absolute addresses begin with.</param>
    /// <param name="page">The page's address, absolute.</param>
    /// <param name="next">The next page's address, absolute; null when there is none.</param>
    /// <param name="total">How many entries the whole catalogue has.</param>
    /// <param name="entries">The entries of the page.</param>
    public JsonObject Page(string origin, string page, string? next, int total, IReadOnlyList<SearchHit> entries)
    {
        var catalogue = JsonAnswer.Object(
            ("@id", origin + "/dcat/catalog.jsonld#catalog"), ("@type", "dcat:Catalog"),
            ("dct:title", Text($"{siteName}：政府信息公开目录")),
            ("dct:description", Text($"{siteName}依法主动公开的政府信息。")),
            ("dct:publisher", Agent(origin, siteName)),
            ("dct:language", Ref(Language)),
            ("foaf:homepage", Ref(origin + "/")),
            ("dcat:dataset", JsonAnswer.Array(entries.Select(entry => Dataset(origin, entry)))));
        var view = JsonAnswer.Object(
            ("@id", page), ("@type", "hydra:PagedCollection"), ("hydra:totalItems", total),
            ("hydra:firstPage", Ref(origin + "/dcat/catalog.jsonld")), ("hydra:nextPage", next is null ? null : Ref(next)));
        return new JsonObject { ["@context"] = Context(), ["@graph"] = new JsonArray(view, catalogue) };
    }

    private JsonObject Dataset(string origin, SearchHit entry)
    {
        var part = entry.Item.Part("DisclosureEntry") ?? [];
        var landing = origin + entry.Url;
        var issuers = Terms(part, "Issuer", "issuers").ToList();
        return JsonAnswer.Object(
            ("@id", landing + "#dataset"), ("@type", "dcat:Dataset"),
            ("dct:title", Text(entry.Title.Text)),
            ("dct:description", Text(part.TextField("Abstract") ?? (entry.Snippet.Text is { Length: > 0 } lead ? lead : entry.Title.Text))),
            ("dct:identifier", part.TextField("IndexNumber") ?? entry.Item.ContentItemId),
            ("adms:identifier", part.TextField("DocumentNumber") is { } number ? new JsonObject { ["@type"] = "adms:Identifier", ["skos:notation"] = number } : null),
            ("dct:issued", entry.Date is { } day ? Typed(Times.Day(day), "xsd:date") : null),
            ("dct:modified", PublicItem.ChangeOf(entry.Item) is { } changed ? Typed(Times.Rfc3339(changed), "xsd:dateTime") : null),
            ("dct:publisher", issuers is [var first, ..] ? Agent(origin + first.Url, first.Label) : Agent(origin, siteName)),
            ("dct:language", Ref(Language)),
            ("dct:accessRights", new JsonObject { ["@id"] = Public, ["@type"] = "dct:RightsStatement" }),
            ("dcat:theme", JsonAnswer.Array(Terms(part, "Topic", "topics").Select(term => Concept(origin, term)))),
            ("dct:type", JsonAnswer.Array(Terms(part, "Genre", "genres").Select(term => Concept(origin, term)))),
            ("dcat:keyword", JsonAnswer.Array(Words(part.TextField("Keywords")).Select(Text))),
            ("dcat:landingPage", new JsonObject { ["@id"] = landing, ["@type"] = "foaf:Document" }),
            ("dcat:distribution", JsonAnswer.Array(Distributions(origin, landing, part))));
    }

    private static IEnumerable<JsonObject> Distributions(string origin, string landing, JsonObject part)
    {
        yield return Distribution(landing + "#html", landing, null, "HTML", "text/html", "网页");
        var attachments = part.Child("Attachments");
        var labels = attachments?.Texts("MediaTexts") ?? [];
        foreach (var (i, path) in (attachments?.Texts("Paths") ?? []).Select(MediaField.Normalize).Index())
        {
            var url = $"{origin}/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
            var ending = Path.GetExtension(path).TrimStart('.').ToUpperInvariant();
            yield return Distribution($"{landing}#file-{i + 1}", landing, url, ending, null, i < labels.Count && labels[i].Length > 0 ? labels[i] : Path.GetFileName(path));
        }
    }

    private static JsonObject Distribution(string id, string access, string? download, string ending, string? mediaType, string title) => JsonAnswer.Object(
        ("@id", id), ("@type", "dcat:Distribution"),
        ("dct:title", Text(title)),
        ("dcat:accessURL", Ref(access)),
        ("dcat:downloadURL", download is null ? null : Ref(download)),
        ("dct:format", ending.Length is > 0 and <= 5 && ending.All(char.IsAsciiLetterOrDigit) ? new JsonObject { ["@id"] = FileTypes + ending, ["@type"] = "dct:MediaTypeOrExtent" } : null),
        ("dcat:mediaType", mediaType is null ? null : Ref("http://www.iana.org/assignments/media-types/" + mediaType)));

    private IEnumerable<Term> Terms(JsonObject part, string field, string taxonomy) =>
        part.TermIds(field).Select(id => terms.FindTerm(taxonomy, id)).OfType<Term>();

    private static IEnumerable<string> Words(string? keywords) =>
        (keywords ?? "").Split([' ', ',', '，', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);

    private static JsonObject Agent(string id, string name) => new() { ["@id"] = id + "#publisher", ["@type"] = "foaf:Agent", ["foaf:name"] = Text(name) };

    private static JsonObject Concept(string origin, Term term) => new() { ["@id"] = origin + term.Url, ["@type"] = "skos:Concept", ["skos:prefLabel"] = Text(term.Label) };

    private static JsonObject Ref(string id) => new() { ["@id"] = id };

    private static JsonObject Text(string text) => new() { ["@value"] = text, ["@language"] = "zh" };

    private static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    private static JsonObject Context() => new()
    {
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["hydra"] = "http://www.w3.org/ns/hydra/core#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };
}
