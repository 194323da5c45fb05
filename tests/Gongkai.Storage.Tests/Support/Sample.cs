using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>Definitions and items that the suite works with.</summary>
public static class Sample
{
    public static IReadOnlyList<ContentTypeDefinition> Types { get; } =
    [
        Type("Notice", Part("TitlePart"), Part("AutoroutePart"), Part("AliasPart"), Part("MarkdownBodyPart"), Part("Notice"), Part("BagPart", "Notes", """{"BagPartSettings":{"ContainedContentTypes":["Note"]}}""")),
        Type("Slugged", Part("TitlePart"), Part("AutoroutePart", null, """{"AutoroutePartSettings":{"Pattern":"slugged/{title}","AllowCustomPath":true}}"""), Part("AliasPart", null, """{"AliasPartSettings":{"Pattern":"{title}"}}""")),
        Type("Generated", Part("TitlePart", null, """{"TitlePartSettings":{"Options":"GeneratedHidden","Pattern":"第{id}号"}}"""), Part("Generated")),
        Type("Channel", Part("TitlePart"), Part("ListPart", null, """{"ListPartSettings":{"ContainedContentTypes":["Notice"]}}""")),
        Type("Timed", Part("TitlePart"), Part("PublishLaterPart"), Part("ArchiveLaterPart")),
        Type("Note", Part("TitlePart"), Part("Note")),
        Type("DisclosureEntry", Part("TitlePart"), Part("DisclosureEntry")),
        Type("Patterned", Part("TitlePart"), Part("AutoroutePart", null, """{"AutoroutePartSettings":{"Pattern":"patterned/{id}"}}""")),
        Type("Taxonomy", Part("TitlePart"), Part("AliasPart"), Part("AutoroutePart"), Part("TaxonomyPart")),
        Type("Topic", Part("TitlePart"), Part("AutoroutePart"), Part("TermPart")),
    ];

    public static IReadOnlyList<ContentPartDefinition> Parts { get; } =
    [
        new("Notice", DefinitionSettings.None,
        [
            Field("Number", "NumericField"),
            Field("Source", "TextField", """{"TextFieldSettings":{"Required":true}}"""),
            Field("Topic", "TaxonomyField", """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics"}}"""),
            Field("Related", "ContentPickerField", """{"ContentPickerFieldSettings":{"Multiple":true}}"""),
        ]),
        new("Generated", DefinitionSettings.None,
        [
            Field("Code", "TextField", """{"TextFieldSettings":{"Type":1,"Pattern":"code-{id}"}}"""),
            Field("About", "ContentPickerField", """{"ContentPickerFieldSettings":{"DisplayedContentTypes":["Notice"]}}"""),
        ]),
        new("Note", DefinitionSettings.None, [Field("Text", "MarkdownField"), Field("About", "ContentPickerField")]),
        new("DisclosureEntry", DefinitionSettings.None, [Field("DisclosureMode", "TextField"), Field("Attachments", "MediaField", """{"MediaFieldSettings":{"Multiple":true}}""")]),
    ];

    /// <summary>A notice that can be published.</summary>
    public static ContentItem Notice(string id, string title = "通知", string? route = null, string? alias = null, string[]? topics = null, string[]? related = null, string? body = null) => Item(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Notice",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new JsonObject { ["Path"] = route ?? "" },
        ["AliasPart"] = new JsonObject { ["Alias"] = alias },
        ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = body ?? "正文" },
        ["Notice"] = new JsonObject
        {
            ["Source"] = new JsonObject { ["Text"] = "办公室" },
            ["Topic"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = Array(topics) },
            ["Related"] = new JsonObject { ["ContentItemIds"] = Array(related) },
        },
    });

    /// <summary>The taxonomy <c>topics</c> with some terms; a term's route is its id.</summary>
    public static ContentItem Topics(string versionId = "topics-v1", params string[] terms) => Imported(Item(new()
    {
        ["ContentItemId"] = "topics",
        ["ContentType"] = "Taxonomy",
        ["DisplayText"] = "主题",
        ["TitlePart"] = new JsonObject { ["Title"] = "主题" },
        ["AliasPart"] = new JsonObject { ["Alias"] = "topics" },
        ["AutoroutePart"] = new JsonObject { ["Path"] = "topics", ["RouteContainedItems"] = true },
        ["TaxonomyPart"] = new JsonObject
        {
            ["TermContentType"] = "Topic",
            ["Terms"] = new JsonArray([.. (terms.Length > 0 ? terms : ["finance", "health"]).Select(Term)]),
        },
    }), versionId);

    /// <summary>An item with times at which it is to be published and withdrawn.</summary>
    public static ContentItem Timed(string id, DateTime? publish = null, DateTime? archive = null) => Item(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Timed",
        ["TitlePart"] = new JsonObject { ["Title"] = "定时" },
        ["PublishLaterPart"] = new JsonObject { ["ScheduledPublishUtc"] = FieldJson.Instant(publish) },
        ["ArchiveLaterPart"] = new JsonObject { ["ScheduledArchiveUtc"] = FieldJson.Instant(archive) },
    });

    /// <summary>An item of any type with nothing but a title.</summary>
    public static ContentItem Titled(string id, string type, string? title) => Item(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = type,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
    });

    public static ContentItem Entry(string id, string mode, params string[] attachments) => Item(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "DisclosureEntry",
        ["TitlePart"] = new JsonObject { ["Title"] = "条目" },
        ["DisclosureEntry"] = new JsonObject
        {
            ["DisclosureMode"] = new JsonObject { ["Text"] = mode },
            ["Attachments"] = new JsonObject { ["Paths"] = Array(attachments) },
        },
    });

    /// <summary>The item as a recipe brings it.</summary>
    public static ContentItem Imported(ContentItem item, string versionId, bool published = true, bool latest = true)
    {
        var version = item.Clone();
        (version.ContentItemVersionId, version.Published, version.Latest) = (versionId, published, latest);
        version.CreatedUtc = version.ModifiedUtc = new(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc);
        return version;
    }

    public static ImportVersion Import(ContentItem item, string versionId, bool published = true, bool latest = true) => new(Imported(item, versionId, published, latest));

    public static ContentItem With(this ContentItem item, Action<ContentItem> change)
    {
        var copy = item.Clone();
        change(copy);
        return copy;
    }

    public static ContentItem Titled(this ContentItem item, string title) => item.With(copy => copy.EnsurePart("TitlePart")["Title"] = title);

    private static JsonNode Term(string id) => new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Topic",
        ["TitlePart"] = new JsonObject { ["Title"] = $"主题 {id}" },
        ["AutoroutePart"] = new JsonObject { ["Path"] = id },
        ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = "topics" },
        ["Terms"] = new JsonArray(),
    };

    private static ContentItem Item(JsonObject json) => new(json);

    private static JsonArray Array(string[]? texts) => new([.. (texts ?? []).Select(text => JsonValue.Create(text))]);

    private static ContentTypeDefinition Type(string name, params ContentTypePartDefinition[] parts) => new(name, name, DefinitionSettings.None, [.. parts]);

    private static ContentTypePartDefinition Part(string kind, string? name = null, string settings = "{}") => new(name ?? kind, kind, Settings(settings));

    private static ContentFieldDefinition Field(string name, string kind, string settings = "{}") => new(name, kind, Settings(settings));

    private static DefinitionSettings Settings(string json) => new(JsonNode.Parse(json)!.AsObject());
}
