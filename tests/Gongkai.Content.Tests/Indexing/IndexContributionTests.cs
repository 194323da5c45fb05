namespace Gongkai.Content.Tests;

public sealed class IndexContributionTests
{
    private static readonly DefinitionSnapshot Definitions = new(
        [
            Trial.Type("Issue", ("TitlePart", "TitlePart", "{}"), ("AutoroutePart", "AutoroutePart", "{}"), ("Issue", "Issue", "{}"), ("Questions", "BagPart", "{}")),
            Trial.Type("Pair", ("AutoroutePart", "AutoroutePart", "{}"), ("Pair", "Pair", "{}")),
            Trial.Type("Taxonomy", ("AutoroutePart", "AutoroutePart", "{}"), ("TaxonomyPart", "TaxonomyPart", "{}")),
        ],
        [
            new("Issue", DefinitionSettings.None, [Field("IssuedOn", "DateField"), Field("Year", "NumericField"), Field("Validity", "TextField")]),
            new("Pair", DefinitionSettings.None, [Field("Answer", "MarkdownField"), Field("IssuedOn", "DateField"), Field("About", "ContentPickerField")]),
        ]);

    [Fact]
    public void An_inner_item_gives_texts_links_and_html_to_the_whole_but_no_address_and_no_values()
    {
        var contribution = IndexContribution.Of(
            new(Trial.Json(
                """
                {"ContentType":"Issue","AutoroutePart":{"Path":"/questions/1/"},"Issue":{"Year":{"Value":2021}},"Questions":{"ContentItems":[
                  {"ContentItemId":"q1","ContentType":"Pair","AutoroutePart":{"Path":"x"},
                   "Pair":{"Answer":{"Markdown":"答"},"IssuedOn":{"Value":"2020-01-01"},"About":{"ContentItemIds":["e1"]}}}]}}
                """)),
            Definitions);

        Assert.Equal([new("questions/1", null)], contribution.Routes);
        Assert.Equal([new("q1/Pair.Answer", "答", MarkupFormat.Markdown)], contribution.Markup);
        Assert.Equal([new("Pair.About", "e1")], contribution.References);
        Assert.Equal([new("Issue.Year", 2021m)], contribution.Values);
    }

    [Fact]
    public void Values_are_found_by_the_fields_own_name()
    {
        var contribution = IndexContribution.Of(
            new(Trial.Json("""{"ContentType":"Issue","Issue":{"IssuedOn":{"Value":"2022-01-20"},"Year":{"Value":2021},"Validity":{"Text":"废止"}}}""")), Definitions);

        Assert.Equal((new DateOnly(2022, 1, 20), 2021m, "废止"), (contribution.Day("IssuedOn"), contribution.Number("Year"), contribution.Text("Validity")));
        Assert.Equal((null, null, null), (contribution.Day("Year"), contribution.Number("Validity"), contribution.Text("On")));
    }

    [Theory]
    [InlineData("true", "topics", "topics/finance", "topics/finance/t2")]
    [InlineData("false", "topics")]
    public void Terms_have_routes_below_their_taxonomys_when_it_says_so(string contained, params string[] routes) =>
        Assert.Equal(
            routes,
            IndexContribution.Of(
                new(Trial.Json(
                    $$$"""
                    {"ContentType":"Taxonomy","AutoroutePart":{"Path":"topics","RouteContainedItems":{{{contained}}}},"TaxonomyPart":{"Terms":[
                      {"ContentItemId":"t1","AutoroutePart":{"Path":"finance"},"Terms":[{"ContentItemId":"t2"}]}]}}
                    """)),
                Definitions).Routes.Select(route => route.Path));

    [Fact]
    public void An_unknown_type_gives_nothing() => Assert.Empty(IndexContribution.Of(new(Trial.Json("""{"ContentType":"U","AutoroutePart":{"Path":"x"}}""")), Definitions).Routes);

    private static ContentFieldDefinition Field(string name, string kind) => new(name, kind, DefinitionSettings.None);
}
