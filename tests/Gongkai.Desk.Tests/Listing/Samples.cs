using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Listing;

/// <summary>Items and offices that the tests of lists and publishing work with.</summary>
internal static class Samples
{
    /// <summary>Two offices below a city.</summary>
    public static async Task AddOfficesAsync(this DeskSite desk)
    {
        var issuers = await desk.Site.GetItemAsync("issuers");
        issuers.Part("TaxonomyPart")!["Terms"] = new JsonArray(Term("office", "市政府办公室", "000000111"), Term("finance", "市财政局", "000000112"));
        await desk.Site.ExecuteAsync(new SaveDraft(issuers, issuers.ContentItemVersionId), new Publish("issuers"));
    }

    /// <summary>An entry of an office.</summary>
    public static ContentItem Entry(string id, string title, string office = "office", string topic = "topic-02", string mode = "主动公开", string author = "") => new(new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "DisclosureEntry",
        ["Author"] = author,
        ["Owner"] = author,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "第一条 为了规范工作。\n\n第二条 自2025年起施行。" },
        ["DisclosureEntry"] = new JsonObject
        {
            ["Issuer"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new JsonArray(office) },
            ["Topic"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray(topic) },
            ["DisclosureMode"] = new JsonObject { ["Text"] = mode },
            ["Validity"] = new JsonObject { ["Text"] = "现行有效" },
        },
    });

    /// <summary>Saves an entry and publishes it.</summary>
    public static Task PublishAsync(this DeskSite desk, ContentItem item) => desk.Site.ExecuteAsync(new SaveDraft(item, null), new Publish(item.ContentItemId));

    /// <summary>The item with something changed.</summary>
    public static ContentItem With(this ContentItem item, Action<ContentItem> change)
    {
        change(item);
        return item;
    }

    private static JsonObject Term(string id, string title, string code) => new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Issuer",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers" },
        ["Issuer"] = new JsonObject { ["Code"] = new JsonObject { ["Text"] = code } },
        ["Terms"] = new JsonArray(),
    };
}
