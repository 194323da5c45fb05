namespace Gongkai.Content.Tests.Search;

public sealed class VocabularyRulesTests
{
    private const string Sixteen = "一二三四五六七八九十一二三四五六";

    [Theory]
    [InlineData("网络、互联网", "", null)]
    [InlineData("炒鱿鱼", "解除劳动合同", null)]
    [InlineData(Sixteen, "甲", null)]
    [InlineData("甲", Sixteen + Sixteen, null)]
    [InlineData("", "甲", "Left 请写大家怎么说")]
    [InlineData("甲", "", "Right 只有一个词")]
    [InlineData("甲、甲", "", "Right 只有一个词")]
    [InlineData(Sixteen + "七", "甲", "Left “{0}”太长，一个词最多")]
    [InlineData("甲", "a\u0001b", "Right “{0}”里有不能保存的字符")]
    [InlineData("甲\n乙", "丙", "Left “{0}”里有不能保存的字符")]
    [InlineData("甲 → 乙", "丙", "Left “{0}”里不能有箭头")]
    [InlineData("甲", "乙=>丙", "Right “{0}”里不能有箭头")]
    [InlineData("# 甲、乙", "", "Left “{0}”里不能有箭头，也不能以 #")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "", "Left 一行最多")]
    public void Words_that_the_search_would_leave_aside_are_refused(string left, string right, string? expected) =>
        AssertFault(expected, VocabularyRules.OfSynonyms(VocabularyText.WordsOf(left), VocabularyText.WordsOf(right)));

    [Theory]
    [InlineData("公积金、住房公积金", "/entries/1", null)]
    [InlineData("公积金", "1,2,3,4,5,6,7,8,9,10", null)]
    [InlineData("", "a", "Left 请写搜索词")]
    [InlineData("公积金", "", "Right 请写要推荐的内容")]
    [InlineData("公积金", "1,2,3,4,5,6,7,8,9,10,11", "Right 一个搜索词最多推荐")]
    [InlineData("#公积金", "a", "Left “{0}”里不能有箭头")]
    public void Picks_need_a_query_and_items(string left, string right, string? expected) =>
        AssertFault(expected, VocabularyRules.OfPicks(VocabularyText.WordsOf(left), VocabularyText.WordsOf(right)));

    [Fact]
    public void There_is_room_for_so_many_lines_and_headings_take_none()
    {
        var full = string.Join('\n', Enumerable.Repeat("甲、乙", VocabularyRules.MostLines));

        Assert.NotNull(VocabularyRules.OfCount(full));
        Assert.Null(VocabularyRules.OfCount("# 劳动\n" + full[4..]));
    }

    private static void AssertFault(string? expected, VocabularyFault? fault)
    {
        if (expected is null)
            Assert.Null(fault);
        else
            Assert.StartsWith(expected, $"{fault!.Field} {fault.Text}", StringComparison.Ordinal);
    }
}
