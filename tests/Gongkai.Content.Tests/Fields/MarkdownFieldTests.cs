namespace Gongkai.Content.Tests;

public sealed class MarkdownFieldTests
{
    private const string Required = """{"MarkdownFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Markdown":"# 一"}""")]
    [InlineData(Required, """{"Markdown":"x"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("MarkdownField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Markdown":true}""", "P.F.Markdown")]
    [InlineData(Required, """{"Markdown":" "}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("MarkdownField", settings, value).Faults());

    [Fact]
    public void It_gives_a_source_of_html_under_its_own_name()
    {
        var contribution = Trial.OfField("MarkdownField", "{}", """{"Markdown":"# 一"}""").Contribution;

        Assert.Equal([new("P.F", "# 一", MarkupFormat.Markdown)], contribution.Markup);
        Assert.Empty(contribution.Texts);
    }

    [Fact]
    public void Only_its_source_is_public() => Assert.Equal("""{"F":{"Markdown":"x"}}""", Trial.OfField("MarkdownField", "{}", """{"Html":"y","Markdown":"x"}""").Public);
}
