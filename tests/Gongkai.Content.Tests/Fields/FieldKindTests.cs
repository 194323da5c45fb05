namespace Gongkai.Content.Tests;

public sealed class FieldKindTests
{
    [Theory]
    [InlineData("TextField", "text", "Text")]
    [InlineData("MultiTextField", "multitext", "Values")]
    [InlineData("HtmlField", "html", "Html")]
    [InlineData("DateTimeField", "datetime", "Value")]
    [InlineData("TimeField", "time", "Value")]
    [InlineData("LinkField", "link", "Url", "Text", "Target")]
    [InlineData("MarkdownField", "markdown", "Markdown")]
    [InlineData("DateField", "date", "Value")]
    [InlineData("NumericField", "number", "Value")]
    [InlineData("BooleanField", "checkbox", "Value")]
    [InlineData("TaxonomyField", "taxonomy", "TaxonomyContentItemId", "TermContentItemIds")]
    [InlineData("ContentPickerField", "picker", "ContentItemIds")]
    [InlineData("MediaField", "media", "Paths", "MediaTexts")]
    public void Every_kind_is_known_by_name_with_its_editor_and_its_properties(string name, string editor, params string[] properties)
    {
        var kind = ContentKinds.FindField(name)!;

        Assert.Equal((name, editor), (kind.Name, kind.Editor));
        Assert.Equal(properties, kind.Properties);
    }

    [Fact]
    public void A_kind_that_this_home_does_not_have_is_kept_and_never_public()
    {
        var trial = Trial.OfField("GeoPointField", "{}", """{"Latitude":"x"}""");

        Assert.Empty(trial.Faults());
        Assert.Equal("{}", trial.Public);
    }

    [Theory]
    [InlineData("null", "空值")]
    [InlineData("\"x\"", "一段文本")]
    [InlineData("1", "一个数字")]
    [InlineData("true", "一个布尔值")]
    [InlineData("[]", "一个列表")]
    [InlineData("{}", "一个对象")]
    public void A_value_is_described_in_peoples_words(string json, string description) =>
        Assert.Equal(description, FieldKind.Describe(System.Text.Json.Nodes.JsonNode.Parse(json)).ToString());
}
