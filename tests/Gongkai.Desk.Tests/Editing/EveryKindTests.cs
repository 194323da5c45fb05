using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Editing;

namespace Gongkai.Desk.Tests.Editing;

public sealed class EveryKindTests
{
    /// <summary>One value of each kind, in ways in which Orchard Core, recipes and people write them; with properties that the kind does not have.</summary>
    private const string Odd = """
        { "DisplayText": "题", "Owner": "li", "Extra": [1, { "a": null }], "Latest": true,
          "TitlePart": { "Title": "题 ", "Mine": 1.50 }, "AutoroutePart": { "Path": "/a/b/", "SetHomepage": false }, "AliasPart": { "Alias": null }, "CommonPart": {},
          "MarkdownBodyPart": { "Markdown": "一\r\n二\r\n" }, "HtmlBodyPart": { "Html": "<p>一</p>", "x": {} },
          "PublishLaterPart": { "ScheduledPublishUtc": "2026-03-01T08:00:12.3456789Z" }, "ArchiveLaterPart": { "ScheduledArchiveUtc": null },
          "TaxonomyPart": { "TermContentType": "Topic", "Terms": [{ "ContentItemId": "t", "Strange": 1 }] }, "ListPart": {}, "UnknownPart": { "a": { "Text": "b" } },
          "ContainedPart": { "ListContentItemId": "list", "ListContentType": "Everything", "Order": 3 },
          "Everything": {
            "Text": { "Text": null, "y": 1 }, "Long": { "Text": "一\r\n二" }, "Mode": { "Text": "old" }, "Made": { "Text": "made" },
            "Several": { "Values": ["b", "zzz", "b"] }, "Lines": { "Values": ["一", "", " 二"] }, "Markdown": { "Markdown": "**a**", "Cached": true }, "Html": { "Html": "<p onclick='x'>a</p>" },
            "Day": { "Value": "2022-01-19T16:00:00+08:00" }, "Moment": { "Value": "2022-01-20T01:00:00.5Z" }, "Hour": { "Value": "08:30:00.25" }, "Number": { "Value": 3.10 }, "Flag": { "Value": null },
            "Link": { "Url": "https://example.gov.cn", "Text": null, "Target": "_blank" }, "Topic": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["gone", "t11"], "TagNames": ["a", "b"] },
            "Others": { "ContentItemIds": ["b", "a"] }, "Quote": { "ContentItemIds": ["a"], "Anchor": "h-art-1", "Text": "一\r\n二 ", "More": 1 }, "Files": { "Paths": ["a.pdf", "b.png"], "MediaTexts": ["附件一"], "MediaAnchors": [{ "X": 1 }, null] },
            "Film": { "RawAddress": "https://example.org", "EmbeddedAddress": "x" }, "NoField": { "Text": "kept" } },
          "Questions": { "ContentItems": [
            { "ContentItemId": "q1", "ContentItemVersionId": "v", "ContentType": "Pair", "Pair": { "Question": { "Text": "问一" }, "Answer": { "Markdown": "答一" }, "More": 1 }, "Other": {} },
            { "ContentType": "Pair", "Pair": { "Question": { "Text": "没有编号" } } }, { "ContentItemId": "q3", "ContentType": "GoneType", "Gone": { "a": 1 } }, "no item" ], "z": 1 } }
        """;

    [Fact]
    public void Every_kind_of_field_and_part_has_an_editor()
    {
        var asked = ContentKinds.FieldNames.Select(name => ContentKinds.FindField(name)!.Editor).Concat(ContentKinds.PartNames.Select(name => ContentKinds.FindPart(name)!.Editor));

        Assert.All(asked, name => Assert.True(name == EditorKinds.None || EditorKinds.Find(name) is not null, $"No editor is named {name}."));
    }

    [Fact]
    public void A_form_that_nobody_changed_leaves_the_item_word_for_word()
    {
        var item = Forms.Item(Odd);

        var bound = ItemForm.Bind(item, ItemForm.Read(item, Forms.Context), Forms.Context);

        Assert.Equal(item.Json.ToJsonString(), bound.Json.ToJsonString());
    }

