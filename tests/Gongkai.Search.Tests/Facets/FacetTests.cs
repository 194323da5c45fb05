using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Facets;

public sealed class FacetTests : IAsyncLifetime
{
    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.Publish(
        Tree("topics", "t1/t11/t111", "t1/t12", "t2"), Tree("genres", "g1", "g2"), Tree("issuers", "i1/i11"),
        Entry("a", "甲", topics: ["t111"], genre: "g1", issuer: "i1", issued: "2020-05-01"),
        Entry("b", "乙", topics: ["t111", "t12"], genre: "g2", issuer: "i11", validity: "废止"),
        Entry("c", "丙", topics: ["t2"], genre: "g1"),
        Item("PolicyInterpretation", "d", "丁"));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public void A_term_counts_its_descendants_and_each_document_once() =>
        Assert.Equal("t1:2 t11:2 t111:2 t12:1 t2:1", Counts(SearchFacets.Topic));

    [Fact]
    public void Every_facet_is_counted()
    {
        Assert.Equal("DisclosureEntry:3 PolicyInterpretation:1", Counts(SearchFacets.Type));
        Assert.Equal("g1:2 g2:1", Counts(SearchFacets.Genre));
        Assert.Equal("i1:2 i11:1", Counts(SearchFacets.Issuer));
        Assert.Equal("2022:2 2020:1", Counts(SearchFacets.Year));
        Assert.Equal("现行有效:2 废止:1", Counts(SearchFacets.Validity));
    }

    [Fact]
    public void Values_are_labelled_for_people()
    {
        var facets = _site.Find(null).Facets;

        Assert.Contains(facets[SearchFacets.Topic], count => count is { Id: "t1", Label: "名为t1" });
        Assert.Contains(facets[SearchFacets.Type], count => count is { Id: "DisclosureEntry", Label: "目录条目" });
    }

    [Theory]
    [InlineData("a b", "topic", "t1")]
    [InlineData("b", "topic", "t12")]
    [InlineData("a b c", "topic", "t1", "topic", "t2")]
    [InlineData("a", "topic", "t1", "genre", "g1")]
    [InlineData("a c", "genre", "g1")]
    [InlineData("a", "year", "2020")]
    [InlineData("b", "validity", "废止")]
    [InlineData("a b", "issuer", "i1")]
    [InlineData("d", "type", "PolicyInterpretation")]
    [InlineData("", "topic", "nowhere")]
    public void Values_of_one_facet_widen_and_facets_narrow(string ids, params string[] filters)
    {
        var pairs = filters.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();

        Assert.Equal(ids, string.Join(' ', _site.Ids(null, SearchSort.Relevance, pairs).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_facet_counts_as_if_it_had_no_filter_of_its_own()
    {
        Assert.Equal("t1:1 t11:1 t111:1 t2:1", Counts(SearchFacets.Topic, (SearchFacets.Genre, "g1"), (SearchFacets.Topic, "t2")));
        Assert.Equal("g1:1", Counts(SearchFacets.Genre, (SearchFacets.Genre, "g2"), (SearchFacets.Topic, "t2")));
        Assert.Equal("", Counts(SearchFacets.Validity, (SearchFacets.Genre, "g2"), (SearchFacets.Topic, "t2")));
    }

    [Fact]
    public async Task A_moved_term_counts_at_its_new_place_without_a_new_index()
    {
        await _site.Publish(Tree("topics", "t1/t12", "t2/t11/t111"));

        Assert.Equal("t2:3 t11:2 t111:2 t1:1 t12:1", Counts(SearchFacets.Topic));
    }

    [Fact]
    public async Task A_renamed_term_has_its_new_name_without_a_new_index()
    {
        var tree = Tree("topics", "t1/t12", "t2/t11/t111");
        tree.Part("TaxonomyPart")!.Objects("Terms").First()["TitlePart"]!["Title"] = "改名";

        await _site.Publish(tree);

        Assert.Contains(_site.Find(null).Facets[SearchFacets.Topic], count => count is { Id: "t1", Label: "改名" });
    }

    [Fact]
    public async Task A_term_that_is_gone_is_not_shown()
    {
        await _site.Publish(Tree("topics", "t1/t12"));

        Assert.Equal("t1:1 t12:1", Counts(SearchFacets.Topic));
    }

    [Fact]
    public void Facets_are_not_counted_when_nobody_asks() =>
        Assert.Empty(_site.Search.Search(new SearchRequest { CountFacets = false }).Facets);

    private string Counts(string facet, params (string, string)[] filters) =>
        string.Join(' ', _site.Find(null, SearchSort.Relevance, filters).Facets[facet].Select(count => $"{count.Id}:{count.Count}"));
}
