using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Syndication.Dcat;

namespace Gongkai.Syndication.Tests;

/// <summary>DCAT-AP 3.0: the properties that its classes must have, and that no prefix is used without being told.</summary>
public sealed class DcatTests
{
    private static readonly JsonObject Page = new DatasetWriter("甲市政府信息公开", Samples.Terms).Page(
        Samples.Origin, Samples.Origin + "/dcat/catalog.jsonld", Samples.Origin + "/dcat/after/entry-two.jsonld", 201,
        [
            new(Samples.Entry(), "/entries/000000109-2022-00001", new(2022, 1, 20), MarkedText.Plain("甲市园林局关于印发《甲市城市公园管理办法（试行）》的通知"), MarkedText.Plain("正文"), 0),
            new(new ContentItem("DisclosureEntry", "entry-two"), "/Contents/ContentItems/entry-two", null, MarkedText.Plain("只有题目"), MarkedText.Plain(""), 0),
        ]);

    private static readonly Dictionary<string, string[]> Mandatory = new(StringComparer.Ordinal)
    {
        ["dcat:Catalog"] = ["dct:title", "dct:description", "dct:publisher"],
        ["dcat:Dataset"] = ["dct:title", "dct:description"],
        ["dcat:Distribution"] = ["dcat:accessURL"],
        ["foaf:Agent"] = ["foaf:name"],
        ["skos:Concept"] = ["skos:prefLabel"],
    };

    [Fact]
    public void A_page_is_written_as_it_was() => GoldenFile.Verify("catalog.jsonld", JsonAnswer.ToText(Page, indented: true));

    [Fact]
    public void Every_class_has_what_the_profile_demands()
    {
        var nodes = Objects(Page).Where(node => node["@type"] is JsonValue).ToList();

        foreach (var (type, properties) in Mandatory)
        {
            var found = nodes.Where(node => (string?)node["@type"] == type).ToList();
            Assert.NotEmpty(found);
            Assert.All(found, node => Assert.All(properties, property => Assert.NotNull(node[property])));
        }
    }

    [Fact]
    public void Every_prefix_is_told_and_every_id_is_an_absolute_address()
    {
        var context = Page["@context"]!.AsObject();

        foreach (var node in Objects(Page["@graph"]!))
        {
            Assert.All(node.Where(property => property.Key[0] != '@'), property => Assert.True(context.ContainsKey(property.Key.Split(':')[0]), property.Key));
            if ((string?)node["@id"] is { } id)
                Assert.True(Uri.TryCreate(id, UriKind.Absolute, out _) && id.All(c => c is > ' ' and < (char)127 && !"<>\"{}|\\^`".Contains(c, StringComparison.Ordinal)), id);
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Objects(property.Value)).Prepend(json),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
