using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Editing;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>Types for trials, with a field of every kind and a bag, as a recipe would bring them.</summary>
internal static class Forms
{
    public const string Everything = """
        { "Name": "Everything", "DisplayName": "样样都有", "Settings": {}, "ContentTypePartDefinitionRecords": [
          { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} },
          { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} }, { "PartName": "Everything", "Name": "Everything", "Settings": {} },
          { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {} }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": {} },
          { "PartName": "BagPart", "Name": "Questions", "Settings": { "ContentTypePartSettings": { "DisplayName": "问答" }, "BagPartSettings": { "ContainedContentTypes": ["Pair"] } } },
          { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { "ContainedContentTypes": ["Everything"] } } }, { "PartName": "CommonPart", "Name": "CommonPart", "Settings": {} },
          { "PartName": "PublishLaterPart", "Name": "PublishLaterPart", "Settings": {} }, { "PartName": "ArchiveLaterPart", "Name": "ArchiveLaterPart", "Settings": {} },
          { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] }
        """;

    private const string Pair = """
        { "Name": "Pair", "DisplayName": "问答对", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "Pair", "Name": "Pair", "Settings": {} } ] }
        """;

    private const string EverythingPart = """
        { "Name": "Everything", "Settings": {}, "ContentPartFieldDefinitionRecords": [
          { "FieldName": "TextField", "Name": "Text", "Settings": { "TextFieldSettings": { "Required": true, "Hint": "提示" }, "ContentPartFieldSettings": { "DisplayName": "一行" } } },
          { "FieldName": "TextField", "Name": "Long", "Settings": { "ContentPartFieldSettings": { "Editor": "TextArea" } } },
          { "FieldName": "TextField", "Name": "Mode", "Settings": { "ContentPartFieldSettings": { "Editor": "PredefinedList" }, "TextFieldPredefinedListEditorSettings": { "Options": [{ "name": "甲", "value": "a" }, { "name": "乙", "value": "b" }], "DefaultValue": "a" } } },
          { "FieldName": "TextField", "Name": "Made", "Settings": { "TextFieldSettings": { "Type": 1, "Pattern": "x" } } },
          { "FieldName": "MultiTextField", "Name": "Several", "Settings": { "MultiTextFieldSettings": { "Options": [{ "name": "甲", "value": "a" }, { "name": "乙", "value": "b", "default": true }] } } },
          { "FieldName": "MultiTextField", "Name": "Lines", "Settings": {} },
          { "FieldName": "MarkdownField", "Name": "Markdown", "Settings": {} },
          { "FieldName": "HtmlField", "Name": "Html", "Settings": {} },
          { "FieldName": "DateField", "Name": "Day", "Settings": {} },
          { "FieldName": "DateTimeField", "Name": "Moment", "Settings": {} },
          { "FieldName": "TimeField", "Name": "Hour", "Settings": {} },
          { "FieldName": "NumericField", "Name": "Number", "Settings": { "NumericFieldSettings": { "Scale": 2, "Minimum": 0, "DefaultValue": "7" } } },
          { "FieldName": "BooleanField", "Name": "Flag", "Settings": {} },
          { "FieldName": "LinkField", "Name": "Link", "Settings": {} },
          { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "topics" } } },
          { "FieldName": "ContentPickerField", "Name": "Others", "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": ["Everything"] } } },
          { "FieldName": "PassageField", "Name": "Quote", "Settings": { "PassageFieldSettings": { "Items": "Everything.Others", "Question": "Text" } } },
          { "FieldName": "MediaField", "Name": "Files", "Settings": {} },
          { "FieldName": "YoutubeField", "Name": "Film", "Settings": {} } ] }
        """;

    private const string PairPart = """
        { "Name": "Pair", "Settings": {}, "ContentPartFieldDefinitionRecords": [
          { "FieldName": "TextField", "Name": "Question", "Settings": { "TextFieldSettings": { "Required": true } } },
          { "FieldName": "MarkdownField", "Name": "Answer", "Settings": { "MarkdownFieldSettings": { "Required": true } } } ] }
        """;

    private const string Topics = """
        { "ContentItemId": "topics", "ContentType": "Taxonomy", "DisplayText": "主题", "TaxonomyPart": { "Terms": [
          { "ContentItemId": "t1", "DisplayText": "综合", "Terms": [{ "ContentItemId": "t11", "DisplayText": "政务" }] }, { "ContentItemId": "t2", "DisplayText": "教育" } ] } }
        """;

    public static DefinitionSnapshot Definitions { get; } = new(
        [DefinitionJson.ReadType(Json(Everything)), DefinitionJson.ReadType(Json(Pair))], [DefinitionJson.ReadPart(Json(EverythingPart)), DefinitionJson.ReadPart(Json(PairPart))]);

    public static TaxonomySnapshot Taxonomies { get; } = new([new ContentItem(Json(Topics))]);

    public static EditorContext Context { get; } = new()
    {
        Definitions = Definitions,
        Taxonomies = Taxonomies,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        MayPublish = true,
        MayChangeOwner = true,
    };

    public static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    public static ContentItem Item(string parts) => new(Json("{ \"ContentItemId\": \"one\", \"ContentType\": \"Everything\", " + parts.TrimStart().TrimStart('{')));

    /// <summary>What a browser posts of a form that shows an item, with some values changed.</summary>
    public static FormValues Posted(ContentItem item, params (string Name, string Value)[] changes)
    {
        var values = ItemForm.Read(item, Context);
        foreach (var (name, value) in changes)
            values.Set(name, name.EndsWith(".$items", StringComparison.Ordinal) ? value.Split(' ').Prepend("") : [value]);
        return values;
    }

    public static Editor Editor(this EditorForm form, string name) => form.All.Single(editor => editor.Name == name);
}
