using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests.Terms;

public sealed class TaxonomyEditingTests
{
    /// <summary>财政(finance) holds 预算(budget), which holds 决算(final); beside it 税务(tax).</summary>
    private static TaxonomyEditing Begin() => new(new(JsonNode.Parse("""
        {"ContentItemId":"topics","ContentType":"Taxonomy","TitlePart":{"Title":"主题"},"AliasPart":{"Alias":"topics"},"TaxonomyPart":{"TermContentType":"Topic","Terms":[
          {"ContentItemId":"finance","ContentType":"Topic","DisplayText":"财政","TitlePart":{"Title":"财政"},"AutoroutePart":{"Path":"finance"},"Terms":[
            {"ContentItemId":"budget","ContentType":"Topic","DisplayText":"预算","TitlePart":{"Title":"预算"},"AutoroutePart":{"Path":"budget"},"Terms":[
              {"ContentItemId":"final","ContentType":"Topic","DisplayText":"决算","TitlePart":{"Title":"决算"},"Terms":[]}]}]},
          {"ContentItemId":"tax","ContentType":"Topic","DisplayText":"税务","TitlePart":{"Title":"税务"},"AutoroutePart":{"Path":"tax"}}]}}
        """)!.AsObject()));

    private static TermContent Called(string title, string segment = "") => new(title, segment, new Dictionary<(string, string), string>());

    private static string Shown(TaxonomyEditing editing) => string.Join(' ', editing.Tree.Terms.SelectMany(term => term.SelfAndDescendants).Select(term => term.Path));

    [Fact]
    public void A_term_is_added_below_another_with_an_address_of_its_own()
    {
        var editing = Begin();

        Assert.Null(editing.Add("tax", Called(" 关税 ", "customs"), out var id));

        var term = editing.Tree.All[id];
        Assert.Equal(("关税", "tax/customs"), (term.Label, term.Path));
        Assert.Equal("topics", editing.Find(id)!.Part("TermPart")!.Text("TaxonomyContentItemId"));
    }

    [Theory]
    [InlineData("finance/budget/final finance tax", "budget", TermStep.Up, TaxonomyFault.NowhereToGo)]
    [InlineData("", "tax", TermStep.Down, TaxonomyFault.NowhereToGo)]
    [InlineData("", "tax", TermStep.Out, TaxonomyFault.NowhereToGo)]
    [InlineData("", "finance", TermStep.In, TaxonomyFault.NowhereToGo)]
    [InlineData("tax finance finance/budget finance/budget/final", "tax", TermStep.Up, null)]
    [InlineData("tax finance finance/budget finance/budget/final", "finance", TermStep.Down, null)]
    [InlineData("finance budget budget/final tax", "budget", TermStep.Out, null)]
    [InlineData("finance finance/budget finance/budget/final finance/tax", "tax", TermStep.In, null)]
    public void A_step_moves_a_term_with_all_below_it_or_says_that_there_is_nowhere_to_go(string expected, string term, TermStep step, TaxonomyFault? fault)
    {
        var editing = Begin();

        Assert.Equal(fault, editing.Move(term, step));

        Assert.Equal(fault is null ? expected : Shown(Begin()), Shown(editing));
    }

    [Theory]
    [InlineData("finance", "finance", TaxonomyFault.BelowItself)]
    [InlineData("finance", "budget", TaxonomyFault.BelowItself)]
    [InlineData("finance", "final", TaxonomyFault.BelowItself)]
    [InlineData("finance", "gone", TaxonomyFault.UnknownParent)]
    [InlineData("gone", "finance", TaxonomyFault.UnknownTerm)]
    public void A_term_is_not_moved_below_itself_nor_to_where_nothing_is(string term, string parent, TaxonomyFault fault)
    {
        var editing = Begin();

        Assert.Equal(fault, editing.MoveBelow(term, parent));

        Assert.Equal(Shown(Begin()), Shown(editing));
    }

