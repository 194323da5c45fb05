namespace Gongkai.Content.Tests;

public sealed class PartKindTests
{
    private const string Bag = """{"BagPartSettings":{"ContainedContentTypes":["N"]}}""";

    [Theory]
    [InlineData("TitlePart", "title", "Title")]
    [InlineData("AutoroutePart", "route", "Path")]
    [InlineData("AliasPart", "alias", "Alias")]
    [InlineData("MarkdownBodyPart", "markdown", "Markdown")]
    [InlineData("HtmlBodyPart", "html", "Html")]
    [InlineData("ListPart", "list")]
    [InlineData("ContainedPart", "contained", "ListContentItemId", "ListContentType", "Order")]
    [InlineData("CommonPart", "common")]
    [InlineData("PublishLaterPart", "instant", "ScheduledPublishUtc")]
    [InlineData("ArchiveLaterPart", "instant", "ScheduledArchiveUtc")]
    [InlineData("BagPart", "bag", "ContentItems")]
    [InlineData("TaxonomyPart", "tree", "TermContentType")]
    [InlineData("TermPart", "none", "TaxonomyContentItemId")]
    public void Every_kind_is_known_by_name_with_its_editor_and_its_properties(string name, string editor, params string[] properties)
    {
        var kind = ContentKinds.FindPart(name)!;

        Assert.Equal((name, editor), (kind.Name, kind.Editor));
        Assert.Equal(properties, kind.Properties);
    }

    [Theory]
    [InlineData("TitlePart", "{}", """{"Title":"题"}""")]
    [InlineData("AutoroutePart", "{}", null)]
    [InlineData("AutoroutePart", "{}", """{"Path":""}""")]
    [InlineData("AutoroutePart", "{}", """{"Path":"/entries/014319626-2022-00001"}""")]
    [InlineData("AutoroutePart", "{}", """{"Path":"制度/一"}""")]
    [InlineData("AliasPart", "{}", """{"Alias":"topics"}""")]
    [InlineData("MarkdownBodyPart", "{}", """{"Markdown":"# 一"}""")]
    [InlineData("HtmlBodyPart", "{}", """{"Html":"<p>一</p>"}""")]
    [InlineData("ListPart", "{}", """{}""")]
    [InlineData("ContainedPart", "{}", """{"ListContentItemId":"l","ListContentType":"Channel","Order":3}""")]
    [InlineData("CommonPart", "{}", """{}""")]
    [InlineData("PublishLaterPart", "{}", """{"ScheduledPublishUtc":null}""")]
    [InlineData("ArchiveLaterPart", "{}", """{"ScheduledArchiveUtc":"2026-03-01T08:00:00Z"}""")]
    [InlineData("BagPart", Bag, """{"ContentItems":[{"ContentType":"N","TitlePart":{"Title":"题"}}]}""")]
    [InlineData("BagPart", "{}", """{"ContentItems":[{"ContentType":"Other","TitlePart":{"Title":"题"}}]}""")]
    [InlineData("TaxonomyPart", "{}", """{"TermContentType":"N","Terms":[{"ContentItemId":"x","ContentType":"N","TitlePart":{"Title":"题"},"Terms":[{"ContentItemId":"y","ContentType":"N","TitlePart":{"Title":"题"}}]}]}""")]
    [InlineData("TermPart", "{}", """{"TaxonomyContentItemId":"topics"}""")]
    public void Is_valid(string kind, string settings, string? value) => Assert.Empty(Trial.OfPart(kind, settings, value).Faults());

