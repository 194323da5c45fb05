namespace Gongkai.Content.Tests;

public sealed class PublicityTests
{
    [Theory]
    [InlineData("主动公开", true)]
    [InlineData("依申请公开", false)]
    [InlineData("不予公开", false)]
    [InlineData("", false)]
    [InlineData("主动公开 ", false)]
    [InlineData("公开", false)]
    public void Only_proactive_disclosure_is_public_by_Articles_13_to_16_19_and_20(string mode, bool isPublic) =>
        Assert.Equal(isPublic, Entry($$$"""{"DisclosureMode":{"Text":"{{{mode}}}"}}""", published: true).IsPublic());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"DisclosureMode":"主动公开"}""")]
    [InlineData("""{"DisclosureMode":{"Text":["主动公开"]}}""")]
    [InlineData("""{"DisclosureMode":{"Text":null}}""")]
    [InlineData("null")]
    public void An_entry_without_a_mode_is_not_public_by_Article_13(string part) => Assert.False(Entry(part, published: true).IsPublic());

    [Fact]
    public void An_entry_that_is_not_published_is_not_public_whatever_its_mode() =>
        Assert.False(Entry("""{"DisclosureMode":{"Text":"主动公开"}}""", published: false).IsPublic());

    [Theory]
    [InlineData("PolicyInterpretation")]
    [InlineData("QaIssue")]
    [InlineData("Page")]
    [InlineData("Taxonomy")]
    public void Other_types_are_public_when_published(string type)
    {
        var item = new ContentItem(type, "a");

        Assert.False(item.IsPublic());
        item.Published = true;
        Assert.True(item.IsPublic());
    }

    private static ContentItem Entry(string part, bool published) =>
        new(Trial.Json($$$"""{"ContentItemId":"a","ContentType":"DisclosureEntry","Published":{{{(published ? "true" : "false")}}},"DisclosureEntry":{{{part}}}}"""));
}
