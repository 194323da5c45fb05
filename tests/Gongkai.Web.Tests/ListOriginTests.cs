using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Tests;

public sealed class ListOriginTests
{
    [Fact]
    public void A_list_goes_into_a_link_before_its_anchor_and_comes_back()
    {
        var list = new SearchRequest { Query = "公积金 & 提取", Sort = SearchSort.Oldest, Page = 7 }.With(SearchFacets.Topic, "topic-02") with { Page = 7 };

        var link = ListOrigin.AddTo("/entries/1#h-art-3", list);
        var read = ListOrigin.OfReferrer(From("http://site" + link.Split('#')[0]));

        Assert.EndsWith("#h-art-3", link, StringComparison.Ordinal);
        Assert.Equal(SearchQuery.Write(list with { Page = 1 }), SearchQuery.Write(read!));
    }

    [Fact]
    public void The_whole_catalogue_is_a_list_as_well() => Assert.Equal("", SearchQuery.Write(ListOrigin.OfReferrer(From("http://site" + ListOrigin.AddTo("/e", new())))!));

    [Theory]
    [InlineData(null)]
    [InlineData("http://site/entries/1")]
    [InlineData("http://other/entries/1?list=sort%3Doldest")]
    [InlineData("nonsense")]
    [InlineData("http://site/entries/1?list=a&list=b")]
    public void What_names_no_list_of_this_site_gives_none(string? referrer) => Assert.Null(ListOrigin.OfReferrer(From(referrer)));

    [Fact]
    public void A_list_that_takes_too_long_to_say_is_left_out() => Assert.Equal("/e", ListOrigin.AddTo("/e", new() { Query = new string('公', 200) }));

    private static HttpRequest From(string? referrer)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new("site");
        http.Request.Headers.Referer = referrer;
        return http.Request;
    }
}
