using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests;

public sealed class LuceneSearchTests : IAsyncLifetime
{
    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.CatchUp();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("信息公开")]
    [InlineData("資訊公開")]
    [InlineData("税")]
    [InlineData("ＯＰＥＮ")]
    [InlineData("2021")]
    [InlineData("甲政发[2021]5号")]
    [InlineData("甲政發【2021】第5號")]
    [InlineData("关于印发甲政发〔2021〕5号")]
    [InlineData("第5条")]
    [InlineData("“信息公开办法”")]
    [InlineData("信息公开 办法")]
    [InlineData("办法(信息公开")]
    public async Task A_document_is_found_however_it_is_asked_for(string query)
    {
        await _site.Publish(
            Entry("a", "甲市政府資訊公開、信息公开办法", "依据第5条征收税款。Open Data", number: "甲政发〔2021〕5号"),
            Entry("b", "别的文件", "没有关系"));

        Assert.Equal(["a"], _site.Ids(query));
    }

    [Theory]
    [InlineData("信公")]
    [InlineData("信息公开 环境")]
    [InlineData("“公开信息”")]
    [InlineData("202")]
    [InlineData("？！")]
    [InlineData("*")]
    public async Task What_does_not_have_the_words_is_not_found(string query)
    {
        await _site.Publish(Entry("a", "信息公开办法", "二〇二一年，2021年"));

        Assert.Empty(_site.Ids(query));
    }

    [Fact]
    public async Task A_question_that_nothing_answers_word_for_word_finds_what_comes_near()
    {
        await _site.Publish(Entry("a", "关于申请政府信息公开的指南", "申请人可以当面申请。"), Entry("b", "机动车停放办法", "停放。"));

        Assert.Equal(["a"], _site.Ids("怎么申请政府信息公开呢？"));
    }

    [Fact]
    public async Task Filters_that_hide_a_hit_do_not_make_the_words_count_less()
    {
        await _site.Publish(
            Entry("a", "政府信息公开工作年度报告", validity: "废止"),
            Entry("b", "政府信息发布办法"));

        Assert.Empty(_site.Ids("政府信息公开工作年度报告", SearchSort.Relevance, (SearchFacets.Validity, "现行有效")));
    }

    [Fact]
    public async Task A_title_weighs_more_than_a_text()
    {
        await _site.Publish(Entry("a", "别的", "住房公积金"), Entry("b", "住房公积金", "别的"));

        Assert.Equal(["b", "a"], _site.Ids("住房公积金"));
    }

    [Fact]
    public async Task Blocks_of_html_are_no_phrase_and_markup_is_not_searched()
    {
        _site.Data.Html["a"] = "<p>政府信</p><p>息 <strong>公</strong>开 &amp; strongbox</p>";
        await _site.Publish(Entry("a", "甲", "政府信息公开"));

        Assert.Equal(["a"], _site.Ids("公开"));
        Assert.Empty(_site.Ids("信息"));
        Assert.Empty(_site.Ids("strong"));
    }

    [Fact]
    public async Task A_hit_shows_where_it_matched()
    {
        await _site.Publish(Entry("a", "甲市公開办法", "第一章。政府信息公开应当及时。", route: "entries/甲-1"));

        var hit = Assert.Single(_site.Find("公开").Hits);

        Assert.Equal("甲市<mark>公開</mark>办法", hit.Title.ToHtml());
        Assert.Equal("政府信息<mark>公开</mark>应当及时。", hit.Snippet.ToHtml().TrimStart('…').Replace("第一章。", "", StringComparison.Ordinal));
        Assert.Equal("/entries/%E7%94%B2-1", hit.Url);
        Assert.Equal(new DateOnly(2022, 1, 20), hit.Date);
        Assert.True(hit.Score > 0);
    }

    [Fact]
    public async Task A_match_far_down_in_a_long_text_is_shown()
    {
        await _site.Publish(Entry("a", "甲", string.Concat(Enumerable.Repeat("没有关系的一句。\n", 3000)) + "政府信息公开。"));

        Assert.Contains("政府<mark>信息公开</mark>", Assert.Single(_site.Find("信息公开").Hits).Snippet.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_is_public_and_has_no_long_texts()
    {
        await _site.Publish(Entry("a", "甲", new string('长', 5000)));

        var item = Assert.Single(_site.Search.Find(["a"])).Item;

        Assert.Equal("甲", item.Part("TitlePart")?.Text("Title"));
        Assert.Equal("现行有效", item.Part("DisclosureEntry")?.TextField("Validity"));
        Assert.DoesNotContain("secret", item.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(item.Json.ToJsonString().Length, 1, 1500);
    }

    [Fact]
    public async Task Items_are_found_by_id_in_the_order_of_the_ids_without_the_database()
    {
        await _site.Publish(Entry("a", "甲"), Entry("b", "乙"), Entry("hidden", "丙", mode: "不予公开"));
        var reads = _site.Reads;

        var found = _site.Search.Find(["b", "nowhere", "hidden", "a"]);

        Assert.Equal(["b", "a"], found.Select(hit => hit.Item.ContentItemId));
        Assert.Equal(reads, _site.Reads);
    }

    [Fact]
    public async Task Without_a_query_everything_is_listed_newest_first_and_equal_days_by_id()
    {
        await _site.Publish(
            Entry("c", "丙", published: "2021-05-01"), Entry("b", "乙", "正文的开头", published: "2022-05-01"),
            Entry("a", "甲", published: "2021-05-01"), Entry("d", "丁", published: null));

        Assert.Equal(["b", "a", "c", "d"], _site.Ids(null));
        Assert.Equal(["a", "c", "b", "d"], _site.Ids("", SearchSort.Oldest));
        Assert.Equal("正文的开头", _site.Find(null).Hits[0].Snippet.ToHtml());
        Assert.Equal(0, _site.Find(null).Hits[0].Score);
    }

    [Fact]
    public async Task Dates_narrow_inclusively()
    {
        await _site.Publish(Entry("a", "甲", published: "2021-01-01"), Entry("b", "乙", published: "2021-12-31"), Entry("c", "丙", published: "2022-01-01"), Entry("d", "丁", published: null));

        var found = _site.Search.Search(new SearchRequest { Since = new DateOnly(2021, 1, 1), Until = new DateOnly(2021, 12, 31) });
        var until = _site.Search.Search(new SearchRequest { Until = new DateOnly(2021, 1, 1) });

        Assert.Equal(["b", "a"], found.Hits.Select(hit => hit.Item.ContentItemId));
        Assert.Equal(["a"], until.Hits.Select(hit => hit.Item.ContentItemId));
    }

    [Fact]
    public async Task Among_some_items_only_those_are_found_whatever_else_is_asked()
    {
        await _site.Publish(Entry("a", "信息公开办法", "正文"), Entry("b", "信息公开办法", "正文"), Entry("c", "机动车停放办法", "停放"));
        string[] Found(params string[] among) => [.. _site.Search.Search(new SearchRequest { Query = "信息公开", Among = among }).Hits.Select(hit => hit.Item.ContentItemId)];

        Assert.Equal(["b"], Found("b", "c", "none"));
        Assert.Empty(Found("c"));
        Assert.Empty(Found());
        Assert.Equal(2, _site.Search.Search(new SearchRequest { Among = ["a", "c"] }).Total);
    }

    [Fact]
    public async Task A_route_prefix_narrows()
    {
        await _site.Publish(Entry("a", "甲", route: "Questions/2021/1"), Entry("b", "乙", route: "questions/2022/1"));

        var found = _site.Search.Search(new SearchRequest { RoutePrefix = "questions/2021/" });

        Assert.Equal(["a"], found.Hits.Select(hit => hit.Item.ContentItemId));
        Assert.Equal(1, found.Facets[SearchFacets.Type].Sum(count => count.Count));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await _site.Publish([.. Enumerable.Range(0, 55).Select(i => Entry($"id-{i:00}", "公开", published: $"2022-01-{1 + (i % 3):00}"))]);

        var ids = Enumerable.Range(1, 4).SelectMany(page => _site.Search.Search(new SearchRequest { Query = "公开", Page = page, Sort = SearchSort.Newest }).Hits).Select(hit => hit.Item.ContentItemId).ToList();

        Assert.Equal(55, ids.Count);
        Assert.Equal(55, ids.Distinct().Count());
        Assert.Equal(55, _site.Search.Search(new SearchRequest { Page = 9 }).Total);
    }

    [Fact]
    public void What_is_not_served_is_said()
    {
        Assert.Equal("q", Refused(new SearchRequest { Query = new string('公', 513) }));
        Assert.Equal("page", Refused(new SearchRequest { Page = int.MaxValue, Size = 100 }));
        Assert.Equal("page", Refused(new SearchRequest { Page = 101, Size = 100 }));
        Assert.Equal("page", Refused(new SearchRequest { Page = 0 }));
        Assert.Equal("size", Refused(new SearchRequest { Size = 101 }));

        string Refused(SearchRequest request) => Assert.Throws<SearchRequestException>(() => _site.Search.Search(request)).Parameter;
    }

    [Fact]
    public async Task Size_zero_only_counts()
    {
        await _site.Publish(Entry("a", "甲"));

        var result = _site.Search.Search(new SearchRequest { Size = 0 });

        Assert.Equal(1, result.Total);
        Assert.Empty(result.Hits);
    }

    [Fact]
    public async Task A_list_shows_what_is_in_it_newest_first_or_by_its_place()
    {
        await _site.Publish(
            In("list", 2, Entry("a", "甲", published: "2022-01-01")), In("list", 0, Entry("b", "乙", published: "2022-01-02")), In("list", 1, Entry("c", "丙", published: "2022-01-03")),
            In("list", 1, Entry("d", "丁", published: "2022-01-04")), In("other", 0, Entry("e", "戊")), Entry("f", "己"));

        Assert.Equal(["d", "c", "b", "a"], Listed(SearchSort.Newest));
        Assert.Equal(["b", "d", "c", "a"], Listed(SearchSort.Place));
        Assert.Equal(["c", "a"], Listed(SearchSort.Place, page: 2));

        await _site.Publish(In("list", -1, Entry("f", "己")));
        await _site.Withdraw("b");
        Assert.Equal(["f", "d", "c", "a"], Listed(SearchSort.Place));
    }

    private IEnumerable<string> Listed(SearchSort sort, int page = 1) => _site.Search
        .Search(new SearchRequest { ContainerId = "list", Sort = sort, Page = page, Size = page == 1 ? 20 : 2 }).Hits.Select(hit => hit.Item.ContentItemId);

    private static ContentItem In(string list, int place, ContentItem item)
    {
        var part = item.EnsurePart("ContainedPart");
        (part["ListContentItemId"], part["Order"]) = (list, place);
        return item;
    }
}
