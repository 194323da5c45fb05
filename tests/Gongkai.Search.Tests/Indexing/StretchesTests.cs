using Gongkai.Search.Indexing;

namespace Gongkai.Search.Tests.Indexing;

public sealed class StretchesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("短")]
    [InlineData("句子。")]
    [InlineData("𠮷")]
    [InlineData("行\n")]
    public void Stretches_are_the_text_whole_and_in_order(string repeated)
    {
        var text = "x" + string.Concat(Enumerable.Repeat(repeated, 9000));

        var stretches = Stretches.Of(text).ToList();

        Assert.Equal(text, string.Concat(stretches));
        Assert.All(stretches, stretch => Assert.False(char.IsLowSurrogate(stretch[0])));
        Assert.Equal(stretches.Select(stretch => (ushort)stretch.Length), Stretches.ReadLengths(Stretches.StoreLengths(stretches)).ToArray());
    }

    [Fact]
    public void A_long_text_is_cut_at_the_end_of_a_sentence()
    {
        var stretches = Stretches.Of(string.Concat(Enumerable.Repeat(new string('长', 700) + "。", 20))).ToList();

        Assert.All(stretches, stretch => Assert.EndsWith("。", stretch, StringComparison.Ordinal));
    }
}
