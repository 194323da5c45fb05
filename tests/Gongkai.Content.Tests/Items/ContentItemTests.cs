namespace Gongkai.Content.Tests;

public sealed class ContentItemTests
{
    [Fact]
    public void An_item_made_by_code_is_written_as_recipes_have_it()
    {
        var item = new ContentItem("DisclosureEntry", "e1")
        {
            ContentItemVersionId = "v1",
            DisplayText = "题",
            Latest = true,
            Published = true,
            CreatedUtc = new(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc),
            ModifiedUtc = new(2022, 1, 20, 1, 0, 0, 500, DateTimeKind.Utc),
            PublishedUtc = null,
            Owner = "",
            Author = "admin",
        };
        var part = item.EnsurePart("DisclosureEntry");
        part.SetTextField("IndexNumber", "014319626/2022-00001");
        part.SetTextField("DocumentNumber", null);
        part.SetDateField("IssuedOn", new(2022, 1, 20));
        part.SetDateField("RepealedOn", null);
        part.SetNumericField("Number", 3);

        Assert.Equal(
            """
            {"ContentItemId":"e1","ContentType":"DisclosureEntry","ContentItemVersionId":"v1","DisplayText":"\u9898","Latest":true,"Published":true,
            "CreatedUtc":"2022-01-20T01:00:00Z","ModifiedUtc":"2022-01-20T01:00:00.5Z","PublishedUtc":null,"Owner":"","Author":"admin",
            "DisclosureEntry":{"IndexNumber":{"Text":"014319626/2022-00001"},"DocumentNumber":{"Text":null},
            "IssuedOn":{"Value":"2022-01-20T00:00:00Z"},"RepealedOn":{"Value":null},"Number":{"Value":3}}}
            """.ReplaceLineEndings(""),
            item.Json.ToJsonString());
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var item = new ContentItem("T", "a") { CreatedUtc = new(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc) };
        var part = item.EnsurePart("P");
        part.SetTextField("Text", "文");
        part.SetDateField("Date", new(2022, 1, 20));
        part.SetNumericField("Number", 1.5m);

        var read = new ContentItem(Trial.Json(item.Json.ToJsonString()));

        foreach (var one in new[] { item, read })
        {
            Assert.Equal(new DateTime(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc), one.CreatedUtc);
            Assert.Equal(("文", new DateOnly(2022, 1, 20), 1.5m), (one.Part("P")!.TextField("Text"), one.Part("P")!.DateField("Date"), one.Part("P")!.NumericField("Number")));
        }
    }

    [Theory]
    [InlineData("""{"ContentItemId":3,"Latest":"true","CreatedUtc":"gestern","P":[]}""")]
    [InlineData("""{"ContentItemId":"\ud800","Latest":1,"CreatedUtc":{},"P":"x"}""")]
    [InlineData("""{"ContentItemId":null,"Latest":null,"CreatedUtc":null,"P":null}""")]
    [InlineData("{}")]
    public void What_has_another_shape_is_empty_and_never_throws(string json)
    {
        var item = new ContentItem(Trial.Json(json));

        Assert.Equal(("", false, null, null), (item.ContentItemId, item.Latest, item.CreatedUtc, item.Part("P")));
    }

    [Theory]
    [InlineData("""{"F":3}""")]
    [InlineData("""{"F":{"Text":3,"Markdown":[],"Value":{},"TermContentItemIds":"x","ContentItemIds":{}}}""")]
    [InlineData("""{"F":{"Text":"","Markdown":"","Value":"","TermContentItemIds":[3,null],"ContentItemIds":[[]]}}""")]
    public void A_field_of_another_shape_is_empty_and_never_throws(string json)
    {
        var part = Trial.Json(json);

        Assert.Equal((null, null, null, null, false), (part.TextField("F"), part.MarkdownField("F"), part.DateField("F"), part.NumericField("F"), part.BooleanField("F")));
        Assert.Empty(part.TermIds("F"));
        Assert.Empty(part.PickedIds("F"));
    }

    [Theory]
    [InlineData("2022-01-20T09:00:00+08:00", "2022-01-20T01:00:00Z")]
    [InlineData("2022-01-20T01:00:00", "2022-01-20T01:00:00Z")]
    [InlineData("2022-01-20T01:00:00.1234567Z", "2022-01-20T01:00:00.1234567Z")]
    public void Times_become_universal(string given, string written)
    {
        var item = new ContentItem(Trial.Json($$"""{"CreatedUtc":"{{given}}"}"""));

        item.CreatedUtc = item.CreatedUtc;

        Assert.Equal(written, (string?)item.Json["CreatedUtc"]);
    }

    [Theory]
    [InlineData("""{"ContentItemVersionId":"v2","Latest":true,"CreatedUtc":"2020-01-01","P":{"x":1}}""", true)]
    [InlineData("""{"P":{"x":1.0},"ContentItemVersionId":"v1"}""", true)]
    [InlineData("""{"ContentItemVersionId":"v1","P":{"x":2}}""", false)]
    [InlineData("""{"ContentItemVersionId":"v1","P":{"x":1},"Owner":"a"}""", false)]
    public void Two_versions_say_the_same_whatever_their_lifecycle(string other, bool same) =>
        Assert.Equal(same, new ContentItem(Trial.Json("""{"ContentItemVersionId":"v1","P":{"x":1}}""")).HasSameContent(new(Trial.Json(other))));

    [Fact]
    public void A_copy_is_independent()
    {
        var item = new ContentItem(Trial.Json("""{"P":{"x":1}}"""));
        var copy = item.Clone();

        copy.Part("P")!["x"] = 2;

        Assert.Equal(1, (int?)item.Part("P")!["x"]);
    }

    [Fact]
    public void An_edited_view_changes_the_item_and_a_view_of_nothing_is_empty()
    {
        var item = new ContentItem("T", "a");

        Assert.Null(item.As<NoteView>().Text);
        item.Edit<NoteView>().Text = "x";

        Assert.Equal("x", item.As<NoteView>().Text);
    }

    private sealed class NoteView(System.Text.Json.Nodes.JsonObject json) : IPartView<NoteView>
    {
        public static string PartName => "Note";

        public string? Text { get => json.TextField("Text"); set => json.SetTextField("Text", value); }

        public static NoteView Over(System.Text.Json.Nodes.JsonObject part) => new(part);
    }
}
