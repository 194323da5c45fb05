using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.Tests;

public sealed class ListOriginTests
{
    [Fact]
    public void A_list_goes_into_a_link_before_its_anchor_and_comes_back()
    {
        var list = new SearchRequest { Query = "公积金 & 提取", Sort = SearchSort.Oldest, Page = 7 }.With(SearchFacets.Topic, "topic-02") with { Page = 7 };

        var link = ListOrigin.AddTo("/entries/1#h-art-3", list);
        var read = ListOrigin.Read(Query(link.Split('#')[0]));

        Assert.EndsWith("#h-art-3", link, StringComparison.Ordinal);
        Assert.Equal(SearchQuery.Write(list with { Page = 1 }), SearchQuery.Write(read!));
    }

    [Theory]
    [InlineData("公积金")]
    [InlineData(null)]
    public void A_list_of_the_search_page_is_told_from_one_of_the_catalogue(string? words)
    {
        var list = new SearchRequest { Query = words };

        var query = Query(ListOrigin.AddTo("/e", list, isSearch: true));

        Assert.True(ListOrigin.IsSearch(query));
        Assert.Equal(SearchQuery.Write(list), SearchQuery.Write(ListOrigin.Read(query)!));
        Assert.False(ListOrigin.IsSearch(Query(ListOrigin.AddTo("/e", list))));
    }

    [Fact]
    public void The_whole_catalogue_is_a_list_as_well() => Assert.Equal("", SearchQuery.Write(ListOrigin.Read(Query(ListOrigin.AddTo("/e", new())))!));

    [Theory]
    [InlineData("/e")]
    [InlineData("/e?list=")]
    [InlineData("/e?list=a&list=b")]
    [InlineData("/e?list=nonsense%3D1")]
    public void What_names_no_list_gives_none(string address) => Assert.Null(ListOrigin.Read(Query(address)));

    [Fact]
    public void A_list_that_takes_too_long_to_say_is_left_out()
    {
        Assert.Equal("/e", ListOrigin.AddTo("/e", new() { Query = new string('公', 200) }));
        Assert.Null(ListOrigin.Read(Query("/e?list=" + new string('a', 5000))));
    }

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));
}
