using Gongkai.Catalogue.Standards;
using Gongkai.Content;

namespace Gongkai.Catalogue.Tests;

public sealed class StandardItemTableTests
{
    private static readonly string[] Plain = ["领域", "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式", "公开层级"];
    private static readonly string[] Good = ["义务教育", "1", "招生管理", "招生方案", "方案全文", "条例", "20个工作日内", "教育局", "政府网站、两微一端", "全社会", "主动", "县级、乡级"];

    [Fact]
    public void A_filled_in_row_becomes_an_item()
    {
        var table = Read(Plain, Good);

        Assert.Empty(table.Problems);
        var item = Assert.Single(table.Items);
        Assert.Equal("招生方案", item.DisplayText);
        Assert.True(item.Published);
        Assert.Equal(
            """{"Field":{"Text":"义务教育"},"Number":{"Value":1},"FirstLevel":{"Text":"招生管理"},"SecondLevel":{"Text":"招生方案"},"Content":{"Text":"方案全文"},"Basis":{"Text":"条例"},"TimeLimit":{"Text":"20个工作日内"},"Subject":{"Text":"教育局"},"Channels":{"Values":["政府网站","两微一端"]},"Audience":{"Text":"全社会"},"AudienceNote":{"Text":null},"Mode":{"Text":"主动"},"Levels":{"Values":["县级","乡级"]}}""",
            System.Text.RegularExpressions.Regex.Unescape(item.Part("StandardItem")!.ToJsonString()));
    }

    [Fact]
    public void The_national_form_with_two_rows_of_headings_and_printed_boxes_is_read()
    {
        var table = Read(
            ["社会救助领域基层政务公开标准目录"],
            ["序号", "公开事项", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开对象", "公开方式", "公开方式", "公开层级", "公开层级"],
            ["序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "全社会", "特定群众", "主动", "依申请公开", "县级", "乡级"],
            ["1", "低保", "审核", "名单", "办法", "7日内", "乡镇", "■政府网站 □政府公报\n■公开查阅点", "", "村民", "√", "", "", "√"]);

        Assert.Empty(table.Problems);
        var part = Assert.Single(table.Items).As<StandardItemPart>();
        Assert.Equal("社会救助", part.Field);
        Assert.Equal("低保", part.FirstLevel);
        Assert.Equal(["政府网站", "公开查阅点"], part.Json.Child("Channels")!.Texts("Values"));
        Assert.Equal(("特定群体", "村民"), (part.Json.TextField("Audience"), part.Json.TextField("AudienceNote")));
        Assert.Equal("主动", part.Mode);
        Assert.Equal(["乡级"], part.Levels);
    }

    [Theory]
    [InlineData(0, "", 1, "没有填写")]
    [InlineData(1, "一", 2, "不是序号")]
    [InlineData(2, "", 3, "没有填写")]
    [InlineData(5, "", 6, "没有填写")]
    [InlineData(8, "小喇叭", 9, "没有“小喇叭”这个渠道")]
    [InlineData(10, "随便", 11, "应为：主动、依申请")]
    [InlineData(11, "省", 12, "应为：县级、乡级")]
    public void What_is_wrong_is_told_by_row_and_column_and_nothing_comes_in(int column, string text, int at, string message)
    {
        string[] bad = [.. Good];
        bad[column] = text;
        bad[3] = "另一项";

        var table = Read(Plain, Good, bad);

        Assert.Empty(table.Items);
        var problem = Assert.Single(table.Problems);
        Assert.Equal(("t.xlsx", 3, at), (problem.Place.File, problem.Place.Line, problem.Place.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_item_twice_is_told() => Assert.Contains("与第 2 行", Assert.Single(Read(Plain, Good, Good).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_a_heading_is_told() => Assert.Contains("没有找到表头", Assert.Single(Read(["甲", "乙"], ["丙"]).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_is_told() => Assert.Contains("“公开主体”这一列", Assert.Single(Read([.. Plain.Where(name => name != "公开主体")], Good).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_table_gives_the_same_versions_and_a_mended_row_another_of_the_same_item()
    {
        string[] mended = [.. Good];
        mended[6] = "5个工作日内";

        var (first, again, other) = (Read(Plain, Good).Items[0], Read(Plain, Good).Items[0], Read(Plain, mended).Items[0]);

        Assert.Equal(first.ContentItemVersionId, again.ContentItemVersionId);
        Assert.Equal(first.ContentItemId, other.ContentItemId);
        Assert.NotEqual(first.ContentItemVersionId, other.ContentItemVersionId);
    }

    private static ItemTable Read(params string[][] rows) =>
        new StandardItemTable(TimeProvider.System).Read([.. rows.Select((cells, i) => new TableRow(i + 1, cells))], "t.xlsx");
}
