namespace Gongkai.Content.Tests;

public sealed class DateFieldTests
{
    private const string Required = """{"DateFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Value":null}""")]
    [InlineData("{}", """{"Value":""}""")]
    [InlineData("{}", """{"Value":"2022-01-20"}""")]
    [InlineData(Required, """{"Value":"2022-01-20T00:00:00Z"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("DateField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Value":"2022-02-30"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"去年"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"2022年"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"1/20/2022"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"2022-01-20号"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":20220120}""", "P.F.Value")]
    [InlineData(Required, """{"Value":null}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("DateField", settings, value).Faults());

    [Theory]
    [InlineData("2022-01-20T00:00:00Z")]
    [InlineData("2022-01-20")]
    [InlineData("2022-01-20T05:00:00+05:00")]
    public void Its_day_is_counted_in_universal_time(string text) =>
        Assert.Equal([new("P.F", new DateOnly(2022, 1, 20))], Trial.OfField("DateField", "{}", $$"""{"Value":"{{text}}"}""").Contribution.Values);
}
