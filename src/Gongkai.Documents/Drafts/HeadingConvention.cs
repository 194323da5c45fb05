using System.Text.RegularExpressions;
using Gongkai.Documents.Blocks;

namespace Gongkai.Documents.Drafts;

/// <summary>Finds the headings of documents that have no heading styles, by the numbers that official documents use: 一、（一）1. (GB/T 9704—2012, 7.3.3), 第一章.</summary>
internal static partial class HeadingConvention
{
    private const int Longest = 40;

    /// <summary>The blocks with such paragraphs as headings.</summary>
    public static List<Block> Apply(IReadOnlyList<Block> blocks)
    {
        var applied = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            applied.Add(blocks[i] is ParagraphBlock { Alignment: not Alignment.End } paragraph && LevelOf(paragraph, i + 1 < blocks.Count ? blocks[i + 1] : null) is > 0 and var level
                ? new HeadingBlock(level, Inlines.Plain(paragraph.Inlines), paragraph.Alignment)
                : blocks[i]);
        }

        return applied;
    }

    private static int LevelOf(ParagraphBlock paragraph, Block? next)
    {
        var text = Inlines.TextOf(paragraph.Inlines).Trim();
        // A sentence that begins with a number is a sentence.
        if (text.Length is 0 or > Longest || text.AsSpan().IndexOfAny("。；，：:") >= 0 || text.Contains('\n', StringComparison.Ordinal) || paragraph.Inlines.Any(inline => inline is PictureInline))
            return 0;
        if (Chapter().IsMatch(text) || First().IsMatch(text))
            return 2;
        if (Section().IsMatch(text) || Second().IsMatch(text))
            return 3;
        // 1. is a heading where text follows, an entry where the next number follows.
        return Third().IsMatch(text) && next is ParagraphBlock below && Inlines.TextOf(below.Inlines).Trim() is { Length: > 0 } following && !Third().IsMatch(following) && following.Contains('。', StringComparison.Ordinal)
            ? 4
            : 0;
    }

    [GeneratedRegex(@"^第[一二三四五六七八九十百]+[章编]", RegexOptions.NonBacktracking)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^第[一二三四五六七八九十百]+节", RegexOptions.NonBacktracking)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[一二三四五六七八九十百]+、\S", RegexOptions.NonBacktracking)]
    private static partial Regex First();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十百]+[）)]\s*\S", RegexOptions.NonBacktracking)]
    private static partial Regex Second();

    [GeneratedRegex(@"^[0-9]{1,2}[.．、]\s*\D", RegexOptions.NonBacktracking)]
    private static partial Regex Third();
}
