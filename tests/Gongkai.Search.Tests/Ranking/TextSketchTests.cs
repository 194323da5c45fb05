using Gongkai.Search.Ranking;

namespace Gongkai.Search.Tests.Ranking;

public sealed class TextSketchTests
{
    // Some six hundred characters without a period, different for each seed.
    private static string Text(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 600).Select(_ => (char)random.Next(0x4E00, 0x9000)));
    }

    [Fact]
    public void A_text_and_the_notice_that_passes_it_on_are_twins()
    {
        var text = Text(1);

        Assert.True(TextSketch.AreTwins(TextSketch.Of(text), TextSketch.Of("各县（区）人民政府，市各有关单位：现将上级文件转发给你们，请认真贯彻执行。" + text)));
    }

    [Fact]
    public void Script_width_and_punctuation_do_not_part_twins()
    {
        var text = string.Concat(Enumerable.Repeat("关于做好政府信息公开工作的通知", 1)) + Text(2);

        Assert.True(TextSketch.AreTwins(TextSketch.Of(text), TextSketch.Of(text.Replace("关于", "關於").Replace("通知", "通知。 "))));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public void Different_texts_are_none(int one, int other) => Assert.False(TextSketch.AreTwins(TextSketch.Of(Text(one)), TextSketch.Of(Text(other))));

    [Fact]
    public void Texts_with_half_in_common_are_none()
    {
        var common = Text(5)[..300];

        Assert.False(TextSketch.AreTwins(TextSketch.Of(common + Text(6)[..300]), TextSketch.Of(common + Text(7)[..300])));
    }

    [Fact]
    public void A_short_text_has_no_twins()
    {
        var sketch = TextSketch.Of("关于放假的通知");

        Assert.Empty(sketch);
        Assert.False(TextSketch.AreTwins(sketch, sketch));
    }
}
