using CsCheck;
using Gongkai.Content;
using Gongkai.Search.Queries;
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
    [InlineData("“五个坚持”指什么", "“五个坚持”指什么")]
    [InlineData("“没有关上", "“没有关上")]
    [InlineData("关于(", "关于(")]
    [InlineData("*？！", "")]
    public void Spaces_part_terms_and_quotation_marks_hold_them(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', ParsedQuery.Parse(text).Terms.Select(t => (t.IsQuoted ? "!" : "") + t.Folded)));

    [Fact]
    public void Whatever_is_typed_is_read_and_compiled() => Typed.Sample(text =>
    {
        var parsed = ParsedQuery.Parse(text);
        _ = QueryCompiler.Compile(parsed, relaxed: false).ToString();
        _ = QueryCompiler.Compile(parsed, relaxed: true).ToString();
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
