namespace Gongkai.Content.Tests;

public sealed class ContentPickerFieldTests
{
    private const string Multiple = """{"ContentPickerFieldSettings":{"Multiple":true}}""";
    private const string Required = """{"ContentPickerFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"ContentItemIds":["a"]}""")]
    [InlineData(Multiple, """{"ContentItemIds":["a","not-there-yet"]}""")]
    [InlineData(Required, """{"ContentItemIds":["a"]}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("ContentPickerField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"ContentItemIds":["a","b"]}""", "P.F.ContentItemIds")]
    [InlineData("{}", """{"ContentItemIds":"a"}""", "P.F.ContentItemIds")]
    [InlineData(Multiple, """{"ContentItemIds":["a",null]}""", "P.F.ContentItemIds[1]")]
    [InlineData(Required, """{"ContentItemIds":[]}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("ContentPickerField", settings, value).Faults());

    [Fact]
    public void It_gives_its_links() =>
        Assert.Equal([new("P.F", "b"), new("P.F", "c")], Trial.OfField("ContentPickerField", Multiple, """{"ContentItemIds":["b","c"]}""").Contribution.References);
}
