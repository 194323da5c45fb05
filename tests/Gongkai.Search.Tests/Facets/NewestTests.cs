using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Facets;

/// <summary>What fulfils each item of a standard catalogue, and for whom things are.</summary>
public sealed class NewestTests : IAsyncLifetime
{
    private readonly SiteInMemory _site = new();

    public async Task InitializeAsync()
    {
        // Several segments; one entry fulfils two items, two are of one day, one is of another mode, one was withdrawn.
        await _site.Publish(Tree("topics", "t1/t11", "t2"), Tree("genres"), Tree("issuers"));
        await _site.Publish(Entry("a", "甲", published: "2022-01-20", topics: ["t11"]).Fulfilling("公民、企業", "s1", "s2"));
        await _site.Publish(Entry("b", "乙", published: "2023-05-01", topics: ["t2"]).Fulfilling("企业；ＡＢＣ", "s1"));
        await _site.Publish(Entry("c", "丙", published: "2022-01-20").Fulfilling("全社会", "s1"), Entry("d", "丁", published: "2021-01-01").Fulfilling(null, "s1", "s1"));
        await _site.Publish(Entry("closed", "戊", published: "2026-01-01", mode: "依申请公开").Fulfilling("内部", "s1", "s3"));
        await _site.Publish(Entry("gone", "己", published: "2026-01-02").Fulfilling("已撤", "s1", "s4"), Item("PolicyInterpretation", "none", "庚"));
        await _site.Withdraw("gone");
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData(0, "s1:4 s2:1")]
    [InlineData(1, "s1:4:b s2:1:a")]
    [InlineData(3, "s1:4:b:a:c s2:1:a")]
    [InlineData(9, "s1:4:b:a:c:d s2:1:a")]
    public void Each_value_has_its_count_and_its_newest(int most, string expected) => Assert.Equal(expected, Newest(new(), most));

    [Theory]
    [InlineData("s2", "s2:1:a")]
    [InlineData("s3", "")]
    [InlineData("nowhere", "")]
    public void Chosen_values_alone_are_answered_for(string chosen, string expected) =>
        Assert.Equal(expected, Newest(new() { Filters = new Dictionary<string, IReadOnlyList<string>> { [SearchFacets.Standard] = [chosen] } }, 2));

    [Fact]
    public void Other_filters_and_a_span_of_days_narrow()
    {
        Assert.Equal("s1:1:a s2:1:a", Newest(new() { Filters = new Dictionary<string, IReadOnlyList<string>> { [SearchFacets.Topic] = ["t1"] } }, 2));
        Assert.Equal("s1:1:b", Newest(new() { Since = new(2023, 1, 1) }, 2));
        Assert.Equal("s1:1:d", Newest(new() { Until = new(2021, 12, 31) }, 2));
    }

    [Fact]
    public async Task What_is_edited_counts_anew()
    {
        await _site.Publish(Entry("b", "乙", published: "2023-05-01").Fulfilling("企业", "s2"));

        Assert.Equal("s1:3:a s2:2:b", Newest(new(), 1));
    }

    [Fact]
    public void An_item_of_a_standard_catalogue_is_a_filter_and_is_not_counted_by_every_search()
    {
        Assert.Equal(["b", "a", "c", "d"], _site.Ids(null, SearchSort.Newest, (SearchFacets.Standard, "s1")));
        Assert.DoesNotContain(SearchFacets.Standard, _site.Find(null).Facets.Keys);
        Assert.Equal(SearchFacets.Counted, _site.Find(null).Facets.Keys);
    }

    [Fact]
    public void Service_objects_are_words_in_one_form_and_only_those_in_use()
    {
        var counts = _site.Find(null).Facets[SearchFacets.Audience].Select(count => $"{count.Label}:{count.Count}");

        Assert.Equal(["企业:2", "abc:1", "全社会:1", "公民:1"], counts);
    }

    [Theory]
    [InlineData("企业", "b a")]
    [InlineData("企業", "b a")]
    [InlineData("全社会", "c")]
    [InlineData("已撤", "")]
    [InlineData("内部", "")]
    public void A_service_object_is_a_filter_however_it_is_typed(string audience, string ids) =>
        Assert.Equal(ids, string.Join(' ', _site.Ids(null, SearchSort.Newest, (SearchFacets.Audience, audience))));

    [Theory]
    [InlineData("公民、企业", "公民 企业")]
    [InlineData(" 公民，法人,企业 / 个体工商户。", "公民 法人 企业 个体工商户")]
    [InlineData("企业、企業、企业", "企业")]
    [InlineData("、、，", "")]
    [InlineData(null, "")]
    [InlineData("凡在本市行政区域内连续缴纳社会保险满十二个月以上的职工", "")]
    public void A_text_is_split_into_values(string? text, string expected) => Assert.Equal(expected, string.Join(' ', Gongkai.Search.Facets.AudienceWords.In(text)));

    [Fact]
    public void What_is_no_facet_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => _site.Search.Newest(new(), "colour", 1));

    private string Newest(SearchRequest request, int most) => string.Join(' ', _site.Search.Newest(request, SearchFacets.Standard, most).OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => string.Join(':', [value.Key, $"{value.Value.Count}", .. value.Value.Hits.Select(hit => hit.Item.ContentItemId)])));
}
