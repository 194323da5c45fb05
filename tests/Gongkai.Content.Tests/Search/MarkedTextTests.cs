namespace Gongkai.Content.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marked_stretches_are_marked_and_everything_is_escaped() =>
        Assert.Equal("&lt;b&gt;<mark>信息</mark>公开 &amp; <mark>x&gt;</mark>", new MarkedText("<b>信息公开 & x>", [3..5, 10..12]).ToHtml());

    [Fact]
    public void A_plain_text_has_no_mark() => Assert.Equal("信息&quot;公开", MarkedText.Plain("信息\"公开").ToHtml());
}