    [Theory]
    [InlineData("TitlePart", "{}", null, "P.Title")]
    [InlineData("TitlePart", "{}", """{"Title":" "}""", "P.Title")]
    [InlineData("TitlePart", "{}", "\"题\"", "P")]
    [InlineData("AutoroutePart", "{}", """{"Path":3}""", "P.Path")]
    [InlineData("AutoroutePart", "{}", """{"Path":"a//b"}""", "P.Path")]
    [InlineData("AutoroutePart", "{}", """{"Path":"a/../b"}""", "P.Path")]
    [InlineData("AutoroutePart", "{}", """{"Path":"a?b"}""", "P.Path")]
    [InlineData("AutoroutePart", "{}", """{"Path":"Catalogue/x"}""", "P.Path")]
    [InlineData("AutoroutePart", "{}", """{"Path":"entries"}""", "P.Path")]
    [InlineData("AliasPart", "{}", """{"Alias":[]}""", "P.Alias")]
    [InlineData("MarkdownBodyPart", "{}", """{"Markdown":3}""", "P.Markdown")]
    [InlineData("HtmlBodyPart", "{}", """{"Html":[]}""", "P.Html")]
    [InlineData("ContainedPart", "{}", """{"ListContentItemId":3}""", "P.ListContentItemId")]
    [InlineData("ContainedPart", "{}", """{"ListContentItemId":"l","Order":"3"}""", "P.Order")]
    [InlineData("ContainedPart", "{}", """{"ListContentItemId":"l","Order":1.5}""", "P.Order")]
    [InlineData("PublishLaterPart", "{}", """{"ScheduledPublishUtc":"明天"}""", "P.ScheduledPublishUtc")]
    [InlineData("ArchiveLaterPart", "{}", """{"ScheduledArchiveUtc":3}""", "P.ScheduledArchiveUtc")]
    [InlineData("BagPart", Bag, """{"ContentItems":{}}""", "P.ContentItems")]
    [InlineData("BagPart", Bag, """{"ContentItems":[1]}""", "P.ContentItems[0]")]
    [InlineData("BagPart", Bag, """{"ContentItems":[{"ContentType":"Other","TitlePart":{"Title":"题"}}]}""", "P.ContentItems[0].ContentType")]
    [InlineData("BagPart", Bag, """{"ContentItems":[{"ContentType":"N","TitlePart":{"Title":"题"}},{"ContentType":"N"}]}""", "P.ContentItems[1].TitlePart.Title")]
    [InlineData("TaxonomyPart", "{}", """{"Terms":[{"ContentType":"N","TitlePart":{"Title":"题"}}]}""", "P.Terms[0].ContentItemId")]
    [InlineData("TaxonomyPart", "{}", """{"TermContentType":"N","Terms":[{"ContentItemId":"x","ContentType":"Other","TitlePart":{"Title":"题"}}]}""", "P.Terms[0].ContentType")]
    [InlineData("TaxonomyPart", "{}", """{"Terms":[{"ContentItemId":"x","ContentType":"N","TitlePart":{"Title":"题"},"Terms":[{"ContentItemId":"x","ContentType":"N","TitlePart":{"Title":"题"}}]}]}""", "P.Terms[0].Terms[0].ContentItemId")]
    [InlineData("TermPart", "{}", """{"TaxonomyContentItemId":3}""", "P.TaxonomyContentItemId")]
    public void Is_refused_at(string kind, string settings, string? value, string path) => Assert.Equal([path], Trial.OfPart(kind, settings, value).Faults());

    [Theory]
    [InlineData("ContainedPart", """{"ListContentItemId":"l","ListContentType":"Channel","Order":3}""")]
    [InlineData("PublishLaterPart", """{"ScheduledPublishUtc":"2026-03-01T08:00:00Z"}""")]
    [InlineData("ArchiveLaterPart", """{"ScheduledArchiveUtc":"2026-03-01T08:00:00Z"}""")]
    public void A_part_that_is_nobodys_business_is_not_public(string kind, string value) =>
        Assert.Equal("""{"ContentItemId":"a","ContentType":"T"}""", Trial.OfPart(kind, "{}", value).PublicItem);

    [Fact]
    public void An_item_of_any_type_may_be_in_a_list_or_a_taxonomy()
    {
        var trial = Trial.OfItem("""{"ContentItemId":"a","ContentType":"N","TitlePart":{"Title":"题"},"ContainedPart":{"ListContentItemId":"l","Order":3},"TermPart":{"TaxonomyContentItemId":"topics"}}""");

        Assert.Empty(trial.Faults());
        Assert.Equal(new("l", 3), trial.Contribution.Container);
        Assert.Equal([new("ContainedPart", "l")], trial.Contribution.References);
    }

