using CsCheck;
using Gongkai.Content;
using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Snippets;

namespace Gongkai.Search.Tests.Queries;

public sealed class ParsedQueryTests
{
    private const string Likely = "“”\"「」『』 　\n信息公开公開税5a㎡〔〕[]()*?:~^+-&|!\\/";

    private static readonly Gen<string> Typed =
        Gen.OneOf(Gen.Char, Gen.Int[0, Likely.Length - 1].Select(i => Likely[i]), Gen.Char['\uD800', '\uDFFF']).Array[0, 60].Select(chars => new string(chars));

    [Theory]
    [InlineData("信息 公开", "信息|公开")]
    [InlineData("“信息公开”", "!信息公开")]
    [InlineData("「信息公開」 条例", "!信息公开|条例")]
    [InlineData("\"open data\" 2021", "!open data|2021")]
    [InlineData("“五个坚持”的内容", "“五个坚持”的内容")]
    [InlineData("“没有关上", "“没有关上")]
    [InlineData("关于(", "关于(")]
    [InlineData("*？！", "")]
    public void Spaces_part_terms_and_quotation_marks_hold_them(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', ParsedQuery.Parse(text).Terms.Select(t => (t.IsQuoted ? "!" : "") + t.Folded)));

    [Theory]
    [InlineData("信息公开 -草案", "信息公开", "草案")]
    [InlineData("信息公开 -“征求意见”", "信息公开", "征求意见")]
    [InlineData("2021-2022 -", "2021-2022|-", "")]
    public void A_minus_excludes(string text, string free, string excluded)
    {
        var parsed = ParsedQuery.Parse(text);

        Assert.Equal(free.TrimEnd('-').TrimEnd('|'), string.Join('|', parsed.Terms.Select(term => term.Folded)));
        Assert.Equal(excluded, string.Join('|', parsed.Excluded.Select(term => term.Folded)));
    }

    [Fact]
    public void Field_words_say_what_a_word_is_about()
    {
        var parsed = ParsedQuery.Parse("標題：办法 文号:甲政发[2021]5号 发布机构:市教育局 年份：2021年 停车");

        Assert.Equal(["办法"], parsed.TitleTerms.Select(term => term.Folded));
        Assert.Contains("甲政发|2021|5", parsed.RequiredNumbers!);
        Assert.Equal(["市教育局"], parsed.Issuers);
        Assert.Equal(["2021"], parsed.Years);
        Assert.Equal(["停车"], parsed.Terms.Select(term => term.Folded));
    }

    [Theory]
    [InlineData("请问怎么申请公租房吗？", "申请公租房")]
    [InlineData("申請公租房需要哪些材料", "申请公租房需要|材料")]
    [InlineData("什么？", "什么?")]
    public void Question_words_carry_no_weight(string text, string pieces)
    {
        var term = Assert.Single(ParsedQuery.Parse(text).Terms);

        Assert.Equal(pieces.TrimEnd('?'), string.Join('|', term.Pieces.Select(piece => term.Folded[piece[0].Start..piece[^1].End])));
    }

    [Fact]
    public void Whatever_is_typed_is_read_and_compiled() => Typed.Sample(text =>
    {
        var parsed = ParsedQuery.Parse(text);
        var compiler = new QueryCompiler(RankingWeights.Default, Vocabulary.Empty, places: null);
        _ = compiler.Compile(parsed, relaxed: false).Query.ToString();
        _ = compiler.Compile(parsed, relaxed: true).Query.ToString();
    });

    [Fact]
    public void A_query_of_any_length_has_a_bounded_number_of_tokens() =>
        Assert.InRange(ParsedQuery.Parse(new string('\uFDFA', 100_000)).Terms.Sum(term => term.Tokens.Count), 1, ParsedQuery.LongestText);

    [Fact]
    public void Marks_lie_in_order_apart_and_inside_the_text_whatever_is_searched_in_whatever() => Gen.Select(Typed, Typed.Array[1, 12]).Sample((query, texts) =>
    {
        var text = string.Concat(texts);
        var highlighter = new Highlighter(ParsedQuery.Parse(query));
        AssertWhole(highlighter.Mark(text));
        if (highlighter.Snippet(text) is { } snippet)
            AssertWhole(snippet.Text);
    });

    private static void AssertWhole(MarkedText marked)
    {
        var last = -1;
        foreach (var mark in marked.Marks)
        {
            Assert.True(mark.Start.Value > last, "marks overlap or touch");
            Assert.True(mark.End.Value > mark.Start.Value && mark.End.Value <= marked.Text.Length, "a mark is empty or reaches out of the text");
            last = mark.End.Value;
        }

        _ = marked.ToHtml();
    }
}
