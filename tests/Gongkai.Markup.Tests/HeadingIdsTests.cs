namespace Gongkai.Markup.Tests;

public sealed class HeadingIdsTests
{
    private readonly HeadingIds _ids = new();

    [Theory]
    [InlineData("第一章 总则", "h-第一章-总则")]
    [InlineData("《Open Data》（2021）", "h-open-data-2021")]
    [InlineData("——", "h-section")]
    [InlineData("𠮷野家", "h-𠮷野家")]
    public void An_id_reads_like_its_heading(string text, string id) => Assert.Equal(id, _ids.ForText(text));

    [Fact]
    public void Headings_with_the_same_text_are_numbered()
    {
        Assert.Equal(["h-甲", "h-甲-2", "h-甲-3"], [_ids.ForText("甲"), _ids.ForText("甲"), _ids.ForText("甲")]);
    }

    [Fact]
    public void A_heading_that_looks_like_a_numbered_one_gets_its_own()
    {
        Assert.Equal(["h-甲", "h-甲-2", "h-甲-3"], [_ids.ForText("甲"), _ids.ForText("甲 2"), _ids.ForText("甲")]);
    }

    [Fact]
    public void An_id_that_we_gave_comes_through_as_it_is()
    {
        var given = new HeadingIds();
        foreach (var text in new[] { "甲", "甲", new string('长', 200), new string('长', 200), "？" })
        {
            var id = _ids.ForText(text);
            Assert.Equal(id, given.ForAuthorId(id));
        }
    }

    [Fact]
    public void An_id_is_given_once()
    {
        Assert.Equal("h-x", _ids.ForAuthorId("x"));
        Assert.Null(_ids.ForAuthorId("x"));
    }
}
