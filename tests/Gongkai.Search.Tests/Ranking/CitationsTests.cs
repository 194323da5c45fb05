using Gongkai.Search.Ranking;

namespace Gongkai.Search.Tests.Ranking;

public sealed class CitationsTests
{
    private const long Nobody = 0;

    [Theory]
    [InlineData("中华人民共和国商标法", "依照《商标法》")]
    [InlineData("商标法（2019年修正）", "依照《中华人民共和国商标法》")]
    [InlineData("中華人民共和國商標法", "依照《商標法》")]
    [InlineData("中华人民共和国民法典 合同编", "依照《民法典》")]
    [InlineData("“１＋Ｎ”办法", "依照《“1+n”办法》")]
    public void A_text_names_a_document_by_its_title(string title, string text) => Assert.Contains(Citations.KeyOf(title), Citations.In(text, Nobody));

    [Theory]
    [InlineData("商標法", "依照《商标法》")]
    [InlineData("商标法", "依照《商標法》")]
    [InlineData("商标法", "依照《商标法实施条例》")]
    public void Another_law_is_not_meant(string title, string text) => Assert.DoesNotContain(Citations.KeyOf(title), Citations.In(text, Nobody));

    [Fact]
    public void A_text_does_not_name_itself() => Assert.Empty(Citations.In("《商标法》所称商标", Citations.KeyOf("商标法")));
}
