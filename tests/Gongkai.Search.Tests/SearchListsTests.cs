using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests;

public sealed class SearchListsTests : IAsyncLifetime
{
    private static readonly string?[] Days = ["2022-01-20", "2022-01-20", "2021-05-01", null, "2023-02-03"];
    private readonly SiteInMemory _site = new();

    public async Task InitializeAsync()
    {
        await _site.CatchUp();
        // Several segments, many equal dates, ids out of order, one withdrawn.
        for (var i = 0; i < 40; i++)
            await _site.Publish(Entry($"e{i * 17 % 40:00}", $"甲市文件 {i}", "正文", published: Days[i % Days.Length], genre: i % 3 == 0 ? "genre-05" : "genre-02"));
        await _site.Withdraw("e10");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData(SearchSort.Relevance, null, null)]
    [InlineData(SearchSort.Newest, null, null)]
    [InlineData(SearchSort.Oldest, null, null)]
    [InlineData(SearchSort.Newest, "genre-05", null)]
    [InlineData(SearchSort.Oldest, "genre-05", null)]
    [InlineData(SearchSort.Relevance, null, "文件")]
    [InlineData(SearchSort.Oldest, "genre-02", "文件")]
    public void Neighbours_are_those_of_the_list_and_a_walk_is_the_whole_of_it(SearchSort sort, string? genre, string? query)
    {
        var request = new SearchRequest { Sort = sort, Query = query, Size = 100, Filters = genre is null ? new Dictionary<string, IReadOnlyList<string>>() : new() { [SearchFacets.Genre] = [genre] } };
        var ids = _site.Search.Search(request).Hits.Select(hit => hit.Item.ContentItemId).ToList();

        Assert.Equal(ids, _site.Lists.Walk(request, 1000).Select(hit => hit.Item.ContentItemId));
        Assert.Equal(ids.Take(3), _site.Lists.Walk(request, 3).Select(hit => hit.Item.ContentItemId));
        for (var i = 0; i < ids.Count; i++)
        {
            var beside = _site.Lists.Beside(request, ids[i])!;
            Assert.Equal((i > 0 ? ids[i - 1] : null, i + 1 < ids.Count ? ids[i + 1] : null), (beside.Previous?.Item.ContentItemId, beside.Next?.Item.ContentItemId));
        }
    }

    [Theory]
    [InlineData("e10")]
    [InlineData("none")]
    public void What_is_not_public_has_no_neighbours(string id) => Assert.Null(_site.Lists.Beside(new(), id));

    [Fact]
    public void What_is_in_another_list_has_no_neighbours_in_this_one() =>
        Assert.Null(_site.Lists.Beside(new() { Filters = new Dictionary<string, IReadOnlyList<string>> { [SearchFacets.Genre] = ["genre-09"] } }, "e01"));

    [Fact]
    public async Task The_list_of_a_topic_is_kept_for_a_moment_of_the_index_and_follows_every_change_and_every_move_of_a_term()
    {
        var list = new SearchRequest { Filters = new Dictionary<string, IReadOnlyList<string>> { [SearchFacets.Type] = ["DisclosureEntry"], [SearchFacets.Topic] = ["t1"] } };
        await _site.Publish(Tree("topics", "t1/t11", "t2"));
        await _site.Publish(Entry("x1", "一", published: "2022-01-01", topics: ["t1"]), Entry("x3", "三", published: "2020-01-01", topics: ["t11"]), Entry("y", "外", published: "2021-01-01", topics: ["t2"]));
        Assert.Equal((null, "x3"), Beside(list, "x1"));
        Assert.Equal(("x1", null), Beside(list, "x3"));
        Assert.Null(_site.Lists.Beside(list, "y"));

        await _site.Publish(Entry("x2", "二", published: "2021-06-01", topics: ["t11"]));
        Assert.Equal((null, "x2"), Beside(list, "x1"));
        Assert.Equal(("x2", null), Beside(list, "x3"));

        await _site.Withdraw("x1");
        Assert.Equal((null, "x3"), Beside(list, "x2"));

        await _site.Publish(Tree("topics", "t1", "t2/t11"));
        Assert.Null(_site.Lists.Beside(list, "x2"));
    }

    [Fact]
    public void A_span_of_days_is_a_list_too()
    {
        var request = new SearchRequest { Since = new(2022, 1, 1), Until = new(2022, 12, 31), Size = 100 };
        var ids = _site.Search.Search(request).Hits.Select(hit => hit.Item.ContentItemId).ToList();

        Assert.Equal(ids[1], _site.Lists.Beside(request, ids[0])!.Next?.Item.ContentItemId);
        Assert.Null(_site.Lists.Beside(request, ids[^1])!.Next);
    }

    [Fact]
    public void A_request_beyond_what_is_served_is_refused_before_anything_is_written() =>
        Assert.Throws<SearchRequestException>(() => { _site.Lists.Walk(new() { Query = new string('a', 600) }, 10); });

    private (string? Previous, string? Next) Beside(SearchRequest list, string id)
    {
        var found = _site.Lists.Beside(list, id)!;
        return (found.Previous?.Item.ContentItemId, found.Next?.Item.ContentItemId);
    }

    [Theory]
    [InlineData("教育局", "jiao yu ju")]
    [InlineData("住房公積金 A3", "zhu fang gong ji jin a 3")]
    [InlineData("重庆市教育局", "chong qing shi jiao yu ju")]
    [InlineData("厦门", "xia men")]
    [InlineData("六安", "lu an")]
    [InlineData("長治", "chang zhi")]
    [InlineData("长子县", "zhang zi xian")]
    [InlineData("朝阳", "chao yang")]
    [InlineData("乐清", "yue qing")]
    [InlineData("单县", "shan xian")]
    [InlineData("东莞", "dong guan")]
    [InlineData("行政审批局", "xing zheng shen pi ju")]
    [InlineData("银行", "yin hang")]
    [InlineData("都江堰", "du jiang yan")]
    [InlineData("会计学会", "kuai ji xue hui")]
    [InlineData("", "")]
    public void Names_are_read_in_pinyin(string text, string reading) => Assert.Equal(reading, _site.Pinyin.Read(text));
}
