namespace Gongkai.Content.Tests;

public sealed class TaxonomySnapshotTests
{
    private static readonly TaxonomySnapshot Snapshot = new(
    [
        new(Trial.Json(
            """
            {"ContentItemId":"topics","ContentType":"Taxonomy","TitlePart":{"Title":"主题"},"AliasPart":{"Alias":"Topics"},"TaxonomyPart":{"Terms":[
              {"ContentItemId":"t1","TitlePart":{"Title":"财政"},"AutoroutePart":{"Path":"topics/finance"},"Terms":[
                {"ContentItemId":"t2","DisplayText":"税务","Terms":[]}]},
              {"ContentItemId":"t 3","TitlePart":{"Title":"卫生"},"Issuer":{"Code":{"Text":"014"}}}]}}
            """)),
        new(Trial.Json("""{"ContentItemId":"bare","ContentType":"Taxonomy","DisplayText":"空"}""")),
    ]);

    [Fact]
    public void A_taxonomy_is_found_by_alias_without_case_or_by_id_when_it_has_none()
    {
        Assert.Equal("topics", Snapshot.FindByAlias("TOPICS")!.Id);
        Assert.Equal("空", Snapshot.FindByAlias("bare")!.Title);
        Assert.Null(Snapshot.FindByAlias("none"));
    }

    [Fact]
    public void A_term_knows_its_place()
    {
        var term = Snapshot.FindTerm("topics", "t2")!;

        Assert.Equal(("税务", "t1", "topics"), (term.Label, term.Parent!.Id, term.Tree.Id));
        Assert.Equal(["t1", "t2"], term.Lineage.Select(one => one.Id));
        Assert.Equal(["t1", "t2"], term.Parent.SelfAndDescendants.Select(one => one.Id));
        Assert.Equal("/catalogue/Topics/finance/t2", term.Url);
        Assert.Equal("/catalogue/Topics/t%203", Snapshot.FindTerm("topics", "t 3")!.Url);
    }

    [Fact]
    public void An_issuer_has_its_code()
    {
        Assert.Equal("014", Snapshot.FindTerm("topics", "t 3")!.Code);
        Assert.Null(Snapshot.FindTerm("topics", "t1")!.Code);
    }

    [Theory]
    [InlineData("finance", "t1")]
    [InlineData("Finance/T2", "t2")]
    [InlineData("t2", null)]
    [InlineData("finance/x", null)]
    public void A_term_is_found_by_its_address(string path, string? id) => Assert.Equal(id, Snapshot.ById["topics"].Find(path.Split('/'))?.Id);

    [Fact]
    public void A_term_of_another_taxonomy_is_not_found() => Assert.Null(Snapshot.FindTerm("bare", "t1"));
}
