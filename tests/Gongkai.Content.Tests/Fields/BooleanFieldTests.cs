namespace Gongkai.Content.Tests;

public sealed class BooleanFieldTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("""{"Value":true}""")]
    [InlineData("""{"Value":false}""")]
    [InlineData("""{"Value":null}""")]
    public void Is_valid(string? value) => Assert.Empty(Trial.OfField("BooleanField", "{}", value).Faults());

    [Theory]
    [InlineData("""{"Value":"true"}""", "P.F.Value")]
    [InlineData("""{"Value":1}""", "P.F.Value")]
    [InlineData("true", "P.F")]
    public void Is_refused_at(string value, string path) => Assert.Equal([path], Trial.OfField("BooleanField", "{}", value).Faults());

    [Fact]
    public void It_can_be_filtered_by()
    {
        Assert.Equal([new("P.F", true)], Trial.OfField("BooleanField", "{}", """{"Value":true}""").Contribution.Values);
        Assert.Equal([new("P.F", false)], Trial.OfField("BooleanField", "{}", """{"Value":false}""").Contribution.Values);
        Assert.Empty(Trial.OfField("BooleanField", "{}", """{"Value":null}""").Contribution.Values);
    }
}
