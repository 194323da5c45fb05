using Gongkai.Feedback.Errors;

namespace Gongkai.Feedback.Tests;

/// <summary>A report names a page of this site, and no other.</summary>
public sealed class PageAddressTests
{
    private const string Site = "https://www.example.gov.cn";
    private const string Host = "127.0.0.1:5080";

    [Theory]
    [InlineData("/entries/a", "", "/entries/a")]
    [InlineData(" /entries/a#x ", "", "/entries/a")]
    [InlineData("/search?q=公积金&page=2", "", "/search?q=公积金&page=2")]
    [InlineData("https://www.example.gov.cn/entries/a?x=1", "", "/entries/a?x=1")]
    [InlineData("http://www.example.gov.cn", "", "/")]
    [InlineData("https://WWW.EXAMPLE.GOV.CN", "", "/")]
    [InlineData("http://127.0.0.1:5080/entries/a", "", "/entries/a")]
    [InlineData("/en/entries/a", "/en", "/entries/a")]
    [InlineData("/en", "/en", "/")]
    [InlineData("/entries/a", "/en", "/entries/a")]
    [InlineData("", "", null)]
    [InlineData("entries/a", "", null)]
    [InlineData("//evil.example/a", "", null)]
    [InlineData("/\\evil.example/a", "", null)]
    [InlineData("https://evil.example/entries/a", "", null)]
    [InlineData("https://www.example.gov.cn@evil.example/", "", null)]
    [InlineData("https://www.example.gov.cn:8443/a", "", null)]
    [InlineData("https://www.example.gov.cn//evil.example/", "", null)]
    [InlineData("javascript:alert(1)", "", null)]
    [InlineData("data:text/html,x", "", null)]
    [InlineData("/a\r\nSet-Cookie: b=c", "", null)]
    [InlineData("/a\0", "", null)]
    public void An_address(string typed, string pathBase, string? expected) => Assert.Equal(expected, PageAddress.Normalize(typed, Host, Site, pathBase));

    [Fact]
    public void Half_a_character_is_none() => Assert.Null(PageAddress.Normalize("/\ud800", Host, Site, ""));

    [Fact]
    public void A_very_long_one_is_none() => Assert.Null(PageAddress.Normalize("/" + new string('a', 100_000), Host, Site, ""));

    [Theory]
    [InlineData("/entries/a?x=1", "entries/a")]
    [InlineData("/%E6%8C%87%E5%8D%97/", "指南")]
    [InlineData("/", "")]
    [InlineData("/%00", "")]
    public void Its_route(string address, string expected) => Assert.Equal(expected, PageAddress.RouteOf(address));
}
