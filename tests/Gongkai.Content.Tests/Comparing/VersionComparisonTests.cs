using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

public sealed class VersionComparisonTests
{
    private static readonly DefinitionSnapshot Definitions = new(
        [
            Trial.Type("Entry", ("TitlePart", "TitlePart", "{}"), ("MarkdownBodyPart", "MarkdownBodyPart", "{}"), ("Entry", "Entry", "{}"),
                ("Questions", "BagPart", """{"ContentTypePartSettings":{"DisplayName":"问答"}}""")),
            Trial.Type("QaPair", ("QaPair", "QaPair", "{}")),
        ],
        [
            new("Entry", DefinitionSettings.None,
            [
                Field("Topic", "TaxonomyField", "主题", "\"TaxonomyFieldSettings\":{\"TaxonomyContentItemId\":\"topics\"}"), Field("IssuedOn", "DateField", "成文日期"), Field("Count", "NumericField", "件数"),
                Field("Open", "BooleanField", "是否公开"), Field("About", "ContentPickerField", "相关"), Field("Files", "MediaField", "附件"), Field("Odd", "StrangeField", "怪"),
            ]),
            new("QaPair", DefinitionSettings.None, [Field("Question", "TextField", "问题"), Field("Answer", "MarkdownField", "回答")]),
        ]);

    [Theory]
    [InlineData("""{"TitlePart":{"Title":"甲"}}""", """{"TitlePart":{"Title":"乙"}}""", "标题")]
    [InlineData("""{"Entry":{"IssuedOn":{"Value":"2026-03-01T00:00:00Z"}}}""", """{"Entry":{"IssuedOn":{"Value":"2026-03-02T00:00:00Z"}}}""", "成文日期")]
    [InlineData("""{"Entry":{"Count":{"Value":1}}}""", """{"Entry":{"Count":{"Value":1.0}}}""", "件数")]
    [InlineData("""{"Entry":{"Count":{"Value":null}}}""", """{"Entry":{"Count":{}}}""", "")]
    [InlineData("""{"Entry":{"Open":{"Value":false}}}""", """{"Entry":{"Open":{"Value":true}}}""", "是否公开")]
    [InlineData("""{"Entry":{"Odd":{"A":[1]}}}""", """{"Entry":{"Odd":{"A":[2]}}}""", "怪")]
    [InlineData("""{"Entry":{"Open":{"Value":true,"X":1}}}""", """{"Entry":{"Open":{"Value":true,"X":2}}}""", "是否公开")]
    [InlineData("""{"Unknown":{"A":1}}""", """{"Unknown":{"A":2}}""", "Unknown")]
    [InlineData("""{"Owner":"wang","ModifiedUtc":"2026-03-01T00:00:00Z","Latest":false}""", """{"Owner":"wang","ModifiedUtc":"2026-03-02T00:00:00Z","Latest":true}""", "")]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":null}}""", """{"PublishLaterPart":{"ScheduledPublishUtc":"2026-03-01T00:00:00Z"}}""", "PublishLaterPart.ScheduledPublishUtc")]
    public void A_value_that_changed_is_named(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', Compare(before, after).Changes.Select(value => value.Label)));

    [Fact]
    public void Terms_items_and_files_are_said_in_words_a_line_each()
    {
        var values = Words.Of(Item("""
            {"Entry":{"Topic":{"TaxonomyContentItemId":"topics","TermContentItemIds":["t1","t9"]},"About":{"ContentItemIds":["known","unknown"]},
             "Files":{"Paths":["a.pdf","b.pdf"],"MediaTexts":["申请表",""]},"IssuedOn":{"Value":"2026-03-01T00:00:00Z"}}}
            """));

        Assert.Equal(
            ["主题：财政\nt9", "成文日期：2026-03-01", "相关：一件旧闻（known）\nunknown", "附件：申请表（a.pdf）\nb.pdf"], values.Select(value => $"{value.Label}：{value.Text}"));
    }

    [Fact]
    public void Inner_items_are_compared_by_their_ids_and_their_order_by_itself()
    {
        const string First = """{"ContentItemId":"q1","ContentType":"QaPair","QaPair":{"Question":{"Text":"何时？"},"Answer":{"Markdown":"明天"}}}""";
        const string Changed = """{"ContentItemId":"q1","ContentType":"QaPair","QaPair":{"Question":{"Text":"何时？"},"Answer":{"Markdown":"后天"}}}""";
        const string Second = """{"ContentItemId":"q2","ContentType":"QaPair","QaPair":{"Question":{"Text":"何地？"},"Answer":{"Markdown":"此处"}}}""";

        var changes = Compare($$$"""{"Questions":{"ContentItems":[{{{First}}},{{{Second}}}]}}""", $$$"""{"Questions":{"ContentItems":[{{{Second}}},{{{Changed}}}]}}""").Changes.ToList();

        Assert.Equal(["问答 2 · 回答", "问答 顺序"], changes.Select(value => value.Label));
    }

    [Fact]
    public void What_is_gone_stands_where_it_was()
    {
        var values = Compare("""{"TitlePart":{"Title":"甲"},"MarkdownBodyPart":{"Markdown":"文"},"Entry":{"Count":{"Value":1}}}""", """{"TitlePart":{"Title":"甲"},"Entry":{"Count":{"Value":1}}}""").Values;

        Assert.Equal(["TitlePart.Title", "MarkdownBodyPart.Markdown", "Entry.Count"], values.Select(value => value.Path));
        Assert.Equal([false, true, false], values.Select(value => value.Text.IsChanged));
    }

    [Fact]
    public void Beside_nothing_everything_is_new() => Assert.Equal("标题", Assert.Single(VersionComparison.Of(null, Item("""{"TitlePart":{"Title":"甲"}}"""), Words).Changes).Label);

    [Fact]
    public void A_taxonomy_is_compared_as_its_tree()
    {
        var words = new VersionWords(new([Trial.Type("Taxonomy", ("TaxonomyPart", "TaxonomyPart", "{}"))], []), (_, _) => null, _ => null, _ => null, TimeZoneInfo.Utc);
        var tree = new ContentItem(Trial.Json("""
            {"ContentItemId":"t","ContentType":"Taxonomy","TaxonomyPart":{"TermContentType":"Topic","Terms":[{"ContentItemId":"a","TitlePart":{"Title":"甲"},"Terms":[{"ContentItemId":"b","TitlePart":{"Title":"乙"}}]}]}}
            """));

        Assert.Equal("甲（a）\n　乙（b）", words.Of(tree).Single(value => value.Path == "TaxonomyPart/Terms").Text);
    }

    private static VersionWords Words { get; } = new(
        Definitions, (_, term) => term == "t1" ? "财政" : null, id => id == "known" ? "一件旧闻" : null, place => place switch { "TitlePart.Title" => "标题", "#order" => "顺序", _ => null }, TimeZoneInfo.Utc);

    private static VersionComparison Compare(string before, string after) => VersionComparison.Of(Item(before), Item(after), Words);

    private static ContentItem Item(string json)
    {
        var item = Trial.Json(json);
        (item["ContentItemId"], item["ContentType"]) = ("a", "Entry");
        return new(item);
    }

    private static ContentFieldDefinition Field(string name, string kind, string label, string settings = "") =>
        new(name, kind, new(JsonNode.Parse($$$"""{"ContentPartFieldSettings":{"DisplayName":"{{{label}}}"}{{{(settings.Length > 0 ? "," + settings : "")}}}}""")!.AsObject()));
}
