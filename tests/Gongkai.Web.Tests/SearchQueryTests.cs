using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.Tests;

public sealed class SearchQueryTests
{
    [Fact]
    public void An_address_without_parameters_asks_for_the_first_page_of_everything()
    {
        var (request, faults) = Read("");

        Assert.Empty(faults);
        Assert.Null(request.Query);
        Assert.Empty(request.Filters);
        Assert.Equal((SearchSort.Relevance, 1, 20), (request.Sort, request.Page, request.Size));
    }

    [Fact]
    public void A_repeated_parameter_widens_its_facet()
    {
        var (request, faults) = Read("?topic=topic-01&topic=topic-02&topic=topic-01&year=2021");

        Assert.Empty(faults);
        Assert.Equal(["topic-01", "topic-02"], request.Filters[SearchFacets.Topic]);
        Assert.Equal(["2021"], request.Filters[SearchFacets.Year]);
    }

    [Theory]
    [InlineData("?from=timeline&isappinstalled=0", "from,isappinstalled")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=-1", "page")]
    [InlineData("?page=99999999999", "page")]
    [InlineData("?size=101", "size")]
    [InlineData("?size=x", "size")]
    [InlineData("?since=2021-13-01", "since")]
    [InlineData("?until=yesterday", "until")]
    [InlineData("?sort=best", "sort")]
    [InlineData("?year=21", "year")]
    [InlineData("?year=２０２１", "year")]
    public void What_is_unknown_or_wrong_is_named(string query, string names)
    {
        var (_, faults) = Read(query);

        Assert.Equal(names.Split(','), faults.Keys.Order());
        Assert.All(faults.Values, messages => Assert.All(messages, message => Assert.NotEmpty(message)));
    }

    [Fact]
    public void A_page_goes_on_with_what_it_understands()
    {
        var (request, _) = Read("?q=信息公开&sort=best&year=2021&year=x&page=2&utm=1");

        Assert.Equal("信息公开", request.Query);
        Assert.Equal(["2021"], request.Filters[SearchFacets.Year]);
        Assert.Equal((SearchSort.Relevance, 2), (request.Sort, request.Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=%E5%85%AC%E5%BC%80%20%22a%22")]
    [InlineData("?type=Page&topic=topic-01&topic=topic-02&genre=genre-01&issuer=x&year=2021&validity=%E5%BA%9F%E6%AD%A2&since=2021-01-01&until=2021-12-31&sort=oldest&page=3")]
    public void A_written_request_reads_as_the_same(string query) => Assert.Equal(query, SearchQuery.Write(Read(query).Request));

    [Fact]
    public void Choosing_a_value_twice_takes_it_away_and_begins_at_the_first_page()
    {
        var request = new SearchRequest { Page = 5 };

        var chosen = request.Toggle(SearchFacets.Topic, "topic-01");
        var back = chosen.Toggle(SearchFacets.Topic, "topic-01");

        Assert.Equal("?topic=topic-01", SearchQuery.Write(chosen));
        Assert.Equal("", SearchQuery.Write(back));
    }

    private static (SearchRequest Request, IReadOnlyDictionary<string, string[]> Faults) Read(string query) =>
        SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
