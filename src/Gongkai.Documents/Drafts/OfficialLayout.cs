using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Documents.Blocks;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Drafts;

/// <summary>Finds title, document number, issuer and date where the layout of official documents has them (GB/T 9704—2012), and takes the head off the body.</summary>
internal static partial class OfficialLayout
{
    private const int HeadBlocks = 20;
    private const int TailBlocks = 40;
    private const int LongestTitleLine = 80;
    private const int MostTitleLines = 5;
    private const int LongestIssuer = 40;
    private const char FirstIdeograph = '\u2E80';

    /// <summary>Reads the head and the signature.</summary>
    /// <param name="blocks">The document's blocks; those of the head are taken out.</param>
    /// <param name="notices">Takes what is left out, and what must not be published.</param>
    public static OfficialFacts Read(List<Block> blocks, Notices notices)
    {
        var (number, mark) = TakeHead(blocks, notices);
        var title = TakeTitle(blocks, ref number);
        var (issuer, date) = Signature(blocks);
        return new(title, number, issuer ?? mark, date);
    }

    /// <summary>The red head: whatever stands before the document number, and the number itself.</summary>
    private static (string? Number, string? Mark) TakeHead(List<Block> blocks, Notices notices)
    {
        var end = blocks.Take(HeadBlocks).TakeWhile(block => block is not (TableBlock or ListItemBlock or ParagraphBlock { IsTitle: true })).ToList()
            .FindIndex(block => HeadNumber().IsMatch(TextOf(block)));
        if (end < 0)
            return (null, null);
        string? mark = null;
        foreach (var line in blocks.Take(end).Select(block => Squeeze(TextOf(block))))
        {
            if (Secrecy().IsMatch(line))
                notices.AddWhole($"文件上标有密级“{Notices.Shorten(line)}”。标密的文件不得公开，请先核对", new("版头"));
            else if (line.EndsWith("文件", StringComparison.Ordinal) && line.Length is > 2 and <= LongestIssuer)
                mark = line[..^2];
            else if (line.Length > 0)
                notices.AddWhole($"版头里的“{Notices.Shorten(line)}”没有带入", new("版头"));
        }

        var text = TextOf(blocks[end]);
        var signer = Signer().Match(text);
        if (signer.Success)
            notices.AddWhole($"版头里的“{signer.Value.Trim()}”没有带入", new("版头"));
        blocks.RemoveRange(0, end + 1);
        return (NumberIn(text), mark);
    }

    /// <summary>The lines of the title, and the number that stands in brackets under that of some documents.</summary>
    private static string TakeTitle(List<Block> blocks, ref string? number)
    {
        var styled = blocks.FindIndex(0, Math.Min(HeadBlocks, blocks.Count), block => block is ParagraphBlock { IsTitle: true });
        var first = styled >= 0 ? styled : 0;
        var lines = new List<string>();
        while (first < blocks.Count && lines.Count < MostTitleLines && Squeeze(TextOf(blocks[first])) is { Length: > 0 and <= LongestTitleLine } line && IsTitleLine(blocks[first], lines.Count == 0, styled >= 0))
        {
            blocks.RemoveAt(first);
            if (lines.Count > 0 && number is null && NumberIn(line) is { } under && line.Length <= under.Length + 2)
                number = under;
            else
                lines.Add(line);
        }

        return string.Concat(lines);
    }

    private static bool IsTitleLine(Block block, bool isFirst, bool isStyled) => block switch
    {
        ParagraphBlock { IsTitle: true } => true,
        ParagraphBlock { Alignment: Alignment.Center } => true,
        HeadingBlock { Alignment: Alignment.Center } => true,
        // Without layout, the first line or heading; a sentence or an address is none.
        HeadingBlock => isFirst && !isStyled,
        ParagraphBlock paragraph => isFirst && !isStyled && Inlines.TextOf(paragraph.Inlines) is { Length: <= LongestTitleLine } text && text.TrimEnd()[^1] is not ('。' or '：' or ':' or '；' or '，'),
        _ => false,
    };

    /// <summary>The day that stands alone near the end, and who stands above it. Both stay in the body.</summary>
    private static (string? Issuer, DateOnly? Date) Signature(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - TailBlocks); i--)
        {
            if (blocks[i] is not ParagraphBlock paragraph || ChineseDate.Read(Squeeze(Inlines.TextOf(paragraph.Inlines))) is not { } date)
                continue;
            var above = i > 0 && blocks[i - 1] is ParagraphBlock before ? Squeeze(TextOf(before)) : "";
            return (above.Length is > 1 and <= LongestIssuer && Body().IsMatch(above) ? above : null, date);
        }

        return (null, null);
    }

    private static string? NumberIn(string text) =>
        Number().Match(text) is { Success: true } match ? $"{Squeeze(match.Groups["word"].Value)}〔{Digits(match.Groups["year"].Value)}〕{Digits(match.Groups["number"].Value)}号" : null;

    private static string Digits(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    private static string TextOf(Block block) => block switch
    {
        ParagraphBlock paragraph => Inlines.TextOf(paragraph.Inlines),
        HeadingBlock heading => Inlines.TextOf(heading.Inlines),
        _ => "",
    };

    /// <summary>Without the spaces that spread a line.</summary>
    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Where(c => c != '\n'))
        {
            while (c >= FirstIdeograph && squeezed.Length > 1 && char.IsWhiteSpace(squeezed[^1]) && squeezed.ToString().TrimEnd() is { Length: > 0 } before && before[^1] >= FirstIdeograph)
                squeezed.Length = before.Length;
            squeezed.Append(c);
        }

        return squeezed.ToString();
    }

    [GeneratedRegex(@"(?<word>[\p{IsCJKUnifiedIdeographs}][\p{IsCJKUnifiedIdeographs}\s（）()]{0,20})[〔\[［【（(]\s*(?<year>(?:19|20|１９|２０)[0-9０-９]{2})\s*[〕\]］】）)]\s*第?\s*(?<number>[0-9０-９]{1,5})\s*号", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    // The number alone in its line, but for the one who signs.
    [GeneratedRegex(@"^\s*[\p{IsCJKUnifiedIdeographs}][\p{IsCJKUnifiedIdeographs}\s（）()]{0,20}[〔\[［【（(]\s*(?:19|20|１９|２０)[0-9０-９]{2}\s*[〕\]］】）)]\s*第?\s*[0-9０-９]{1,5}\s*号\s*(?:签发人.{0,40})?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HeadNumber();

    [GeneratedRegex(@"签发人.{0,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Signer();

    [GeneratedRegex(@"^(?:\d{6})?(?:绝密|机密|秘密)(?:★|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Secrecy();

    [GeneratedRegex(@"(?:政府|办公厅|办公室|委员会|局|厅|部|院|署|中心|处|会|队|所|站|公司|集团|大学|医院|学校|管理局)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Body();
}

/// <summary>What the layout says of a document.</summary>
internal sealed record OfficialFacts(string Title, string? Number, string? Issuer, DateOnly? Date);
