using System.Text.Json.Nodes;
using Gongkai.Review.Checks.Reading;
using Gongkai.Review.Plain;

namespace Gongkai.Review.Tests.Plain;

/// <summary>What hints say of answers.</summary>
public sealed class PlainLanguageTests
{
    private static readonly PlainSettings Short = new(new() { ["LongestSentence"] = 15, ["Terms"] = new JsonArray("行政复议", "复议", "追偿") });

    [Theory]
    [InlineData("每月十五日前缴费，逾期要加收。", false)] // 14
    [InlineData("每月十五日前缴费，逾期要加收钱。", false)] // 15
    [InlineData("每月十五日前缴费，逾期还要加收钱了吗？", true)]
    [InlineData("每月十五日前缴费；\n逾期还要加收钱了。", false)]
    [InlineData("每月**十五日**前　缴 费，[逾期](/a/very/long/address)加收。", false)]
    [InlineData("", false)]
    [InlineData("　\n", false)]
    public void A_sentence_of_more_characters_than_the_limit_is_long(string text, bool isFound) =>
        Assert.Equal(isFound, Of(text).Any(hint => hint.Kind == PlainHintKind.LongSentence));

    [Theory]
    [InlineData("可以申请行政复议。", "行政复议")]
    [InlineData("可以申请**行政**复议。再申请复议。", "行政复议 复议")]
    [InlineData("可以申请行政复议。行政复议不收费。", "行政复议")]
    [InlineData("可以申请行政复议（请上级重新审查）。", "")]
    [InlineData("可以申请“行政复议”（请上级重新审查）。", "")]
    [InlineData("行政复议是指请上级重新审查。", "")]
    [InlineData("请上级审查，也就是行政复议。", "")]
    [InlineData("所谓追偿，谁付了钱再向别人要。", "")]
    [InlineData("先付的人可以追偿。", "追偿")]
    public void A_legal_term_wants_an_explanation_once(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Of(text).Where(hint => hint.Kind == PlainHintKind.UnexplainedTerm).Select(hint => hint.Excerpt)));

    [Fact]
    public void What_the_glossary_explains_wants_none() =>
        Assert.Empty(new PlainLanguage(Short, term => term == "追偿").Of("可以追偿。"));

    [Theory]
    [InlineData("申请被退回后被告知重报。", true)]
    [InlineData("车被拖走，被罚款。", true)]
    [InlineData("申请被退回。材料被遗失。", false)]
    [InlineData("被告和被申请人被通知。", false)]
    [InlineData("植被、棉被被毁。", false)]
    public void Passive_after_passive_in_one_sentence_is_a_chain(string text, bool isFound) =>
        Assert.Equal(isFound, Of(text).Any(hint => hint.Kind == PlainHintKind.PassiveChain));

    [Theory]
    [InlineData("{}", 50)]
    [InlineData("""{"LongestSentence":30}""", 30)]
    [InlineData("""{"LongestSentence":3}""", 15)]
    [InlineData("""{"LongestSentence":1e9}""", 50)]
    [InlineData("""{"LongestSentence":900}""", 200)]
    [InlineData("""{"LongestSentence":"30"}""", 50)]
    public void A_limit_that_makes_no_sense_is_not_taken(string document, int limit) => Assert.Equal(limit, new PlainSettings(JsonNode.Parse(document)!.AsObject()).LongestSentence);

    [Fact]
    public void Hints_can_be_turned_off_and_are_no_flood()
    {
        Assert.Empty(new PlainLanguage(new(new() { ["IsOff"] = true }), _ => false).Of("行政复议。"));
        Assert.Equal(30, Of(string.Concat(Enumerable.Repeat("这一句话写得比十五个字还要长一些呢吧。", 500))).Count);
    }

    private static IReadOnlyList<PlainHint> Of(string text) => new PlainLanguage(Short, _ => false).Of(text, TextForm.Markdown);
}
