namespace Gongkai.Content.Tests;

public sealed class NumericFieldTests
{
    private const string Range = """{"NumericFieldSettings":{"Minimum":"1","Maximum":9999}}""";
    private const string Scale = """{"NumericFieldSettings":{"Scale":2}}""";
    private const string Required = """{"NumericFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Value":null}""")]
    [InlineData("{}", """{"Value":3}""")]
    [InlineData("{}", """{"Value":3.0}""")]
    [InlineData("{}", """{"Value":1e3}""")]
    [InlineData(Range, """{"Value":1}""")]
    [InlineData(Range, """{"Value":9999}""")]
    [InlineData(Scale, """{"Value":1.25}""")]
    [InlineData(Required, """{"Value":0}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("NumericField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Value":"3"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":{}}""", "P.F.Value")]
    [InlineData("{}", """{"Value":1e300}""", "P.F.Value")]
    [InlineData("{}", """{"Value":1.5}""", "P.F.Value")]
    [InlineData(Range, """{"Value":0}""", "P.F.Value")]
    [InlineData(Range, """{"Value":10000}""", "P.F.Value")]
    [InlineData(Scale, """{"Value":1.255}""", "P.F.Value")]
    [InlineData(Required, null, "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("NumericField", settings, value).Faults());

    [Fact]
    public void Its_number_can_be_filtered_by() =>
        Assert.Equal([new("P.F", 2021m)], Trial.OfField("NumericField", "{}", """{"Value":2021}""").Contribution.Values);
}
