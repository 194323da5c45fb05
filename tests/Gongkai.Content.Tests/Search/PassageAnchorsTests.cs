namespace Gongkai.Content.Tests.Search;

public sealed class PassageAnchorsTests
{
    [Theory]
    [InlineData("<p>第一条 甲</p><p>第二条　乙</p>", "<p id=\"h-art-1\">第一条 甲</p><p id=\"h-art-2\">第二条　乙</p>")]
    [InlineData("<p>第1條 甲</p>", "<p id=\"h-art-1\">第1條 甲</p>")]
    [InlineData("<p><strong>第十二条</strong> 甲</p>", "<p id=\"h-art-12\"><strong>第十二条</strong> 甲</p>")]
    [InlineData("<p>第一千二百六十条 甲</p>", "<p id=\"h-art-1260\">第一千二百六十条 甲</p>")]
    [InlineData("<p>第 五 条之一 甲</p>", "<p id=\"h-art-5-1\">第 五 条之一 甲</p>")]
    [InlineData("<p>第一条为了公开</p><p>第二条规定的</p>", "<p id=\"h-art-1\">第一条为了公开</p><p>第二条规定的</p>")]
    [InlineData("<p>通知。 第一条 甲。 第二条 乙，依照第三条 执行。</p>", "<p>通知。 <span id=\"h-art-1\"></span>第一条 甲。 <span id=\"h-art-2\"></span>第二条 乙，依照第三条 执行。</p>")]
    [InlineData("<p>第一条 甲</p><p>第一条 乙</p>", "<p id=\"h-art-1\">第一条 甲</p><p id=\"h-art-1-r2\">第一条 乙</p>")]
    [InlineData("<h2 id=\"h-第一条\">第一条</h2>", "<h2 id=\"h-第一条\">第一条</h2>")]
    [InlineData("<p>依照本法第十二条 办理</p>", "<p>依照本法第十二条 办理</p>")]
    [InlineData("<p>甲 <span id=\"h-art-1\"></span>第一条 乙</p>", "<p>甲 <span id=\"h-art-1\"></span>第一条 乙</p>")]
    [InlineData("<p>第一条 甲</p><div id=\"h-art-1\">乙</div>", "<p id=\"h-art-1-r2\">第一条 甲</p><div id=\"h-art-1\">乙</div>")]
    [InlineData("<p>第一章 总则</p>", "<p>第一章 总则</p>")]
    [InlineData("<p>第", "<p>第")]
    public void An_article_gets_its_number_as_its_anchor_and_a_mention_none(string html, string expected) => Assert.Equal(expected, PassageAnchors.AddTo(html));

    [Fact]
    public void A_question_is_counted_from_one() => Assert.Equal("q1", PassageAnchors.OfPair(0));
}
