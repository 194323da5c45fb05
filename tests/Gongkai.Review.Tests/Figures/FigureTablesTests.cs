using Gongkai.Content;
using Gongkai.Review.Figures;

namespace Gongkai.Review.Tests.Figures;

public sealed class FigureTablesTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Fact]
    public void Documents_stand_under_their_lead_office_so_that_rows_and_columns_add_up()
    {
        var table = FigureTables.OfReviewed(
        [
            Reviewed("a", "主动公开", "city"), Reviewed("b", "主动公开", "city"), Reviewed("c", "不予公开", "city"), Reviewed("d", "主动公开", "office"), Reviewed("e", "内部", null),
        ]);

        Assert.Equal(["主动公开", "依申请公开", "不予公开", "内部", "*"], table.Columns);
        Assert.Equal(["city", "", "office", "*"], table.Rows.Select(row => row.Name));
        Assert.Equal(["2 0 1 0 3", "0 0 0 1 1", "1 0 0 0 1", "3 0 1 1 5"], table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Count))));
        Assert.Equal(["a", "b"], table.Find("city", "主动公开")!.Items.Select(item => item.ContentItemId));
        AssertSums(table);
    }

    [Fact]
    public void Interpretations_stand_by_form_in_the_order_of_the_list_and_what_is_not_there_has_no_row()
    {
        var table = FigureTables.OfInterpretations(
            [Item("a", "PolicyInterpretation") with { Form = "图解" }, Item("b", "PolicyInterpretation") with { Form = "文字" }, Item("c", "PolicyInterpretation"), Item("d", "PolicyInterpretation") with { Form = "评书" }, Item("e", "QaIssue")],
            ["文字", "图解", "视频"]);

        Assert.Equal(["文字 1", "图解 1", "评书 1", " 1", "* 4"], table.Rows.Select(row => $"{row.Name} {row.Cells[0].Count}"));
        AssertSums(table);
    }

    [Fact]
    public void Policies_that_need_or_have_an_interpretation_stand_by_when_it_came()
    {
        var table = FigureTables.OfPolicies(
            [Policy("step", true), Policy("late", true), Policy("missing", true), Policy("unasked", false), Policy("plain", false), Item("interpretation", "PolicyInterpretation")],
            new Dictionary<string, DateOnly> { ["step"] = Day, ["late"] = Day.AddDays(1), ["unasked"] = Day.AddDays(-1), ["elsewhere"] = Day });

        Assert.Equal(["step", "unasked"], table.Find("InStep", "*")!.Items.Select(item => item.ContentItemId).Order());
        Assert.Equal(["late"], table.Find("Late", "*")!.Items.Select(item => item.ContentItemId));
        Assert.Equal(["missing"], table.Find("Missing", "*")!.Items.Select(item => item.ContentItemId));
        Assert.Equal(4, table.CountOf("*"));
        AssertSums(table);
    }

    [Fact]
    public void Issues_count_one_each_and_their_pairs_as_many_as_they_are()
    {
        var table = FigureTables.OfQuestions([Item("a", "QaIssue") with { Pairs = 7 }, Item("b", "QaIssue"), Item("c", "QaIssue") with { Pairs = 5 }, Item("d", "DisclosureEntry")]);

        Assert.Equal((3, 12), (table.CountOf("issues"), table.CountOf("pairs")));
        Assert.Equal([("a", 7), ("c", 5)], table.Find("pairs", "*")!.Items.Select(item => (item.ContentItemId, item.Weight)));
        Assert.Null(table.Find("pairs", "none"));
        Assert.Equal(0, table.CountOf("none"));
    }

    [Fact]
    public void Columns_are_types_and_an_empty_period_has_sums_of_nothing()
    {
        var table = FigureTables.OfColumns([Item("a", "Page"), Item("b", "QaIssue"), Item("c", "Page"), Item("d", "StandardItem")], ["QaIssue", "DisclosureEntry", "Page"]);

        Assert.Equal(["QaIssue 1", "Page 2", "* 3"], table.Rows.Select(row => $"{row.Name} {row.Cells[0].Count}"));
        AssertSums(table);
        Assert.Equal(["* 0"], FigureTables.OfColumns([], ["Page"]).Rows.Select(row => $"{row.Name} {row.Cells[0].Count}"));
        Assert.Equal("0 0 0 0", string.Join(' ', Assert.Single(FigureTables.OfReviewed([]).Rows).Cells.Select(cell => cell.Count)));
    }

    /// <summary>The last row and the last column are what the others add up to, item by item.</summary>
    private static void AssertSums(FigureTable table)
    {
        foreach (var column in table.Columns)
            Assert.Equal(Ids(table.Find("*", column)!), table.Rows.SkipLast(1).SelectMany(row => Ids(row.Cells.Single(cell => cell.Column == column))).Order());
        foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
            Assert.Equal(Ids(row.Cells[^1]), row.Cells.SkipLast(1).SelectMany(Ids).Order());
    }

    private static IEnumerable<string> Ids(Figure figure) => figure.Items.Select(item => item.ContentItemId).Order();

    private static (ReviewedDocument, DateOnly, string?) Reviewed(string id, string mode, string? office) => (new(id, mode, default), Day, office);

    private static CountedItem Policy(string id, bool isNeeded) => Item(id, "DisclosureEntry") with { NeedsInterpretation = isNeeded };

    private static CountedItem Item(string id, string type) => new(id, type) { IsPublic = true, Day = Day };
}
