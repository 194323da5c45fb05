using Gongkai.Content;

namespace Gongkai.Web.Tests;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 1, "[1]")]
    [InlineData(20, 1, "[1]")]
    [InlineData(21, 1, "[1] 2")]
    [InlineData(400, 1, "[1] 2 3 … 20")]
    [InlineData(400, 10, "1 … 8 9 [10] 11 12 … 20")]
    [InlineData(400, 20, "1 … 18 19 [20]")]
    [InlineData(4_000_000, 1, "[1] 2 3 … 500")]
    public void Links_stand_around_the_page_and_at_both_ends(int total, int page, string expected)
    {
        var pager = Paging.Of(new SearchRequest { Page = page }, total, request => "/list" + SearchQuery.Write(request));

        Assert.Equal(expected, string.Join(' ', pager.Links.Select(link => link is null ? "…" : link.IsCurrent ? $"[{link.Label}]" : link.Label)));
    }

    [Fact]
    public void The_first_page_s_address_has_no_page_number()
    {
        var pager = Paging.Of(new SearchRequest { Page = 2 }, 60, request => "/list" + SearchQuery.Write(request));

        Assert.Equal(("/list", "/list?page=3"), (pager.Previous, pager.Next));
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 2, true)]
    [InlineData(21, 2, false)]
    [InlineData(21, 3, true)]
    public void A_page_beyond_the_last_is_past(int total, int page, bool expected) =>
        Assert.Equal(expected, Paging.IsPast(new SearchRequest { Page = page }, total));
}
