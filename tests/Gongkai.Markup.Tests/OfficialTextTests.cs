using Gongkai.Content;

namespace Gongkai.Markup.Tests;

public sealed class OfficialTextTests
{
    private readonly MarkupPipeline _markup = new();

    [Theory]
    [InlineData("第一条 甲。\n第二条 乙。", "<p id=\"h-art-1\">第一条 甲。</p>\n<p id=\"h-art-2\">第二条 乙。</p>\n")]
    [InlineData("一、甲\r\n（一）乙\r\n　　1.丙", "<p>一、甲</p>\n<p>（一）乙</p>\n<p>1.丙</p>\n")]
    [InlineData("　　第一条　甲", "<p id=\"h-art-1\">第一条　甲</p>\n")]
    [InlineData("　　**甲**", "<p><strong>甲</strong></p>\n")]
    [InlineData("甲\n　　\n乙", "<p>甲</p>\n<p>乙</p>\n")]
    [InlineData("    四个空格", "<p>四个空格</p>\n")]
    [InlineData("\t制表符", "<p>制表符</p>\n")]
    [InlineData("甲  \n乙", "<p>甲<br />\n乙</p>\n")]
    [InlineData("**甲\n乙**", "<p><strong>甲<br />\n乙</strong></p>\n")]
    [InlineData("- 甲\n  乙", "<ul>\n<li>甲<br />\n乙</li>\n</ul>\n")]
    public void A_line_is_a_paragraph_and_its_indent_is_left_to_the_style_sheet(string source, string html) => AssertHtml(html, source);

    [Theory]
    [InlineData("2021. 年初", "<p>2021. 年初</p>\n")]
    [InlineData("2021.", "<p>2021.</p>\n")]
    [InlineData("34. 拍卖、变卖", "<p>34. 拍卖、变卖</p>\n")]
    [InlineData("1. 甲\n3. 丙", "<p>1. 甲</p>\n<p>3. 丙</p>\n")]
    [InlineData("1) 甲\n\n4) 丁", "<p>1) 甲</p>\n<p>4) 丁</p>\n")]
    [InlineData("1.致使水源中断\n2.用于行贿", "<p>1.致使水源中断</p>\n<p>2.用于行贿</p>\n")]
    [InlineData("7. - 甲", "<p>7.</p>\n<ul>\n<li>甲</li>\n</ul>\n")]
    [InlineData("1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n")]
    [InlineData("3. 丙\n4. 丁", "<ol start=\"3\">\n<li>丙</li>\n<li>丁</li>\n</ol>\n")]
    [InlineData("1. 甲\n1. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n")]
    public void A_number_is_shown_as_it_was_written(string source, string html) => AssertHtml(html, source);

    [Theory]
    [InlineData("100*50%*12个月", "<p>100*50%*12个月</p>\n")]
    [InlineData("每周2~3次，2月9日~2月29日", "<p>每周2~3次，2月9日~2月29日</p>\n")]
    [InlineData("2005^4444^函", "<p>2005^4444^函</p>\n")]
    [InlineData("全社会R&D经费", "<p>全社会R&amp;D经费</p>\n")]
    [InlineData("<通知>〔2021〕1号 [2020]2号", "<p>&lt;通知&gt;〔2021〕1号 [2020]2号</p>\n")]
    [InlineData("[注:说明]", "<p>[注:说明]</p>\n")]
    [InlineData("[注]: 说明", "<p>[注]: 说明</p>\n")]
    [InlineData("甲++乙++ ==丙==", "<p>甲++乙++ ==丙==</p>\n")]
    [InlineData("甲{.warn #id onclick=x}", "<p>甲{.warn #id onclick=x}</p>\n")]
    public void Signs_that_official_text_uses_stand_for_themselves(string source, string html) => AssertHtml(html, source);

    [Theory]
    [InlineData("**重点：**内容", "<p><strong>重点：</strong>内容</p>\n")]
    [InlineData("~~废止~~", "<p><del>废止</del></p>\n")]
    [InlineData("> 甲\n> 乙", "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>\n")]
    [InlineData("甲\n乙\n---", "<p>甲</p>\n<h2 id=\"h-乙\">乙</h2>\n")]
    [InlineData("# 标题", "<h2 id=\"h-标题\">标题</h2>\n")]
    [InlineData("### 第一章　总则 *A*", "<h3 id=\"h-第一章-总则-a\">第一章　总则 <em>A</em></h3>\n")]
    public void Markdown_is_still_Markdown(string source, string html) => AssertHtml(html, source);

    [Fact]
    public void A_tables_alignment_is_a_class_and_never_a_style()
    {
        var html = _markup.ToHtml("表1\n| 项目 | 数量 | 备注 |\n|:---|---:|:---:|\n| 规章 | 3 | 无 |", MarkupFormat.Markdown);

        Assert.Equal(
            "<p>表1</p>\n<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"align-left\">项目</th>\n<th scope=\"col\" class=\"align-right\">数量</th>\n"
            + "<th scope=\"col\" class=\"align-center\">备注</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">规章</td>\n<td class=\"align-right\">3</td>\n<td class=\"align-center\">无</td>\n"
            + "</tr>\n</tbody>\n</table>\n</div>\n",
            html);
    }

    [Fact]
    public void An_empty_corner_of_a_table_is_no_heading() =>
        Assert.Contains("<tr>\n<td></td>\n<th scope=\"col\">数量</th>\n</tr>\n</thead>", _markup.ToHtml("| | 数量 |\n|---|---|\n| 规章 | 3 |", MarkupFormat.Markdown), StringComparison.Ordinal);

    [Fact]
    public void A_grid_table_has_no_style_either()
    {
        var html = _markup.ToHtml("+---+-----+\n| 甲 | 乙  |\n+===+=====+\n| 丙 | 丁  |\n+---+-----+", MarkupFormat.Markdown);

        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">甲</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footnote_leads_there_and_back()
    {
        var page = CleanHtml.Parse(_markup.ToHtml("甲[^1]\n\n[^1]: 注解", MarkupFormat.Markdown));

        var there = page.QuerySelector("a.footnote-ref")!;
        var back = page.QuerySelector("a.footnote-back-ref")!;
        Assert.Equal("#" + page.QuerySelector("div.footnotes li")!.Id, there.GetAttribute("href"));
        Assert.Equal("#" + there.Id, back.GetAttribute("href"));
    }

    private void AssertHtml(string html, string source) => Assert.Equal(html, _markup.ToHtml(source, MarkupFormat.Markdown));
}
