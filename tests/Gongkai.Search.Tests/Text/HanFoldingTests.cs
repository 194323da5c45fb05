using Gongkai.Search.Text;

namespace Gongkai.Search.Tests.Text;

public sealed class HanFoldingTests
{
    [Theory]
    [InlineData("資訊公開條例", "资讯公开条例")]
    [InlineData("衞生準則藉著甚麼", "卫生准则借着什么")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("面积㎡", "面积m2")]
    [InlineData("①㈠Ⅳ…", "1(一)iv...")]
    [InlineData("\uF900", "岂")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("零\u200B宽", "零宽")]
    public void Text_folds_to_one_script_width_and_case(string text, string folded) => Assert.Equal(folded, HanFolding.Fold(text));

    [Fact]
    public void Every_ideograph_folds_to_one_that_folds_to_itself()
    {
        var unsteady = Enumerable.Range(0x3400, 0xA000 - 0x3400).Select(i => ((char)i).ToString())
            .Where(c => HanFolding.Fold(c).Length != 1 || HanFolding.Fold(HanFolding.Fold(c)) != HanFolding.Fold(c));

        Assert.Empty(unsteady);
    }

    [Fact]
    public void Every_folded_character_knows_its_place_in_the_original()
    {
        var buffer = new FoldingBuffer();

        buffer.Fold("共12㎡Ａ地");

        Assert.Equal("共12m2a地", buffer.Folded.ToString());
        Assert.Equal([0, 1, 2, 3, 3, 4, 5], Enumerable.Range(0, 7).Select(buffer.Start));
        Assert.Equal(4, buffer.End(4));
        Assert.Equal(4, buffer.End(5));
    }

    [Fact]
    public void A_reused_buffer_forgets_the_text_before()
    {
        var buffer = new FoldingBuffer();
        buffer.Fold("㎡㎡㎡很长的一段");

        buffer.Fold("公开");

        Assert.Equal("公开", buffer.Folded.ToString());
        Assert.Equal(1, buffer.Start(1));
    }

    [Fact]
    public void What_is_typed_in_either_script_folds_alike()
    {
        var complicate = ICU4N.Text.Transliterator.GetInstance("Simplified-Traditional");
        var apart = Enumerable.Range(0x4E00, 0x5200).Select(c => ((char)c).ToString()).Where(c => HanFolding.Fold(complicate.Transliterate(c)) != HanFolding.Fold(c));

        Assert.Equal("", string.Join(' ', apart.Select(c => c + complicate.Transliterate(c))));
    }
}
