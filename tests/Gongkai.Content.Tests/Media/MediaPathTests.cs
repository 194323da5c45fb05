namespace Gongkai.Content.Tests;

public sealed class MediaPathTests
{
    [Theory]
    [InlineData("a.pdf")]
    [InlineData("附件/2026/预算 管理办法（全文）.pdf")]
    [InlineData("a/b-c_d+e&f=g,h;i'j.tar.gz")]
    [InlineData("𬭎.pdf")]
    public void A_plain_relative_path_can_be_used(string path) => Assert.Null(MediaPath.FaultOf(path));

    [Theory]
    [InlineData("")]
    [InlineData("/a.pdf")]
    [InlineData("a/")]
    [InlineData("a//b.pdf")]
    [InlineData("../a.pdf")]
    [InlineData("a/../b.pdf")]
    [InlineData("./a.pdf")]
    [InlineData(".htaccess")]
    [InlineData("a/.git/x.txt")]
    [InlineData("a.pdf.")]
    [InlineData("a.pdf ")]
    [InlineData(" a.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData("C:/a.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\n.pdf")]
    [InlineData("a?.pdf")]
    [InlineData("a%2e.pdf")]
    [InlineData("a#b.pdf")]
    [InlineData("\ud800.pdf")]
    [InlineData("CON")]
    [InlineData("docs/nul.txt")]
    [InlineData("com1.pdf")]
    [InlineData("LPT9.tar.gz")]
    public void A_path_that_leads_out_or_that_some_system_does_not_take_is_refused(string path) => Assert.NotNull(MediaPath.FaultOf(path));

    [Fact]
    public void A_name_is_no_longer_than_file_systems_take()
    {
        Assert.Null(MediaPath.FaultOf(new string('办', 65) + ".pdf"));
        Assert.NotNull(MediaPath.FaultOf(new string('办', 66) + ".pdf"));
        Assert.NotNull(MediaPath.FaultOf(string.Join('/', Enumerable.Repeat("abcdefgh", 60))));
    }
}
