using Gongkai.Search.Queries;
using Gongkai.Search.Snippets;

namespace Gongkai.Search.Tests.Snippets;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("公开", "政府信息公開條例", "政府信息<mark>公開</mark>條例")]
    [InlineData("政府 条例", "政府信息公開條例", "<mark>政府</mark>信息公開<mark>條例</mark>")]
    [InlineData("m2", "共100㎡地", "共100<mark>㎡</mark>地")]
    [InlineData("5", "2015年第5号", "2015年第<mark>5</mark>号")]
    [InlineData("信息公开怎么申请", "申请信息公开的办法", "<mark>申请信息公开</mark>的办法")]
    [InlineData("公开", "<b>公开</b>&", "&lt;b&gt;<mark>公开</mark>&lt;/b&gt;&amp;")]
    [InlineData("没有", "政府信息", "政府信息")]
    public void Matched_words_are_marked_in_the_text_as_it_is_written(string query, string text, string html) =>
        Assert.Equal(html, Of(query).Mark(text).ToHtml());

    [Fact]
    public void A_snippet_is_cut_where_the_words_stand_together()
    {
        var text = "公开。" + new string('甲', 500) + "。信息公开工作年度报告如下。" + new string('乙', 500);

        var snippet = Of("公开 年度报告").Snippet(text)!.Value.Text;

        Assert.StartsWith("…信息<mark>公开</mark>工作<mark>年度报告</mark>如下。乙", snippet.ToHtml(), StringComparison.Ordinal);
        Assert.EndsWith("乙…", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 100, 130);
    }

    [Fact]
    public void White_space_of_a_snippet_runs_together()
    {
        var snippet = Of("公开").Snippet("第一章\n\n总则\n\n　　信息公开\r\n条例")!.Value.Text;

        Assert.Equal("第一章 总则 信息<mark>公开</mark> 条例", snippet.ToHtml());
    }

    [Fact]
    public void A_text_without_the_words_has_no_snippet() => Assert.Null(Of("公开").Snippet("别的"));

    private static Highlighter Of(string query) => new(ParsedQuery.Parse(query));
}
