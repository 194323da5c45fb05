namespace Gongkai.Content.Tests;

public sealed class MultiTextFieldTests
{
    private const string Required = """{"MultiTextFieldSettings":{"Required":true}}""";
    private const string Options = """{"MultiTextFieldSettings":{"Options":[{"name":"网站","value":"web","default":true},{"name":"公报","value":"gazette"}]}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Values":[]}""")]
    [InlineData("{}", """{"Values":["任意","两个"]}""")]
    [InlineData(Options, """{"Values":["web","gazette"]}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("MultiTextField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Values":"web"}""", "P.F.Values")]
    [InlineData("{}", """{"Values":["web",3]}""", "P.F.Values[1]")]
    [InlineData(Options, """{"Values":["web","radio"]}""", "P.F.Values[1]")]
    [InlineData(Required, """{"Values":[""]}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("MultiTextField", settings, value).Faults());

    [Fact]
    public void Its_values_can_be_filtered_by_and_are_searched_only_when_included()
    {
        var included = Trial.OfField("MultiTextField", """{"LuceneContentIndexSettings":{"Included":true}}""", """{"Values":["甲","乙"]}""").Contribution;

        Assert.Equal([new("P.F", "甲"), new("P.F", "乙")], included.Values);
        Assert.Equal([new("P.F", "甲", IndexedTextRole.Body), new("P.F", "乙", IndexedTextRole.Body)], included.Texts);
        Assert.Empty(Trial.OfField("MultiTextField", "{}", """{"Values":["甲"]}""").Contribution.Texts);
    }
}
