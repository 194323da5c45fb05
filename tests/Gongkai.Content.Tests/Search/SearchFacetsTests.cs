namespace Gongkai.Content.Tests;

public sealed class SearchFacetsTests
{
    [Fact]
    public void The_facets_are_shown_in_this_order_under_these_names() =>
        Assert.Equal(["type", "topic", "genre", "issuer", "year", "validity", "audience", "standard"], SearchFacets.All);

    [Theory]
    [InlineData("topic", "topics")]
    [InlineData("genre", "genres")]
    [InlineData("issuer", "issuers")]
    public void A_facet_of_terms_has_its_taxonomy_and_back(string facet, string taxonomy)
    {
        Assert.Equal(taxonomy, SearchFacets.TaxonomyOf(facet));
        Assert.Equal(facet, SearchFacets.OfTaxonomy(taxonomy));
    }

    [Theory]
    [InlineData("type")]
    [InlineData("year")]
    [InlineData("validity")]
    [InlineData("other")]
    public void Other_facets_have_none(string facet) => Assert.Null(SearchFacets.TaxonomyOf(facet));

    [Fact]
    public void Another_taxonomy_has_no_facet() => Assert.Null(SearchFacets.OfTaxonomy("channels"));
}
