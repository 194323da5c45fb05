namespace Gongkai.Web.Tests;

public sealed class PageDescriptionTests
{
    [Theory]
    [InlineData("<h2 id=\"a\">总则</h2>\n<p>公开<strong>是</strong>常态。</p>", "总则 公开是常态。")]
    [InlineData("<p>A &amp; B &lt;script&gt;</p>", "A & B <script>")]
    [InlineData("<p><img src=\"/media/a.png\" alt=\"\"></p><table><tr><td>一</td><td>二</td></tr></table>", "一 二")]
    [InlineData("  <p> </p>", null)]
    [InlineData("", null)]
    public void It_is_how_the_text_begins_in_one_line(string html, string? expected) => Assert.Equal(expected, PageDescription.Of([html]));

    [Fact]
    public void It_is_cut_where_search_engines_cut_and_never_inside_of_a_character()
    {
        var text = PageDescription.Of(["<p>" + new string('公', 78) + "𠮷𠮷𠮷</p>"])!;

        Assert.Equal(new string('公', 78) + "…", text);
        Assert.Equal(new string('公', 79) + "…", PageDescription.Of([new string('公', 200)]));
        Assert.Equal(new string('公', 80), PageDescription.Of([new string('公', 80)]));
    }

    [Fact]
    public void Several_texts_follow_one_another_until_there_is_enough() => Assert.Equal("一 二", PageDescription.Of(["<p>一</p>", "<p>二</p>"]));
}
