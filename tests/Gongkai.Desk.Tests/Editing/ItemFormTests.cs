using Gongkai.Content;
using Gongkai.Desk.Editing;

namespace Gongkai.Desk.Tests.Editing;

public sealed class ItemFormTests
{
    private const string TwoPairs = """
        { "Questions": { "ContentItems": [
          { "ContentItemId": "q1", "ContentType": "Pair", "Pair": { "Question": { "Text": "问一" }, "Answer": { "Markdown": "答一" } } },
          { "ContentItemId": "q2", "ContentType": "Pair", "Pair": { "Question": { "Text": "问二" }, "Answer": { "Markdown": "答二" } } } ] } }
        """;

    [Fact]
    public void A_type_that_came_a_minute_ago_has_a_form()
    {
        var definitions = Forms.Definitions.With(
            [DefinitionJson.ReadType(Forms.Json("""{ "Name": "Notice", "DisplayName": "公告", "ContentTypePartDefinitionRecords": [{ "Name": "Notice", "PartName": "Notice" }] }"""))],
            [DefinitionJson.ReadPart(Forms.Json("""{ "Name": "Notice", "ContentPartFieldDefinitionRecords": [{ "Name": "Room", "FieldName": "TextField", "Settings": { "TextFieldSettings": { "Required": true, "Hint": "哪一间" }, "ContentPartFieldSettings": { "DisplayName": "会议室" } } }] }"""))]);
        var context = Forms.Context with { Definitions = definitions };
        var item = new ContentItem("Notice", "n");

        var editor = ItemForm.Describe(item, ItemForm.Prefill(item, context), context).All.Single(editor => editor.Path == "Notice.Room");

        Assert.Equal(("Text", "会议室", "哪一间", true), (editor.View, editor.Label, editor.Hint, editor.IsRequired));
    }

    [Fact]
    public void A_field_without_editor_is_named_and_kept()
    {
        var item = Forms.Item("""{ "Everything": { "Film": { "RawAddress": "x" } } }""");

        var editor = ItemForm.Describe(item, ItemForm.Read(item, Forms.Context), Forms.Context).Editor("Everything.Film");

        Assert.Equal("Note", editor.View);
    }

    [Theory]
    [InlineData("SecretPart.Text")]
    [InlineData("Everything.NoField.Text")]
    [InlineData("ContentItemId")]
    [InlineData("Owner")]
    [InlineData("Published")]
    [InlineData("Questions.q9.Pair.Question.Text")]
    [InlineData("TermPart.TaxonomyContentItemId")]
    public void A_posted_name_that_the_form_has_not_changes_nothing(string name)
    {
        var item = Forms.Item(TwoPairs);

        var bound = ItemForm.Bind(item, Forms.Posted(item, (name, "x")), Forms.Context);

        Assert.Equal(item.Json.ToJsonString(), bound.Json.ToJsonString());
    }

    [Fact]
    public void Who_may_not_publish_cannot_let_the_clock_publish()
    {
        var item = Forms.Item("""{ "PublishLaterPart": { "ScheduledPublishUtc": null } }""");

        var bound = ItemForm.Bind(item, Forms.Posted(item, ("PublishLaterPart.When", "2026-12-01T08:00"), ("ArchiveLaterPart.When", "2026-12-01T08:00"), ("CommonPart.Owner", "me")),
            Forms.Context with { MayPublish = false, MayChangeOwner = false });

        Assert.Equal(item.Json.ToJsonString(), bound.Json.ToJsonString());
    }

    [Theory]
    [InlineData("up:1:Questions.$items", "q2 q1")]
    [InlineData("down:0:Questions.$items", "q2 q1")]
    [InlineData("remove:0:Questions.$items", "q2")]
    [InlineData("up:0:Questions.$items", "q1 q2")]
    [InlineData("down:1:Questions.$items", "q1 q2")]
    [InlineData("remove:7:Questions.$items", "q1 q2")]
    [InlineData("remove:-1:Questions.$items", "q1 q2")]
    [InlineData("remove:0:TitlePart.$items", "q1 q2")]
    [InlineData("burn:0:Questions.$items", "q1 q2")]
    [InlineData("up", "q1 q2")]
    public void Rows_are_moved_and_removed_by_buttons(string command, string expected)
    {
        var item = Forms.Item(TwoPairs);
        var posted = ItemForm.Read(item, Forms.Context);

        FormLists.Apply(posted, command);
        var bound = ItemForm.Bind(item, posted, Forms.Context);

        Assert.Equal(expected, string.Join(' ', bound.Part("Questions")!.Objects("ContentItems").Select(pair => pair.Text("ContentItemId"))));
    }

    [Fact]
    public void The_last_row_can_be_removed()
    {
        var item = Forms.Item(TwoPairs);
        var posted = Forms.Posted(item, ("Questions.$items", ""));

        Assert.Empty(ItemForm.Bind(item, posted, Forms.Context).Part("Questions")!.Objects("ContentItems"));
    }

    [Fact]
    public void A_row_is_added_with_an_id_of_its_own()
    {
        var item = Forms.Item(TwoPairs);
        var posted = ItemForm.Read(item, Forms.Context);

        var key = ItemForm.AddRow(item, posted, "Questions", "Pair", Forms.Context);
        posted.Set($"Questions.{key}.Pair.Question.Text", "问三");
        var added = ItemForm.Bind(item, posted, Forms.Context).Part("Questions")!.Objects("ContentItems").Last();

        Assert.Equal("{\"ContentItemId\":\"" + key + "\",\"ContentType\":\"Pair\",\"Pair\":{\"Question\":{\"Text\":\"问三\"}}}", added.ToJsonString(Unescaped));
    }

