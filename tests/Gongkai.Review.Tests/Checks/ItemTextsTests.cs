using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Running;

namespace Gongkai.Review.Tests.Checks;

public sealed class ItemTextsTests
{
    private static readonly DefinitionSnapshot Definitions = new(
        [
            Type("Issue", new ContentTypePartDefinition("TitlePart", "TitlePart", DefinitionSettings.None), new("Issue", "Issue", DefinitionSettings.None), new("Questions", "BagPart", DefinitionSettings.None)),
            Type("Pair", new ContentTypePartDefinition("Pair", "Pair", DefinitionSettings.None)),
        ],
        [
            new("Issue", DefinitionSettings.None,
                [Field("Note", "TextField"), Field("Words", "MultiTextField"), Field("Link", "LinkField"), Field("Files", "MediaField"), Field("Page", "HtmlField"), Field("Topic", "TaxonomyField")]),
            new("Pair", DefinitionSettings.None, [Field("Answer", "MarkdownField")]),
        ]);

    private static ContentItem Item => new(JsonNode.Parse("""
        {
          "ContentItemId": "x", "ContentType": "Issue",
          "TitlePart": { "Title": "标题" },
          "Issue": {
            "Note": { "Text": "附注" }, "Words": { "Values": ["词", ""] }, "Link": { "Url": "/a", "Text": "链接" }, "Page": { "Html": "<p>页</p>" },
            "Files": { "Paths": ["/docs/名单.docx", "图.png"], "MediaTexts": ["附件", ""] }, "Topic": { "TermContentItemIds": ["t"] }, "Unknown": { "Text": "x" }
          },
          "Questions": { "ContentItems": [{ "ContentType": "Pair", "Pair": { "Answer": { "Markdown": "答，见[表](/media/docs/表.xlsx)" } } }] }
        }
        """)!.AsObject());

    [Fact]
    public void Every_text_of_the_definition_is_gathered_with_its_place() => Assert.Equal(
        [
            "TitlePart.Title", "Issue.Note.Text", "Issue.Words.Values[0]", "Issue.Link.Url", "Issue.Link.Text", "Issue.Files.MediaTexts[0]", "Issue.Files.Paths[0]", "Issue.Files.Paths[1]", "Issue.Page.Html",
            "Questions.ContentItems[0].Pair.Answer.Markdown",
        ],
        ItemTexts.Of(Item, Definitions).Select(text => text.Path));

    [Fact]
    public void A_place_leads_back_to_its_text()
    {
        var item = Item;
        foreach (var text in ItemTexts.Of(item, Definitions))
            JsonPlaces.Set(item.Json, text.Path, "改");

        Assert.All(ItemTexts.Of(item, Definitions), text => Assert.Equal("改", text.Readable.Source));
    }

    [Fact]
    public void The_files_of_fields_and_of_texts_are_gathered_and_can_be_named_anew()
    {
        var item = Item;
        Assert.Equal(["docs/名单.docx", "图.png", "docs/表.xlsx"], ItemFiles.Of(item, Definitions, ItemTexts.Of(item, Definitions)).Select(file => file.Path));

        MediaRenaming.Rename(item.Json, "docs/名单.docx", "docs/新.docx");
        MediaRenaming.Rename(item.Json, "docs/表.xlsx", "docs/新表.xlsx");

        Assert.Equal(["docs/新.docx", "图.png", "docs/新表.xlsx"], ItemFiles.Of(item, Definitions, ItemTexts.Of(item, Definitions)).Select(file => file.Path));
    }

    private static ContentTypeDefinition Type(string name, params ContentTypePartDefinition[] parts) => new(name, name, DefinitionSettings.None, [.. parts]);

    private static ContentFieldDefinition Field(string name, string kind) => new(name, kind, DefinitionSettings.None);
}
