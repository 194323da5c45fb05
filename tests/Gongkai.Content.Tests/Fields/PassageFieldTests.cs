namespace Gongkai.Content.Tests;

public sealed class PassageFieldTests
{
    private const string Kind = "PassageField";
    private const string Required = """{"PassageFieldSettings":{"Required":true}}""";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{}", "{}")]
    [InlineData("{}", """{"ContentItemIds":[],"Anchor":null,"Text":null}""")]
    [InlineData("{}", """{"ContentItemIds":["a"],"Anchor":"h-art-12","Text":"第十二条\n公开为常态。","More":1}""")]
    [InlineData("{}", """{"ContentItemIds":["a"],"Text":"没有位置"}""")]
    [InlineData(Required, """{"ContentItemIds":["a"],"Text":"有"}""")]
    public void Is_valid(string settings, string? value) => Assert.Empty(Trial.OfField(Kind, settings, value).Faults());

    [Theory]
    [InlineData("{}", """{"ContentItemIds":"a"}""", "P.F.ContentItemIds")]
    [InlineData("{}", """{"ContentItemIds":["a","b"],"Text":"x"}""", "P.F.ContentItemIds")]
    [InlineData("{}", """{"ContentItemIds":[],"Text":"无出处"}""", "P.F.ContentItemIds")]
    [InlineData("{}", """{"ContentItemIds":["a"],"Text":1}""", "P.F.Text")]
    [InlineData("{}", """{"ContentItemIds":["a"],"Anchor":"a b","Text":"x"}""", "P.F.Anchor")]
    [InlineData(Required, """{"ContentItemIds":["a"],"Text":" "}""", "P.F")]
    public void Is_refused_at(string settings, string? value, string path) => Assert.Equal([path], Trial.OfField(Kind, settings, value).Faults());

    [Fact]
    public void A_text_may_be_as_long_as_an_article()
    {
        Assert.Empty(Trial.OfField(Kind, "{}", Quote(PassageField.LongestText)).Faults());
        Assert.Equal(["P.F.Text"], Trial.OfField(Kind, "{}", Quote(PassageField.LongestText + 1)).Faults());

        static string Quote(int length) => $$"""{"ContentItemIds":["a"],"Text":"{{new string('字', length)}}"}""";
    }

    [Fact]
    public void It_links_and_its_text_is_neither_searched_nor_public()
    {
        var contribution = Trial.OfField(Kind, """{"LuceneContentIndexSettings":{"Included":true}}""", """{"ContentItemIds":["a"],"Anchor":"h-art-1","Text":"原文"}""").Contribution;

        Assert.Equal([new("P.F", "a")], contribution.References);
        Assert.Empty(contribution.Texts);
        Assert.Equal("""{"ContentItemIds":["a"],"Anchor":"h-art-1"}""", ContentKinds.FindField(Kind)!.Public(new() { ["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray("a"), ["Anchor"] = "h-art-1", ["Text"] = "原文" }).ToJsonString());
        Assert.Equal("{}", ContentKinds.FindField(Kind)!.Public(new() { ["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray(), ["Anchor"] = "h-art-1", ["Text"] = "原文" }).ToJsonString());
    }
}