    [Fact]
    public void A_form_without_fields_leaves_the_item_word_for_word()
    {
        var item = Forms.Item(Odd);

        var bound = ItemForm.Bind(item, new FormValues(), Forms.Context);

        Assert.Equal(item.Json.ToJsonString(), bound.Json.ToJsonString());
    }

    [Fact]
    public void An_empty_item_stays_empty_when_nothing_is_filled_in()
    {
        var item = new ContentItem("Everything", "one");

        var bound = ItemForm.Bind(item, ItemForm.Read(item, Forms.Context), Forms.Context);

        Assert.Equal("""{"ContentItemId":"one","ContentType":"Everything"}""", bound.Json.ToJsonString());
    }

    [Theory]
    [InlineData("Everything.Text.Text", "新", "Everything.Text", """{"Text":"新","y":1}""")]
    [InlineData("Everything.Text.Text", "<script>alert(1)</script>", "Everything.Text", """{"Text":"<script>alert(1)</script>","y":1}""")]
    [InlineData("Everything.Long.Text", "一\r\n三", "Everything.Long", """{"Text":"一\n三"}""")]
    [InlineData("Everything.Mode.Text", "b", "Everything.Mode", """{"Text":"b"}""")]
    [InlineData("Everything.Made.Text", "typed", "Everything.Made", """{"Text":"made"}""")]
    [InlineData("Everything.Several.Values", "a", "Everything.Several", """{"Values":["a"]}""")]
    [InlineData("Everything.Lines.Values", "一\n\n 三 \n", "Everything.Lines", """{"Values":["一","三"]}""")]
    [InlineData("Everything.Markdown.Markdown", "# b", "Everything.Markdown", """{"Markdown":"# b","Cached":true}""")]
    [InlineData("Everything.Html.Html", "<b>c</b>", "Everything.Html", """{"Html":"<b>c</b>"}""")]
    [InlineData("Everything.Day.Value", "2026-11-25", "Everything.Day", """{"Value":"2026-11-25T00:00:00Z"}""")]
    [InlineData("Everything.Day.Value", "", "Everything.Day", """{"Value":null}""")]
    [InlineData("Everything.Day.Value", "2026年", "Everything.Day", """{"Value":"2026年"}""")]
    [InlineData("Everything.Moment.Value", "2026-11-25T08:05", "Everything.Moment", """{"Value":"2026-11-25T00:05:00Z"}""")]
    [InlineData("Everything.Moment.Value", "早上", "Everything.Moment", """{"Value":"早上"}""")]
    [InlineData("Everything.Hour.Value", "09:15", "Everything.Hour", """{"Value":"09:15:00"}""")]
    [InlineData("Everything.Number.Value", "12.5", "Everything.Number", """{"Value":12.5}""")]
    [InlineData("Everything.Number.Value", "一", "Everything.Number", """{"Value":"一"}""")]
    [InlineData("Everything.Number.Value", "", "Everything.Number", """{"Value":null}""")]
    [InlineData("Everything.Flag.Value", "true", "Everything.Flag", """{"Value":true}""")]
    [InlineData("Everything.Link.Url", " /guide ", "Everything.Link", """{"Url":"/guide","Text":null,"Target":"_blank"}""")]
    [InlineData("Everything.Topic.$items", "t2 t11 t2", "Everything.Topic", """{"TaxonomyContentItemId":"topics","TermContentItemIds":["t2","t11"],"TagNames":["教育","政务"]}""")]
    [InlineData("Everything.Others.$items", "a c", "Everything.Others", """{"ContentItemIds":["a","c"]}""")]
    [InlineData("Everything.Files.$items", "at-1 at-0", "Everything.Files", """{"Paths":["b.png","a.pdf"],"MediaTexts":["","附件一"],"MediaAnchors":[null,{"X":1}]}""")]
    [InlineData("Everything.Files.at-0.Text", "附件甲", "Everything.Files", """{"Paths":["a.pdf","b.png"],"MediaTexts":["附件甲",""],"MediaAnchors":[{"X":1},null]}""")]
    [InlineData("TitlePart.Title", " 新题 ", "TitlePart", """{"Title":"新题","Mine":1.50}""")]
    [InlineData("AutoroutePart.Path", "/c/", "AutoroutePart", """{"Path":"c","SetHomepage":false}""")]
    [InlineData("AliasPart.Alias", "short", "AliasPart", """{"Alias":"short"}""")]
    [InlineData("MarkdownBodyPart.Markdown", "一", "MarkdownBodyPart", """{"Markdown":"一"}""")]
    [InlineData("HtmlBodyPart.Html", "", "HtmlBodyPart", """{"Html":"","x":{}}""")]
    [InlineData("PublishLaterPart.When", "2026-12-01T08:00", "PublishLaterPart", """{"ScheduledPublishUtc":"2026-12-01T00:00:00Z"}""")]
    [InlineData("ArchiveLaterPart.When", "2026-12-02T08:00", "ArchiveLaterPart", """{"ScheduledArchiveUtc":"2026-12-02T00:00:00Z"}""")]
    [InlineData("ContainedPart.$items", "", "ContainedPart", """{"ListContentItemId":null,"ListContentType":null,"Order":0}""")]
    [InlineData("CommonPart.Owner", "wang", "Owner", "\"wang\"")]
    [InlineData("Questions.q1.Pair.Answer.Markdown", "新答", "Questions.0.Pair", """{"Question":{"Text":"问一"},"Answer":{"Markdown":"新答"},"More":1}""")]
    public void A_change_reaches_its_value_and_nothing_else(string name, string value, string path, string expected)
    {
        var item = Forms.Item(Odd);

        var bound = ItemForm.Bind(item, Forms.Posted(item, (name, value)), Forms.Context);

        Assert.Equal(Forms.Json($"{{\"a\":{expected}}}").ToJsonString(), new JsonObject { ["a"] = Find(bound.Json, path)?.DeepClone() }.ToJsonString());
        Replace(bound.Json, path, Find(item.Json, path));
        Assert.Equal(item.Json.ToJsonString(), bound.Json.ToJsonString());
    }

