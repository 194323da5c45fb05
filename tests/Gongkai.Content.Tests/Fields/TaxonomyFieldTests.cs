namespace Gongkai.Content.Tests;

public sealed class TaxonomyFieldTests
{
    private const string Topics = """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics"}}""";
    private const string Unique = """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics","Unique":true}}""";
    private const string Leaves = """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics","LeavesOnly":true}}""";
    private const string Required = """{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics","Required":true}}""";

    [Theory]
    [InlineData(Topics, null)]
    [InlineData(Topics, """{"TermContentItemIds":[]}""")]
    [InlineData(Topics, """{"TaxonomyContentItemId":"","TermContentItemIds":["t1"]}""")]
    [InlineData(Required, """{"TaxonomyContentItemId":"topics","TermContentItemIds":["t1"]}""")]
    [InlineData(Topics, """{"TermContentItemIds":["t2"]}""")]
    [InlineData(Leaves, """{"TermContentItemIds":["t1"]}""")]
    [InlineData("{}", """{"TaxonomyContentItemId":"topics","TermContentItemIds":["t1"]}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField("TaxonomyField", settings, value).Faults());

    [Theory]
    [InlineData(Topics, """{"TermContentItemIds":"t1"}""", "P.F.TermContentItemIds")]
    [InlineData(Topics, """{"TermContentItemIds":[1]}""", "P.F.TermContentItemIds[0]")]
    [InlineData(Topics, """{"TermContentItemIds":["t1","gone"]}""", "P.F.TermContentItemIds[1]")]
    [InlineData(Topics, """{"TaxonomyContentItemId":"genres","TermContentItemIds":["t1"]}""", "P.F.TaxonomyContentItemId")]
    [InlineData(Unique, """{"TermContentItemIds":["t1","t1"]}""", "P.F.TermContentItemIds")]
    [InlineData(Leaves, """{"TermContentItemIds":["t1","t2"]}""", "P.F.TermContentItemIds[1]")]
    [InlineData(Required, """{"TermContentItemIds":[]}""", "P.F")]
    [InlineData("{}", """{"TermContentItemIds":["t1"]}""", "P.F.TermContentItemIds[0]")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField("TaxonomyField", settings, value).Faults());

    [Fact]
    public void A_draft_cannot_carry_a_term_that_does_not_exist() =>
        Assert.Equal(["P.F.TermContentItemIds[0]"], Trial.OfField("TaxonomyField", Topics, """{"TermContentItemIds":["gone"]}""").Faults(publish: false));

    [Fact]
    public void It_gives_its_terms() =>
        Assert.Equal(
            [new("P.F", "topics", "t1"), new("P.F", "topics", "t2")],
            Trial.OfField("TaxonomyField", Topics, """{"TermContentItemIds":["t1","t2"]}""").Contribution.Terms);
}
