using CsCheck;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Help;

public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly string[] Bits = ["住房", "公鸡金", "信息", "公升", "gjj", " ", "“", "-", "𠮷", "\ud842", "\0", "ﷺ", "2021", "号"];

    private readonly SiteInMemory _site = new();

    public async Task InitializeAsync()
    {
        await _site.CatchUp();
        await _site.Publish(
            Entry("a", "住房公积金管理条例", "缴存和提取。"), Entry("b", "关于公积金提取的通知"), Entry("c", "政府信息公开条例"), Entry("d", "最低生活保障办法"),
            Entry("e", "不动产登记"), Entry("hidden", "军事秘密目录", mode: "依申请公开"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("公鸡金", "公积金")]
    [InlineData("公雞金", "公积金")]
    [InlineData("住房公鸡金提取", "住房公积金提取")]
    [InlineData("政府信息公升", "政府信息公开")]
    [InlineData("政府信公开", "政府信息公开")]
    [InlineData("政府信息息公开", "政府信息公开")]
    [InlineData("政府息信公开", "政府信息公开")]
    [InlineData("最底生活保障", "最低生活保障")]
    [InlineData("不动产等级", "不动产登记")]
    [InlineData("gongjijin", "公积金")]
    [InlineData("gong ji jin", "公积金")]
    [InlineData("zfxxgk", "政府信息公开")]
    [InlineData("公鸡金 办法", "公积金 办法")]
    [InlineData("请问公鸡金怎么提取？", "公积金 提取")]
    public async Task What_sounds_the_same_or_differs_by_a_character_is_what_was_meant(string query, string meant)
    {
        await _site.Publish(Entry("z", "公积金提取办法"));

        Assert.Equal(meant, _site.Help.Correct(query, 0));
    }

    [Theory]
    [InlineData("公积金")]
    [InlineData("完全不相干之词")]
    [InlineData("怎么申请政府信息公开")]
    [InlineData("公积金生活保障")]
    [InlineData("公积金吧")]
    [InlineData("军事秘蜜目录")]
    [InlineData("jsmm")]
    [InlineData("abc")]
    [InlineData("税")]
    [InlineData("？！")]
    [InlineData("")]
    public void What_is_right_unknown_or_not_public_is_left(string query) => Assert.Null(_site.Help.Correct(query, 0));

    [Fact]
    public async Task What_was_withdrawn_is_proposed_no_more()
    {
        await _site.Withdraw("e");

        Assert.Null(_site.Help.Correct("不动产等级", 0));
    }

    [Fact]
    public void A_correction_that_finds_no_more_than_the_query_is_none() => Assert.Null(_site.Help.Correct("不动产等级登记", 1));

    [Fact]
    public void Whatever_is_asked_gets_an_answer() =>
        Gen.Int[0, 13].Select(i => Bits[i]).Array[0, 14].Select(string.Concat)
            .Sample(query => _ = _site.Help.Correct(query, 0), iter: 200);
}