    [Fact]
    public void A_new_item_begins_with_what_the_settings_give()
    {
        var item = new ContentItem("Everything", "one");

        var bound = ItemForm.Bind(item, ItemForm.Prefill(item, Forms.Context), Forms.Context);

        Assert.Equal("""{"Mode":{"Text":"a"},"Several":{"Values":["b"]},"Number":{"Value":7}}""", bound.Part("Everything")!.ToJsonString());
    }

    [Fact]
    public void A_value_of_another_shape_is_kept_until_somebody_fills_the_field_in()
    {
        var item = Forms.Item("""{ "TitlePart": "broken", "Everything": { "Text": 5, "Day": [1] } }""");

        Assert.Equal(item.Json.ToJsonString(), ItemForm.Bind(item, ItemForm.Read(item, Forms.Context), Forms.Context).Json.ToJsonString());
        Assert.Equal("新", ItemForm.Bind(item, Forms.Posted(item, ("Everything.Text.Text", "新")), Forms.Context).Part("Everything")!.TextField("Text"));
    }

    private static JsonNode? Find(JsonNode json, string path) =>
        path.Split('.').Aggregate((JsonNode?)json, (node, step) => node is JsonObject { } all && all.ContainsKey("ContentItems") && int.TryParse(step, out var at) ? all["ContentItems"]![at] : node?[step]);

    private static void Replace(JsonObject json, string path, JsonNode? value)
    {
        var parent = path.Contains('.') ? Find(json, path[..path.LastIndexOf('.')]) : json;
        parent!.AsObject()[path[(path.LastIndexOf('.') + 1)..]] = value?.DeepClone();
    }
}