    [Fact]
    public void A_list_that_an_item_is_in_must_be_of_its_shape() =>
        Assert.Equal(["ContainedPart.ListContentItemId"], Trial.OfItem("""{"ContentItemId":"a","ContentType":"N","TitlePart":{"Title":"题"},"ContainedPart":{"ListContentItemId":[]}}""").Faults());

    [Fact]
    public void Items_in_a_bag_have_addresses_below_its_own_when_it_says_so() =>
        Assert.Equal(
            [new("whole/inner", "x")],
            Trial.OfItem("""{"ContentItemId":"a","ContentType":"Bagged","AutoroutePart":{"Path":"whole","RouteContainedItems":true},"BagPart":{"ContentItems":[{"ContentItemId":"x","ContentType":"N","AutoroutePart":{"Path":"inner"}}]}}""")
                .Contribution.Routes);

    [Fact]
    public void A_draft_may_lack_a_title() => Assert.Empty(Trial.OfPart("TitlePart", "{}", null).Faults(publish: false));

    [Fact]
    public void Too_long_a_title_alias_or_route_is_refused()
    {
        var text = new string('长', 1100);

        Assert.Equal(["P.Title"], Trial.OfPart("TitlePart", "{}", $$"""{"Title":"{{text}}"}""").Faults());
        Assert.Equal(["P.Alias"], Trial.OfPart("AliasPart", "{}", $$"""{"Alias":"{{text}}"}""").Faults());
        Assert.Equal(["P.Path"], Trial.OfPart("AutoroutePart", "{}", $$"""{"Path":"{{text}}"}""").Faults());
    }

    [Fact]
    public void A_title_is_searched_as_a_title() =>
        Assert.Equal([new("P", "题", IndexedTextRole.Title)], Trial.OfPart("TitlePart", "{}", """{"Title":"题"}""").Contribution.Texts);

    [Fact]
    public void A_title_inside_a_bag_is_body_to_the_whole() =>
        Assert.Equal(
            [new("TitlePart", "题", IndexedTextRole.Body) { ContainedItemId = "q" }],
            Trial.OfPart("BagPart", "{}", """{"ContentItems":[{"ContentItemId":"q","ContentType":"N","TitlePart":{"Title":"题"}}]}""").Contribution.Texts);

    [Fact]
    public void A_body_gives_a_source_of_html()
    {
        Assert.Equal([new("P", "# 一", MarkupFormat.Markdown)], Trial.OfPart("MarkdownBodyPart", "{}", """{"Markdown":"# 一"}""").Contribution.Markup);
        Assert.Equal([new("P", "<p>一</p>", MarkupFormat.Html)], Trial.OfPart("HtmlBodyPart", "{}", """{"Html":"<p>一</p>"}""").Contribution.Markup);
    }

    [Fact]
    public void An_alias_can_be_looked_up() => Assert.Equal(["topics"], Trial.OfPart("AliasPart", "{}", """{"Alias":"topics"}""").Contribution.Aliases);

    [Fact]
    public void A_bag_shows_the_public_of_what_is_inside() =>
        Assert.Equal(
            """{"ContentItems":[{"ContentType":"N","TitlePart":{"Title":"\u9898"}}]}""",
            Trial.OfPart("BagPart", "{}", """{"Secret":1,"ContentItems":[{"ContentType":"N","Owner":"admin","TitlePart":{"Title":"题","Secret":1},"Secret":{}}]}""").Public);

    [Fact]
    public void A_taxonomy_shows_the_public_of_its_terms_at_every_depth() =>
        Assert.Equal(
            """{"TermContentType":"N","Terms":[{"ContentItemId":"x","ContentType":"N","Terms":[{"ContentItemId":"y","ContentType":"N","Terms":[]}]}]}""",
            Trial.OfPart("TaxonomyPart", "{}", """{"TermContentType":"N","Terms":[{"ContentItemId":"x","ContentType":"N","Author":"a","Terms":[{"ContentItemId":"y","ContentType":"N","Secret":1}]}]}""").Public);
}
