namespace Gongkai.Content.Tests;

public sealed class DateTimeFieldTests
{
    private const string Required = """{"DateTimeFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", """{"Value":null}""")]
    [InlineData("{}", """{"Value":"2022-01-20T01:30:00Z"}""")]
    [InlineData("{}", """{"Value":"2022-01-20T09:30:00+08:00"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("DateTimeField", settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"Value":3}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"1/20/2022 9:30"}""", "P.F.Value")]
    [InlineData("{}", """{"Value":"2022-13-20T01:30:00Z"}""", "P.F.Value")]
    [InlineData(Required, """{"Value":""}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("DateTimeField", settings, value).Faults());

    [Fact]
    public void It_can_be_filtered_by_in_UTC() =>
        Assert.Equal([new("P.F", new DateTime(2022, 1, 20, 1, 30, 0, DateTimeKind.Utc))], Trial.OfField("DateTimeField", "{}", """{"Value":"2022-01-20T09:30:00+08:00"}""").Contribution.Values);
}
