namespace Gongkai.Content.Tests.Search;

public sealed class VocabularyTextTests
{
    [Theory]
    [InlineData("网络、網路,互联网", "网络/網路/互联网", "")]
    [InlineData(" 炒鱿鱼 → 解除劳动合同；裁员 ", "炒鱿鱼", "解除劳动合同/裁员")]
    [InlineData("老板 => 用人单位|雇主", "老板", "用人单位/雇主")]
    [InlineData("老板 →", "老板", "")]
    [InlineData("→ 用人单位", "", "用人单位")]
    [InlineData("甲 → 乙 → 丙", "甲", "乙")]
    public void A_line_has_two_sides(string text, string left, string right)
    {
        var line = Assert.Single(VocabularyText.Read(text));

        Assert.Equal((left, right, false), (string.Join('/', line.Left), string.Join('/', line.Right), line.IsHeading));
    }

    [Fact]
    public void Lines_keep_their_numbers_and_headings_are_told()
    {
        var lines = VocabularyText.Read("# 劳动\n\n老板 → 雇主\r\n＃ 房屋\n  \n过户、转移登记").ToList();

        Assert.Equal([(0, "劳动"), (2, ""), (3, "房屋"), (5, "")], lines.Select(line => (line.Number, line.IsHeading ? line.Heading : "")));
        Assert.Equal("老板 → 雇主", lines[1].Text);
    }

    [Theory]
    [InlineData("", "甲、乙", "# 后来添加的\n甲、乙")]
    [InlineData("# 劳动\n老板、雇主\n", "甲、乙", "# 劳动\n老板、雇主\n# 后来添加的\n甲、乙")]
    [InlineData("# 后来添加的\n甲、乙", "丙、丁", "# 后来添加的\n甲、乙\n丙、丁")]
    [InlineData("# 后来添加的\n甲、乙\n# 劳动\n老板、雇主", "丙、丁", "# 后来添加的\n甲、乙\n丙、丁\n# 劳动\n老板、雇主")]
    public void What_is_added_stands_below_its_own_heading(string text, string line, string expected) => Assert.Equal(expected, VocabularyText.Add(text, line));

    [Theory]
    [InlineData(0, "丙", "丙\n乙")]
    [InlineData(1, null, "甲")]
    [InlineData(0, null, "乙")]
    public void A_line_is_replaced_or_taken_away(int number, string? line, string expected) => Assert.Equal(expected, VocabularyText.Replace("甲\n乙", number, line));

    [Theory]
    [InlineData("网络、互联网", "")]
    [InlineData("炒鱿鱼", "解除劳动合同、裁员")]
    public void What_is_written_is_read_again(string left, string right)
    {
        var line = Assert.Single(VocabularyText.Read(VocabularyText.Format(VocabularyText.WordsOf(left), VocabularyText.WordsOf(right))));

        Assert.Equal((left, right), (string.Join('、', line.Left), string.Join('、', line.Right)));
    }
}
