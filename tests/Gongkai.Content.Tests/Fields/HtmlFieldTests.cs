namespace Gongkai.Content.Tests;

public sealed class HtmlFieldTests
{
    private const string Required = """{"HtmlFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Html":null}""")]
    [InlineData("{}", """{"Html":"<p>文</p>"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("HtmlField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Html":3}""", "P.F.Html")]
    [InlineData(Required, """{"Html":" "}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("HtmlField", settings, value).Faults());

    [Fact]
    public void It_gives_a_source_of_html() =>
        Assert.Equal([new("P.F", "<p>文</p>", MarkupFormat.Html)], Trial.OfField("HtmlField", "{}", """{"Html":"<p>文</p>"}""").Contribution.Markup);
}
