using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web.Glossary;

namespace Gongkai.Web.Tests.Glossary;

/// <summary>How terms are read of items and found in texts.</summary>
public sealed class GlossaryTermsTests
{
    [Theory]
    [InlineData("申请行政复议，再申请复议。", "行政复议@2 复议@10")]
    [InlineData("行政复议复议", "行政复议@0 复议@4")]
    [InlineData("行政复", "")]
    [InlineData("ppp项目和PPP，APPP不算，PPPs也不算", "PPP@0 PPP@6")]
    [InlineData("容缺办理就是容缺受理", "容缺受理@0 容缺受理@6")]
    [InlineData("", "")]
    public void The_longest_term_is_found_from_left_to_right(string text, string found) =>
        Assert.Equal(found, string.Join(' ', Terms.In(text).Select(one => $"{one.Term.Term}@{one.Start}")));

    [Theory]
    [InlineData("行政复议", true)]
    [InlineData("容缺办理", true)]
    [InlineData("ppp", true)]
    [InlineData("行政", false)]
    [InlineData("", false)]
    public void A_text_is_known_by_any_spelling(string text, bool isKnown) => Assert.Equal(isKnown, Terms.Knows(text));

    [Theory]
    [InlineData("""{"TitlePart":{"Title":" 追偿 "},"GlossaryTerm":{"Explanation":{"Text":"向别人要回。"},"OtherSpellings":{"Values":["追 偿","x","追偿权","追偿权"]}}}""", "追偿 追 偿|追偿权")]
    [InlineData("""{"TitlePart":{"Title":"追"},"GlossaryTerm":{"Explanation":{"Text":"短。"}}}""", null)]
    [InlineData("""{"TitlePart":{"Title":"追偿"},"GlossaryTerm":{"Explanation":{"Text":" "}}}""", null)]
    [InlineData("""{"TitlePart":{"Title":"追偿"},"GlossaryTerm":{"OtherSpellings":7}}""", null)]
    [InlineData("""{"TitlePart":{"Title":["追偿"]}}""", null)]
    [InlineData("{}", null)]
    public void What_does_not_explain_a_term_is_none(string json, string? read)
    {
        var term = GlossaryTerm.Of(new ContentItem(JsonNode.Parse(json)!.AsObject()));

        Assert.Equal(read, term is null ? null : $"{term.Term} {string.Join('|', term.OtherSpellings)}");
    }

    [Fact]
    public void Terms_are_in_the_order_of_their_readings() =>
        Assert.Equal(["b", "a"], new GlossaryTerms([Term("1", "a"), Term("2", "b")], text => text == "a" ? "z" : "y").All.Select(term => term.Term));

    private static GlossaryTerms Terms { get; } = new([Term("f", "复议"), Term("xzfy", "行政复议"), Term("p", "PPP"), Term("r", "容缺受理", "容缺办理")], text => text);

    internal static GlossaryTerm Term(string id, string term, params string[] others) => new(id, term, others, $"{term}的解释");
}