    [Fact]
    public void Old_addresses_lead_to_where_a_moved_term_is_and_so_do_those_below_it()
    {
        var editing = Begin();

        Assert.Null(editing.MoveBelow("budget", "tax"));
        Assert.Null(editing.Change("tax", Called("税务", "taxes")));
        Assert.Null(editing.Change("final", Called("决算", "accounts")));

        Assert.Equal("finance taxes taxes/budget taxes/budget/accounts", Shown(editing));
        Assert.Equal("budget", editing.Tree.FindFormer("finance/budget")?.Id);
        Assert.Equal("final", editing.Tree.FindFormer("Finance/Budget/final")?.Id);
        Assert.Equal("budget", editing.Tree.FindFormer("tax/budget")?.Id);
        Assert.Equal("final", editing.Tree.FindFormer("tax/budget/final")?.Id);
        Assert.Equal("final", editing.Tree.FindFormer("taxes/budget/final")?.Id);
        Assert.Null(editing.Tree.FindFormer("finance/other"));
        Assert.Null(editing.Tree.FindFormer("budget"));
    }

    [Fact]
    public void A_term_that_comes_back_has_left_nothing_behind()
    {
        var editing = Begin();

        editing.MoveBelow("budget", "tax");
        editing.MoveBelow("budget", "finance");

        Assert.Equal("budget", editing.Tree.Find(["finance", "budget"])?.Id);
        Assert.Equal(["tax/budget"], editing.Tree.All["budget"].FormerPaths);
    }

    [Fact]
    public void Former_addresses_that_lead_in_a_circle_lead_nowhere()
    {
        var editing = Begin();
        FormerAddressesPart.Note(editing.Find("finance")!, "a", "finance");
        FormerAddressesPart.Note(editing.Find("finance")!, "a/b", "finance");

        Assert.Null(editing.Tree.FindFormer("a/b/c/d"));
    }

    public static TheoryData<string, string, TaxonomyFault?> Contents => new()
    {
        { "", "", TaxonomyFault.NoTitle },
        { "  ", "", TaxonomyFault.NoTitle },
        { new string('长', 100_000), "", TaxonomyFault.BadTitle },
        { "坏\0字", "", TaxonomyFault.BadTitle },
        { "<script>alert(1)</script>", "", null },
        { "好", new string('a', 101), TaxonomyFault.BadSegment },
        { "好", "a/b", TaxonomyFault.BadSegment },
        { "好", "..", TaxonomyFault.BadSegment },
        { "好", "a b", TaxonomyFault.BadSegment },
        { "好", "<b>", TaxonomyFault.BadSegment },
        { "好", "财政", null },
        { "好", "FINANCE", TaxonomyFault.SegmentTaken },
        { "好", "tax", null },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_an_editor_says_of_a_term_is_checked(string title, string segment, TaxonomyFault? fault)
    {
        var editing = Begin();

        Assert.Equal(fault, editing.Change("tax", Called(title, segment)));

        Assert.Equal(fault is null ? title : "税务", editing.Tree.All["tax"].Label);
    }

    [Fact]
    public void A_term_is_not_moved_beside_one_with_its_address_and_a_tree_does_not_grow_without_end()
    {
        var editing = Begin();
        Assert.Null(editing.Add("tax", Called("预算", "budget"), out var other));
        Assert.Equal(TaxonomyFault.SegmentTaken, editing.MoveBelow(other, "finance"));

        var parent = "final";
        while (editing.Add(parent, Called("再下一级"), out var next) is null)
            parent = next;

        Assert.Equal(TaxonomyEditing.MaxDepth, editing.Tree.All[parent].Lineage.Count);
        Assert.Equal(TaxonomyFault.TooDeep, editing.MoveBelow("finance", "tax"));
    }

    [Fact]
    public void A_removed_term_goes_with_all_below_it_and_the_copy_alone_is_changed()
    {
        var editing = Begin();
        var before = editing.Item.Clone();
        var second = new TaxonomyEditing(before);

        Assert.Null(second.Remove("budget"));

        Assert.Equal("finance tax", Shown(second));
        Assert.Equal(Shown(Begin()), Shown(new(before)));
        Assert.Equal(TaxonomyFault.UnknownTerm, second.Remove("final"));
    }

    [Fact]
    public void Former_addresses_are_not_public()
    {
        var editing = Begin();
        editing.MoveBelow("budget", "tax");

        Assert.Null(new FormerAddressesPart().Public(editing.Find("budget")!.Part("FormerAddressesPart")!, DefinitionSnapshot.Empty));
        Assert.NotNull(editing.Find("budget")!.Part("FormerAddressesPart"));
    }
}
