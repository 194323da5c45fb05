namespace Gongkai.Content.Tests;

public sealed class TimeFieldTests
{
    private const string Required = """{"TimeFieldSettings":{"Required":true}}""";
    private const string Quarters = """{"TimeFieldSettings":{"Step":"900"}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Value":null}""")]
    [InlineData("{}", """{"Value":"08:30"}""")]
    [InlineData("{}", """{"Value":"08:30:15"}""")]
    [InlineData("{}", """{"Value":"23:59:59.5"}""")]
    [InlineData(Quarters, """{"Value":"08:45:00"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("TimeField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Value":830}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"24:00:00"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"8点"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"-01:00:00"}""", "P.F.Value")]
    [InlineData(Quarters, """{"Value":"08:40:00"}""", "P.F.Value")]
    [InlineData(Required, null, "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("TimeField", settings, value).Faults());

    [Fact]
    public void It_can_be_filtered_by() =>
        Assert.Equal([new("P.F", new TimeOnly(8, 30))], Trial.OfField("TimeField", "{}", """{"Value":"08:30:00"}""").Contribution.Values);
}
