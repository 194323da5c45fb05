using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Web.Tests.Languages;

public sealed class LanguageChoiceTests
{
    [Theory]
    // As browsers send it.
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO,en;q=0.5", "zh-Hant")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-Hant-HK", "zh-Hant")]
    [InlineData("zh-Hans-TW", "zh-Hans")]
    [InlineData("ZH-hant", "zh-Hant")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("EN", "en")]
    // By weight, not by order; what has no weight has the greatest.
    [InlineData("en;q=0.2, zh-TW;q=0.7", "zh-Hant")]
    [InlineData("en;q=0.8, zh-CN", "zh-Hans")]
    [InlineData("fr-FR, fr;q=0.9, en;q=0.8, zh;q=0.1", "en")]
    [InlineData("en;q=0, zh-TW;q=0.1", "zh-Hant")]
    [InlineData("fr;q=0.9, *;q=0.5, en;q=0.1", "zh-Hans")]
    // None of ours, or none at all.
    [InlineData("fr-FR, de", "zh-Hans")]
    [InlineData("en;q=0", "zh-Hans")]
    [InlineData("*", "zh-Hans")]
    [InlineData("", "zh-Hans")]
    [InlineData(" ", "zh-Hans")]
    // Nothing that begins like one of ours is one of ours.
    [InlineData("english", "zh-Hans")]
    [InlineData("enm, zhx", "zh-Hans")]
    // Not to be read.
    [InlineData(";;;,,,", "zh-Hans")]
    [InlineData("en;q=much", "zh-Hans")]
    [InlineData("en\0", "zh-Hans")]
    [InlineData("en-\ud800", "zh-Hans")]
    [InlineData("en-\u00e9, zh-TW", "zh-Hant")]
    public void A_wish_gives_one_of_our_languages(string header, string expected) => Assert.Equal(expected, LanguageChoice.OfHeader(header).Code);

    [Fact]
    public void A_wish_that_is_very_long_or_said_twice_is_none()
    {
        Assert.Same(PageLanguage.Simplified, LanguageChoice.OfHeader("en," + string.Join(',', Enumerable.Repeat("en-GB;q=0.1", 1000))));
        Assert.Same(PageLanguage.Simplified, LanguageChoice.OfHeader(new StringValues(["en", "zh-TW"])));
    }

    [Theory]
    [InlineData("/en", "/en", "/", "en")]
    [InlineData("/en/", "/en", "/", "en")]
    [InlineData("/EN/Guide", "/en", "/Guide", "en")]
    [InlineData("/zh-Hant/catalogue", "/zh-hant", "/catalogue", "zh-Hant")]
    [InlineData("/en/en/x", "/en", "/en/x", "en")]
    [InlineData("/en//elsewhere.example", "/en", "//elsewhere.example", "en")]
    [InlineData("/english", "", "/english", null)]
    [InlineData("/entries/1", "", "/entries/1", null)]
    [InlineData("/zh", "", "/zh", null)]
    [InlineData("/zh-hans/guide", "", "/zh-hans/guide", null)]
    [InlineData("/e", "", "/e", null)]
    [InlineData("/", "", "/", null)]
    [InlineData("/en/desk/content", "", "/en/desk/content", null)]
    public void A_language_at_the_beginning_of_an_address_moves_to_its_path_base(string path, string pathBase, string rest, string? language)
    {
        var http = new DefaultHttpContext();
        http.Request.PathBase = "/town";
        http.Request.Path = path;

        RequestLanguage.TakeFromPath(http, "/desk");

        Assert.Equal(("/town" + pathBase, rest, language), (http.Request.PathBase.Value, http.Request.Path.Value, RequestLanguage.OfAddress(http)?.Code));
        Assert.Equal("/town", RequestLanguage.BareBase(http).Value);
    }

    [Theory]
    [InlineData("/en/x", "language=zh-Hant", "zh-CN", "en")]
    [InlineData("/x", "language=zh-Hant", "en", "zh-Hant")]
    [InlineData("/x", "language=EN", "zh-CN", "en")]
    [InlineData("/x", "language=klingon", "en", "en")]
    [InlineData("/x", "reading=elder", "zh-HK", "zh-Hant")]
    [InlineData("/x", null, null, "zh-Hans")]
    public void An_address_goes_before_a_choice_and_a_choice_before_a_wish(string path, string? cookie, string? wish, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.Headers.Cookie = cookie;
        http.Request.Headers.AcceptLanguage = wish;
        RequestLanguage.TakeFromPath(http);

        Assert.Equal(expected, RequestLanguage.Of(http).Code);
    }

    [Theory]
    [InlineData("/guide", null, "/guide", "/town/guide?language=zh-Hans", "/town/zh-hant/guide", "/town/en/guide")]
    [InlineData("/search", "/search?q=a", null, "/town/search?q=a&language=zh-Hans", "/town/zh-hant/search?q=a", "/town/en/search?q=a")]
    public async Task A_page_links_to_itself_in_every_language(string path, string? asked, string? canonical, params string[] expected)
    {
        var http = new DefaultHttpContext();
        http.Request.PathBase = "/town";
        http.Request.Path = "/en" + path;
        http.Request.QueryString = new("?x=%22%3E");
        RequestLanguage.TakeFromPath(http);
        await Task.Run(() =>
        {
            PageLanguage.English.Use();
            var metadata = LanguageLinks.With(http, new() { Asked = asked, Canonical = canonical });

            Assert.Equal(expected, metadata.Languages.Select(link => link.Url));
            Assert.Equal("/town" + (canonical ?? path), metadata.Languages[0].Canonical);
            Assert.Equal("en", metadata.Languages.Single(link => link.IsCurrent).Code);
            Assert.Equal("/town/en", metadata.CanonicalBase);
        });
    }
}
