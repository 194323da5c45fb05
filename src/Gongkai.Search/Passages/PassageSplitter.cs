using System.Runtime.InteropServices;
using Gongkai.Content;

namespace Gongkai.Search.Passages;

/// <summary>Splits a text into passages: at articles (第十二条), at headings, and what is longer than a screen at the ends of sentences.</summary>
internal static class PassageSplitter
{
    /// <summary>A window of running text, in characters; with less a passage says too little, with more it says too much.</summary>
    private const int Window = 400;

    /// <summary>Articles are kept whole up to here.</summary>
    private const int LongestArticle = 900;

    private const int LongestHeading = 40;
    private const int LongestLabel = 60;
    private const int MostPassages = 4000;
    private const int LevelOfEnumeration = 8;

    /// <summary>The passages of a stretch of the text, appended to those before it.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the stretch begins.</param>
    /// <param name="marks">The marks in it, in order.</param>
    /// <param name="passages">Takes the passages.</param>
    public static void Split(string text, int from, IReadOnlyList<HtmlMark> marks, List<Passage> passages)
    {
        var headings = new Stack<(int Level, int Place)>();
        var cuts = Cuts(text, from, marks);
        for (var i = 0; i < cuts.Count && passages.Count < MostPassages; i++)
        {
            var cut = cuts[i];
            var end = i + 1 < cuts.Count ? cuts[i + 1].Start : text.Length;
            if (cut.Level > 0)
            {
                while (headings.Count > 0 && headings.Peek().Level >= cut.Level)
                    headings.Pop();
                var parent = headings.Count > 0 ? headings.Peek().Place : -1;
                headings.Push((cut.Level, passages.Count));
                var body = EndOfParagraph(text, cut.Start, end);
                passages.Add(new(cut.Start, parent, cut.Anchor, cut.Label));
                AddWindows(text, body, end, Window, headings.Peek().Place, cut, passages);
            }
            else
            {
                AddWindows(text, cut.Start, end, cut.IsArticle ? LongestArticle : Window, headings.Count > 0 ? headings.Peek().Place : -1, cut, passages);
            }
        }
    }

    /// <summary>Cuts a text that is not on the item's page into passages of one name.</summary>
    public static void Cut(string text, int start, int end, string label, List<Passage> passages)
    {
        if (passages.Count < MostPassages)
            AddWindows(text, start, end, Window, -1, new(start, 0, null, label, false), passages);
    }

    private static List<Place> Cuts(string text, int from, IReadOnlyList<HtmlMark> marks)
    {
        var cuts = new List<Place> { new(from, 0, null, null, false) };
        var mark = 0;
        for (var start = SkipSpace(text, from); start < text.Length; start = SkipSpace(text, EndOfParagraph(text, start, text.Length)))
        {
            var end = EndOfParagraph(text, start, text.Length);
            var first = mark;
            while (mark < marks.Count && marks[mark].Start < end)
                mark++;
            var line = text.AsSpan(start, end - start);
            var own = first < mark && SkipSpace(text, marks[first].Start) == start ? marks[first] : default;
            var article = ArticleNumber.At(line);
            if (own.HeadingLevel > 0)
                Add(new(start, own.HeadingLevel, own.Id, Label(line), false));
            else if (article is { } number && (own.Id is not null || (number.Length < line.Length && char.IsWhiteSpace(line[number.Length]))))
                Add(new(start, 0, own.Id, line[..number.Length].ToString(), true));
            else if (TextHeadingLevel(line, cuts[^1].IsArticle) is > 0 and var level)
                Add(new(start, level, own.Id, Label(line), false));
            // Articles in a text that lost its line breaks.
            for (var inner = own.Id is null && own.HeadingLevel == 0 ? first : first + 1; inner < mark; inner++)
            {
                if (ArticleNumber.At(text.AsSpan(marks[inner].Start)) is { } run && marks[inner].Id is { } id)
                    Add(new(marks[inner].Start, 0, id, text.Substring(marks[inner].Start, run.Length), true));
            }
        }

        return cuts;

        void Add(Place cut)
        {
            if (cuts[^1].Start == cut.Start)
                cuts[^1] = cut;
            else
                cuts.Add(cut);
        }
    }

    private static void AddWindows(string text, int start, int end, int longest, int parent, Place cut, List<Passage> passages)
    {
        if (start >= end || text.AsSpan(start, end - start).IsWhiteSpace())
            return;
        passages.Add(new(start, parent, cut.Anchor, cut.Label));
        while (end - start > longest + (longest / 2) && passages.Count < MostPassages)
        {
            start = Break(text, start + Math.Min(longest, Window), end);
            if (start < end)
                passages.Add(new(start, parent, cut.Anchor, cut.Label));
        }
    }

    /// <summary>The first end of a sentence or paragraph after a place.</summary>
    private static int Break(string text, int at, int end)
    {
        var found = text.AsSpan(at, end - at).IndexOfAny('。', '；', '\n');
        return found < 0 ? end : at + found + 1;
    }

    private static int TextHeadingLevel(ReadOnlySpan<char> line, bool isInArticle)
    {
        if (line.Length > LongestHeading || line.IndexOfAny('。', '；', '，') >= 0)
            return 0;
        if (line[0] == '第')
        {
            for (var i = 1; i < Math.Min(line.Length, 8); i++)
            {
                if (line[i] is '编' or '編' or '章' or '节' or '節')
                    return line[i] is '编' or '編' ? 1 : line[i] == '章' ? 2 : 3;
            }
        }

        return !isInArticle && line.Length > 2 && ((IsNumeral(line[0]) && line[..Math.Min(4, line.Length)].Contains('、')) || (line[0] is '（' or '(' && IsNumeral(line[1])))
            ? LevelOfEnumeration + (line[0] is '（' or '(' ? 1 : 0)
            : 0;
    }

    private static bool IsNumeral(char c) => "一二三四五六七八九十".Contains(c, StringComparison.Ordinal);

    private static string Label(ReadOnlySpan<char> line) => (line.Length > LongestLabel ? line[..LongestLabel] : line).Trim().ToString();

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static int EndOfParagraph(string text, int start, int end) => text.AsSpan(start, end - start).IndexOf('\n') is >= 0 and var length ? start + length : end;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Start, int Level, string? Anchor, string? Label, bool IsArticle);
}
