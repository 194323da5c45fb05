using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Tests;

/// <summary>Definitions, settings and items in the shapes of the site's own, as far as searching needs them.</summary>
internal static class SampleDefinitions
{
    public static DefinitionSnapshot Snapshot { get; } = new(
        [
            Type("DisclosureEntry", "目录条目", "TitlePart", "AutoroutePart", "MarkdownBodyPart", "DisclosureEntry"),
            Type("PolicyInterpretation", "政策解读", "TitlePart", "AutoroutePart", "MarkdownBodyPart", "PolicyInterpretation"),
            Type("Page", "页面", "TitlePart", "AutoroutePart", "MarkdownBodyPart"),
            Type("Taxonomy", "分类", "TitlePart", "AliasPart", "AutoroutePart", "TaxonomyPart"),
            Type("Topic", "主题", "TitlePart", "AutoroutePart", "TermPart"),
        ],
        [
            new ContentPartDefinition("DisclosureEntry", DefinitionSettings.None,
            [
                Field("IndexNumber", "TextField", Index(keyword: true)), Field("DocumentNumber", "TextField", Index(keyword: true)),
                Field("Topic", "TaxonomyField", Taxonomy("topics")), Field("Genre", "TaxonomyField", Taxonomy("genres")), Field("Issuer", "TaxonomyField", Taxonomy("issuers")),
                Field("IssuedOn", "DateField"), Field("PublishedOn", "DateField"), Field("Validity", "TextField"), Field("DisclosureMode", "TextField"),
                Field("Abstract", "TextField", Index(keyword: false)), Field("Audience", "TextField"), Field("StandardItems", "ContentPickerField"),
            ]),
            new ContentPartDefinition("PolicyInterpretation", DefinitionSettings.None, [Field("PublishedOn", "DateField")]),
        ]);

    public static void WriteSettings(Dictionary<string, JsonObject> settings)
    {
        settings[SettingsNames.Site] = new JsonObject { ["SearchSettings"] = new JsonObject { ["DefaultIndexProfileName"] = "SiteSearch" } };
        settings[SettingsNames.IndexProfiles] = new JsonObject { ["SiteSearch"] = Profile("DisclosureEntry", "PolicyInterpretation") };
    }

    public static JsonObject Profile(params string[] types) => new()
    {
        ["Name"] = "SiteSearch",
        ["ProviderName"] = "Lucene",
        ["Type"] = "Content",
        ["Properties"] = new JsonObject { ["ContentIndexMetadata"] = new JsonObject { ["IndexedContentTypes"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]) } },
    };

    public static ContentItem Entry(
        string id, string title, string body = "", string? number = null, string[]? topics = null, string? issuer = null, string? genre = null,
        string? issued = null, string? published = "2022-01-20", string validity = "现行有效", string mode = "主动公开", string? route = null)
    {
        var item = Item("DisclosureEntry", id, title, body, route ?? "entries/" + id);
        var part = item.EnsurePart("DisclosureEntry");
        part.SetTextField("DocumentNumber", number);
        part.SetTextField("Validity", validity);
        part.SetTextField("DisclosureMode", mode);
        part.SetDateField("IssuedOn", issued is null ? null : DateOnly.Parse(issued, null));
        part.SetDateField("PublishedOn", published is null ? null : DateOnly.Parse(published, null));
        part["Topic"] = Terms("topics", topics ?? []);
        part["Genre"] = Terms("genres", genre is null ? [] : [genre]);
        part["Issuer"] = Terms("issuers", issuer is null ? [] : [issuer]);
        return item;
    }

    /// <summary>The entry with the items of standard catalogues that it fulfils and for whom it is.</summary>
    public static ContentItem Fulfilling(this ContentItem entry, string? audience, params string[] standards)
    {
        var part = entry.EnsurePart("DisclosureEntry");
        part.SetTextField("Audience", audience);
        part["StandardItems"] = new JsonObject { ["ContentItemIds"] = new JsonArray([.. standards.Select(id => JsonValue.Create(id))]) };
        return entry;
    }

    public static ContentItem Item(string type, string id, string title, string body = "", string? route = null)
    {
        var item = new ContentItem(type, id) { ContentItemVersionId = "v-" + id, DisplayText = title, Latest = true, Published = true, Owner = "secret", Author = "secret" };
        item.EnsurePart("TitlePart")["Title"] = title;
        item.EnsurePart("MarkdownBodyPart")["Markdown"] = body;
        if (route is not null)
            item.EnsurePart("AutoroutePart")["Path"] = route;
        return item;
    }

    /// <summary>A taxonomy from lines such as <c>topic-1</c> and, below it, <c>topic-1/topic-11</c>; a term is named as its id.</summary>
    public static ContentItem Tree(string id, params string[] paths)
    {
        var item = new ContentItem("Taxonomy", id) { DisplayText = id, Latest = true, Published = true };
        item.EnsurePart("TitlePart")["Title"] = id;
        item.EnsurePart("AliasPart")["Alias"] = id;
        var terms = item.EnsurePart("TaxonomyPart")["Terms"] = new JsonArray();
        foreach (var path in paths)
        {
            var level = terms.AsArray();
            foreach (var segment in path.Split('/'))
            {
                var term = level.OfType<JsonObject>().FirstOrDefault(t => t.Text("ContentItemId") == segment);
                if (term is null)
                    level.Add((JsonNode)(term = new JsonObject { ["ContentItemId"] = segment, ["ContentType"] = "Topic", ["TitlePart"] = new JsonObject { ["Title"] = "名为" + segment }, ["Terms"] = new JsonArray() }));
                level = term["Terms"]!.AsArray();
            }
        }

        return item;
    }

    private static JsonObject Terms(string taxonomy, string[] ids) =>
        new() { ["TaxonomyContentItemId"] = taxonomy, ["TermContentItemIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) };

    private static ContentTypeDefinition Type(string name, string displayName, params string[] parts) =>
        new(name, displayName, DefinitionSettings.None, [.. parts.Select(part => new ContentTypePartDefinition(part, part, DefinitionSettings.None))]);

    private static ContentFieldDefinition Field(string name, string kind, JsonObject? settings = null) => new(name, kind, new DefinitionSettings(settings));

    private static JsonObject Index(bool keyword) => new() { ["LuceneContentIndexSettings"] = new JsonObject { ["Included"] = true, ["Keyword"] = keyword } };

    private static JsonObject Taxonomy(string id) => new() { ["TaxonomyFieldSettings"] = new JsonObject { ["TaxonomyContentItemId"] = id } };
}