    [Theory]
    [InlineData("Questions", "Everything")]
    [InlineData("Questions", "NoType")]
    [InlineData("TitlePart", "Pair")]
    [InlineData("", "Pair")]
    public void A_row_is_added_only_where_its_type_is_taken(string bag, string type)
    {
        var item = Forms.Item(TwoPairs);

        Assert.Null(ItemForm.AddRow(item, ItemForm.Read(item, Forms.Context), bag, type, Forms.Context));
    }

    [Theory]
    [InlineData("00000000000000000000000000", "Everything")]
    [InlineData("00000000000000000000000000", "")]
    [InlineData("../../etc", "Pair")]
    [InlineData("other-item", "Pair")]
    public void A_forged_row_is_not_there(string key, string type)
    {
        var item = Forms.Item(TwoPairs);
        var posted = Forms.Posted(item, ("Questions.$items", "q1 q2 " + key), ($"Questions.{key}.$type", type), ($"Questions.{key}.Pair.Question.Text", "x"));

        Assert.Equal(item.Json.ToJsonString(), ItemForm.Bind(item, posted, Forms.Context).Json.ToJsonString());
    }

    [Theory]
    [InlineData("Everything.Text", "Everything.Text")]
    [InlineData("Everything.Day.Value", "Everything.Day")]
    [InlineData("Everything.Topic.TermContentItemIds[1]", "Everything.Topic")]
    [InlineData("TitlePart.Title", "TitlePart")]
    [InlineData("Questions.ContentItems[1].Pair.Answer", "Questions.q2.Pair.Answer")]
    [InlineData("Questions.ContentItems[0].ContentType", "Questions")]
    public void A_fault_stands_beside_its_field(string path, string editor)
    {
        var item = Forms.Item(TwoPairs);

        var form = ItemForm.Describe(item, ItemForm.Read(item, Forms.Context), Forms.Context, [new(path, new("不对。"))]);

        Assert.Equal([editor], form.All.Where(one => one.Errors.Count > 0).Select(one => one.Name));
        Assert.Empty(form.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("DisplayText")]
    [InlineData("Everything.TextAndMore")]
    public void A_fault_of_no_field_stands_above(string path)
    {
        var item = Forms.Item(TwoPairs);

        Assert.Single(ItemForm.Describe(item, ItemForm.Read(item, Forms.Context), Forms.Context, [new(path, new("不对。"))]).Errors);
    }

    [Fact]
    public void Faults_follow_a_row_that_was_moved()
    {
        var item = Forms.Item(TwoPairs);
        var posted = Forms.Posted(item, ("Questions.$items", "q2 q1"), ("Questions.q2.Pair.Question.Text", ""));
        var bound = ItemForm.Bind(item, posted, Forms.Context);
        var errors = new ContentValidator(new([])).Validate(bound, Forms.Definitions, Forms.Taxonomies, forPublication: true);

        var form = ItemForm.Describe(item, posted, Forms.Context, errors);

        Assert.Single(form.Editor("Questions.q2.Pair.Question").Errors);
        Assert.Empty(form.Editor("Questions.q1.Pair.Question").Errors);
    }

    [Fact]
    public void A_title_of_a_hundred_thousand_characters_is_shown_again_with_its_fault()
    {
        var item = Forms.Item(TwoPairs);
        var posted = Forms.Posted(item, ("TitlePart.Title", new string('长', 100_000)));
        var errors = new ContentValidator(new([])).Validate(ItemForm.Bind(item, posted, Forms.Context), Forms.Definitions, Forms.Taxonomies, forPublication: false);

        var title = ItemForm.Describe(item, posted, Forms.Context, errors).Editor("TitlePart");

        Assert.Contains("100000", title.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(100_000, title.Values.Get("Title").Length);
    }

    [Fact]
    public void The_list_that_holds_an_item_brings_its_type()
    {
        var item = Forms.Item("""{ "TitlePart": { "Title": "一" } }""");
        var context = Forms.Context with { Picked = new Dictionary<string, PickedItem> { ["list"] = new("list", "列表", "Everything", "") } };

        var bound = ItemForm.Bind(item, Forms.Posted(item, ("ContainedPart.$items", "list")), context);

        Assert.Equal("""{"ListContentItemId":"list","ListContentType":"Everything"}""", bound.Part("ContainedPart")!.ToJsonString());
    }

    [Fact]
    public void What_the_editor_may_not_see_has_no_title_in_the_form()
    {
        var item = Forms.Item("""{ "Everything": { "Others": { "ContentItemIds": ["secret"] } } }""");

        var picker = Assert.IsType<ItemSelection>(ItemForm.Describe(item, ItemForm.Read(item, Forms.Context), Forms.Context).Editor("Everything.Others"));

        Assert.Equal("secret", picker.Chosen.Single().Title);
    }

    [Fact]
    public void A_form_survives_being_kept()
    {
        var item = Forms.Item(TwoPairs);
        var posted = Forms.Posted(item, ("TitlePart.Title", "a\0b\ud800 \"<"));

        var kept = FormValues.FromJson(posted.ToJson());

        Assert.Equal(posted.Names.Order(StringComparer.Ordinal), kept.Names.Order(StringComparer.Ordinal));
        Assert.Equal(posted.All("Questions.$items"), kept.All("Questions.$items"));
        Assert.DoesNotContain('\0', posted.ToJson());
    }

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
