using Gongkai.Search.Text;
using Lucene.Net.Analysis.TokenAttributes;

namespace Gongkai.Search.Tests.Text;

public sealed class TokenScannerTests
{
    [Theory]
    [InlineData("信息公开", "信息@0 息公@1 公开@2")]
    [InlineData("信息，公开", "信息@0 公开@3")]
    [InlineData("信 息\n公　开", "信息@0 息公@1 公开@2")]
    [InlineData("总则\n\n第一", "总则@0 第一@3")]
    [InlineData("依据第5条规定", "依据@0 据第@1 第@2 5@3 条@4 条规@4 规定@5")]
    [InlineData("Open Data 2021", "open@0 data@1 2021@2")]
    [InlineData("pm2.5", "pm@0 2@1 5@3")]
    [InlineData("税", "税@0")]
    [InlineData("𠮷野家", "𠮷野@0 野家@1")]
    [InlineData("……，。", "")]
    public void Text_is_cut_into_tokens_with_positions(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', TokenScanner.Scan(HanFolding.Fold(text)).Select(t => $"{t.TextIn(HanFolding.Fold(text))}@{t.Position}")));

    [Fact]
    public void The_analyzer_gives_the_offsets_of_the_original()
    {
        using var analyzer = new FoldedBigramAnalyzer(characters: false);
        using var stream = analyzer.GetTokenStream("text", "共㎡，公 开");
        var (term, offset) = (stream.AddAttribute<ICharTermAttribute>(), stream.AddAttribute<IOffsetAttribute>());
        var tokens = new List<string>();

        stream.Reset();
        while (stream.IncrementToken())
            tokens.Add($"{term} {offset.StartOffset}-{offset.EndOffset}");

        Assert.Equal(["共 0-1", "m 1-2", "2 1-2", "公开 3-6"], tokens);
    }

    [Fact]
    public void A_run_without_end_is_cut()
    {
        var tokens = TokenScanner.Scan(new string('a', 100_000));

        Assert.All(tokens, token => Assert.True(token.FirstLength <= 64));
        Assert.Equal(100_000, tokens.Sum(token => token.FirstLength));
    }
}
