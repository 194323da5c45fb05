namespace Gongkai.Content;

/// <summary>A line of one of the lists of a site's search vocabulary.</summary>
/// <param name="Number">Its number in the text, from 0.</param>
/// <param name="Text">The line as it stands there, without white space around it.</param>
/// <param name="Left">The words before the arrow: what people type.</param>
/// <param name="Right">The words after it: what is found too; in the picks what comes first. Empty without an arrow.</param>
public sealed record VocabularyLine(int Number, string Text, IReadOnlyList<string> Left, IReadOnlyList<string> Right)
{
    /// <summary>Whether it is a heading for whoever edits the list: it begins with <c>#</c>.</summary>
    public bool IsHeading => Text.Length > 0 && Text[0] is '#' or '＃';

    /// <summary>What a heading says.</summary>
    public string Heading => Text.TrimStart('#', '＃').Trim();
}

/// <summary>The lists of a site's search vocabulary as they are stored: a text with a line each. The search reads them so, and editors change them line by line.</summary>
/// <remarks>
/// They are the fields <see cref="Synonyms"/> and <see cref="Picks"/> of the custom settings <see cref="SettingsName"/>: <c>网络、互联网、網路</c> mean the same; <c>炒鱿鱼 → 解除劳动合同</c>
/// finds the right side, too, but not the other way round; in the picks <c>公积金、住房公积金 → 条目编号或地址</c>.
/// </remarks>
public static class VocabularyText
{
    /// <summary>The name of the settings, of their type and of its part.</summary>
    public const string SettingsName = "SearchVocabulary";

    /// <summary>The field of the synonyms.</summary>
    public const string Synonyms = "Synonyms";

    /// <summary>The field of the picks.</summary>
    public const string Picks = "Picks";

    /// <summary>The heading below which lines go that are added one by one.</summary>
    public const string OwnHeading = "后来添加的";

    private const string Arrow = "→";
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '|'];

    /// <summary>The lines of a text that say something, headings among them.</summary>
    public static IEnumerable<VocabularyLine> Read(string text) =>
        text.Split('\n').Select((line, number) => (Text: line.Trim(), Number: number)).Where(line => line.Text.Length > 0).Select(line => LineOf(line.Number, line.Text));

    /// <summary>The words that somebody typed, parted by <c>、</c> or another of the separators.</summary>
    public static IReadOnlyList<string> WordsOf(string text) => text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A line as <see cref="Read"/> reads it.</summary>
    public static string Format(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        right.Count == 0 ? string.Join('、', left) : $"{string.Join('、', left)} {Arrow} {string.Join('、', right)}";

    /// <summary>The text with a line more, below the heading of those that were added.</summary>
    public static string Add(string text, string line)
    {
        var lines = text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n').ToList();
        var heading = lines.FindLastIndex(one => LineOf(0, one.Trim()) is { IsHeading: true, Heading: OwnHeading });
        if (heading < 0)
            return string.Join('\n', [.. lines, "# " + OwnHeading, line]);
        var next = lines.FindIndex(heading + 1, one => LineOf(0, one.Trim()).IsHeading);
        lines.Insert(next < 0 ? lines.Count : next, line);
        return string.Join('\n', lines);
    }

    /// <summary>The text with another line in the place of one; without it when there is none.</summary>
    public static string Replace(string text, int number, string? line)
    {
        var lines = text.Split('\n').ToList();
        if (line is null)
            lines.RemoveAt(number);
        else
            lines[number] = line;
        return string.Join('\n', lines);
    }

    private static VocabularyLine LineOf(int number, string text)
    {
        var sides = text.Replace("=>", Arrow, StringComparison.Ordinal).Split(Arrow);
        return new(number, text, WordsOf(sides[0]), sides.Length > 1 ? WordsOf(sides[1]) : []);
    }
}
