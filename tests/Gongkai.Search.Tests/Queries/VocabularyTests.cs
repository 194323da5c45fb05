using System.Text.Json.Nodes;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Queries;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("老板 → 用人单位、雇主", "老板欠工资", "老板=用人单位/雇主")]
    [InlineData("老板 → 用人单位", "用人单位", "")]
    [InlineData("网络、網路、互联网", "網路", "网路=网络/互联网")]
    [InlineData("电子 → 数码\n电子邮件 → 邮箱", "电子邮件", "电子邮件=邮箱")]
    [InlineData("# 劳动\n老板 => 用人单位", "劳动老板", "老板=用人单位")]
    [InlineData("＃ 劳动、老板\n", "老板", "")]
    [InlineData("→ 用人单位\n老板 →", "老板", "")]
    public void A_line_says_what_means_the_same(string synonyms, string text, string expected)
    {
        var found = Of(synonyms).SynonymsIn(HanFolding.Fold(text));

        Assert.Equal(expected, string.Join(' ', found.Select(one => $"{one.Word}={string.Join('/', one.Others)}")));
    }

    [Fact]
    public void A_text_full_of_words_brings_in_no_more_than_a_query_can_bear()
    {
        var lines = Enumerable.Range(0, 60).Select(i => $"词{(char)('一' + i)} → 甲{(char)('一' + i)}、乙{(char)('一' + i)}");
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"词{(char)('一' + i)}"));

        var found = Of(string.Join('\n', lines)).SynonymsIn(text);

        Assert.Equal(24, found.Sum(one => one.Others.Count));
    }

    private static Vocabulary Of(string synonyms) => Vocabulary.Of(new JsonObject
    {
        ["SearchVocabulary"] = new JsonObject { ["SearchVocabulary"] = new JsonObject { ["Synonyms"] = new JsonObject { ["Text"] = synonyms } } },
    });
}
