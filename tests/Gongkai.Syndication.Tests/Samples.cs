using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Syndication.Tests;

/// <summary>An entry with everything, and the terms that it carries.</summary>
internal static class Samples
{
    public const string Origin = "https://www.example.gov.cn";

    public static TaxonomySnapshot Terms { get; } = new(
    [
        Taxonomy("topics", "主题", ("topic-10", "城乡建设、环境保护")),
        Taxonomy("genres", "体裁", ("genre-05", "通知")),
        Taxonomy("issuers", "机构", ("jia-park", "甲市园林局")),
    ]);

    public static ContentItem Entry(string title = "甲市园林局关于印发《甲市城市公园管理办法（试行）》的通知") => new(JsonNode.Parse($$"""
        {
          "ContentItemId": "entry-one", "ContentType": "DisclosureEntry", "DisplayText": {{JsonValue.Create(title).ToJsonString()}}, "Published": true,
          "ModifiedUtc": "2022-03-04T05:06:07Z", "PublishedUtc": "2022-01-20T01:00:00Z",
          "AutoroutePart": { "Path": "entries/000000109-2022-00001" },
          "DisclosureEntry": {
            "IndexNumber": { "Text": "000000109/2022-00001" }, "DocumentNumber": { "Text": "甲园〔2022〕3号" },
            "Issuer": { "TermContentItemIds": ["jia-park"] }, "Topic": { "TermContentItemIds": ["topic-10", "none"] }, "Genre": { "TermContentItemIds": ["genre-05"] },
            "IssuedOn": { "Value": "2022-01-18T00:00:00Z" }, "PublishedOn": { "Value": "2022-01-20T00:00:00Z" }, "EffectiveOn": { "Value": "2022-03-01T00:00:00Z" },
            "Validity": { "Text": "现行有效" }, "Abstract": { "Text": "公园怎样管理。" }, "Keywords": { "Text": "公园、管理，公园" },
            "Attachments": { "Paths": ["2022/公园 平面图.pdf", "2022/a.tar.gz"], "MediaTexts": ["平面图"] }
          }
        }
        """)!.AsObject());

    private static ContentItem Taxonomy(string id, string title, params (string Id, string Label)[] terms) => new(new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Taxonomy",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AliasPart"] = new JsonObject { ["Alias"] = id },
        ["TaxonomyPart"] = new JsonObject
        {
            ["Terms"] = new JsonArray([.. terms.Select(term => new JsonObject
            {
                ["ContentItemId"] = term.Id,
                ["ContentType"] = "Term",
                ["DisplayText"] = term.Label,
                ["TitlePart"] = new JsonObject { ["Title"] = term.Label },
            })]),
        },
    });
}
