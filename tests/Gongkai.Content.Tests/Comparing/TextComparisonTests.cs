using CsCheck;

namespace Gongkai.Content.Tests;

public sealed class TextComparisonTests
{
    /// <summary>Written as [-taken out-] and {+put in+}, lines apart by |.</summary>
    [Theory]
    [InlineData("", "", "")]
    [InlineData("甲", "甲", "甲 = 甲")]
    [InlineData("", "甲", "∅ = {+甲+}")]
    [InlineData("甲", "", "[-甲-] = ∅")]
    [InlineData("第三条 应当公开。", "第三条 可以公开。", "第三条 [-应当-]公开。 = 第三条 {+可以+}公开。")]
    [InlineData("自2025年3月1日起施行", "自2026年3月1日起施行", "自[-2025-]年3月1日起施行 = 自{+2026+}年3月1日起施行")]
    [InlineData("see the old annex", "see the new annex", "see the [-old-] annex = see the {+new+} annex")]
    [InlineData("a\nb\nc", "a\nc", "a = a|[-b-] = ∅|c = c")]
    [InlineData("a\nc", "a\nb\nc", "a = a|∅ = {+b+}|c = c")]
    [InlineData("a\r\nb", "a\nb", "a = a|b = b")]
    [InlineData("公开目录", "预算决算情况", "[-公开目录-] = ∅|∅ = {+预算决算情况+}")]
    [InlineData("𠮷林𠮷", "𠮷林", "𠮷林[-𠮷-] = 𠮷林")]
    public void Changes_are_marked_by_characters_and_words(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextComparison.Of(before, after).Lines.Select(Written)));

    [Fact]
    public void Each_side_holds_its_whole_text_whatever_was_written() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var compared = TextComparison.Of(before, after);

        Assert.Equal(before, string.Join('\n', compared.Lines.Where(line => line.Before is not null).Select(line => string.Concat(line.Before!.Select(piece => piece.Text)))));
        Assert.Equal(after, string.Join('\n', compared.Lines.Where(line => line.After is not null).Select(line => string.Concat(line.After!.Select(piece => piece.Text)))));
        Assert.Equal(before != after, compared.IsChanged);
    });

    [Fact]
    public void Texts_too_large_to_compare_finely_are_compared_all_the_same()
    {
        var before = string.Join('\n', Enumerable.Range(0, 6000).Select(i => $"旧 {i}"));
        var after = string.Join('\n', Enumerable.Range(0, 6000).Select(i => $"新 {i}")) + '\n' + new string('长', 100_000);

        var compared = TextComparison.Of(before, after);

        Assert.True(compared.IsChanged);
        Assert.Contains(compared.Lines, line => line.After?[0].Text.Length == 100_000);
    }

    [Fact]
    public void An_excerpt_leaves_out_what_is_far_from_changes()
    {
        var compared = TextComparison.Of("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\n五\n6\n7\n8\n9");

        Assert.Equal(["…", "4 = 4", "[-5-] = ∅", "∅ = {+五+}", "6 = 6", "…"], compared.Excerpt(1).Select(line => line is null ? "…" : Written(line)));
        Assert.Equal(["…"], TextComparison.Of("甲\n乙", "甲\n乙").Excerpt(2).Select(line => line is null ? "…" : Written(line)));
    }

    private static readonly string[] Elements = ["甲", "乙", "丙", "a", "b", "12", " ", "\n", "𠮷", "，"];

    private static Gen<string> Text { get; } = Gen.Int[0, Elements.Length - 1].Array[0, 40].Select(places => string.Concat(places.Select(place => Elements[place])));

    private static string Written(ComparedLine line) => $"{Side(line.Before)} = {Side(line.After)}";

    private static string Side(IReadOnlyList<TextPiece>? pieces) => pieces is null ? "∅" : string.Concat(pieces.Select(piece => piece.Kind switch
    {
        PieceKind.Removed => $"[-{piece.Text}-]",
        PieceKind.Added => $"{{+{piece.Text}+}}",
        _ => piece.Text,
    }));
}
