using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

/// <summary>What a source says, where a quotation stands with it, and where its link leads.</summary>
public sealed class PassageQuoteTests
{
    private static readonly QuotableText Source = QuotableText.Of(
    [
        "<h2 id=\"h-jf\">一、缴费标准</h2>\n<p id=\"h-art-1\">第一条　职工每月缴存工资的<b>百分之八</b>。</p><p>单位按时代扣。</p><table><tr><td id=\"h-x\">甲</td></tr></table>",
        "<p>附则 A&amp;B-C</p>",
    ]);

    [Theory]
    [InlineData("第一条 职工每月缴存工资的百分之八。", QuoteState.Current)]
    [InlineData("缴存工资的百分之八。\n单位按时代扣。", QuoteState.Current)]
    [InlineData("A&B-C", QuoteState.Current)]
    [InlineData("百分之九", QuoteState.Outdated)]
    [InlineData("代扣。附则", QuoteState.Outdated)]
    public void White_space_and_markup_do_not_count(string text, QuoteState state) => Assert.Equal(state, new PassageQuote("a", null, text).StateIn(Source));

    [Fact]
    public void Nothing_of_what_is_not_public_stands() => Assert.Equal(QuoteState.NotPublic, new PassageQuote("a", null, "第一条").StateIn(null));

    [Theory]
    [InlineData("h-art-1", "第一条")]
    [InlineData("h-jf", "一、缴费标准")]
    [InlineData("h-x", "")]
    [InlineData("h-art-2", null)]
    public void A_place_is_called_by_its_article_or_heading(string anchor, string? label) => Assert.Equal(label, Source.LabelAt(anchor));

    [Theory]
    [InlineData("h-art-1", "单位按时代扣。", "#h-art-1:~:text=%E5%8D%95%E4%BD%8D%E6%8C%89%E6%97%B6%E4%BB%A3%E6%89%A3%E3%80%82")]
    [InlineData("h-art-9", "A&B-C", "#:~:text=A%26B%2DC")]
    [InlineData(null, "百分之八。\n单位", "#:~:text=%E7%99%BE%E5%88%86%E4%B9%8B%E5%85%AB%E3%80%82,%E5%8D%95%E4%BD%8D")]
    [InlineData("h-art-1", "百分之九", "")]
    public void A_link_leads_to_the_words_and_else_to_the_top(string? anchor, string text, string fragment) => Assert.Equal(fragment, new PassageQuote("a", anchor, text).FragmentIn(Source));

    [Theory]
    [InlineData("""{"ContentItemIds":["a"],"Anchor":"","Text":" 原文 "}""", "原文")]
    [InlineData("""{"ContentItemIds":["a"],"Text":" "}""", null)]
    [InlineData("""{"ContentItemIds":[],"Text":"原文"}""", null)]
    [InlineData("""{"ContentItemIds":"a","Text":["原文"]}""", null)]
    [InlineData("{}", null)]
    public void What_has_another_shape_quotes_nothing(string value, string? text) => Assert.Equal(text, PassageQuote.Of(JsonNode.Parse(value)!.AsObject())?.Text);
}
