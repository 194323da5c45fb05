using System.Globalization;
using System.Xml.Linq;
using Gongkai.Documents.Blocks;
using static Gongkai.Documents.Word.WordXml;

namespace Gongkai.Documents.Word;

/// <summary>What the styles of a document say of its paragraphs.</summary>
internal sealed class ParagraphStyles
{
    private const int MostSteps = 20;
    private const int FirstHeading = 2;
    private const int LastHeading = 6;
    private static readonly string[] HeadingNames = ["heading ", "标题 ", "標題 "];

    private readonly Dictionary<string, XElement> _styles;

    /// <summary>Reads the part <c>styles.xml</c>.</summary>
    public ParagraphStyles(XElement? root) =>
        _styles = (root?.Elements(W + "style") ?? []).GroupBy(style => (string?)style.Attribute(W + "styleId") ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>What a paragraph is.</summary>
    /// <param name="properties">Its <c>w:pPr</c>; null when it has none.</param>
    public ParagraphLook Of(XElement? properties)
    {
        var chain = Chain(properties.Val("pStyle")).ToList();
        var sources = chain.Select(style => style.Element(W + "pPr")).Prepend(properties).OfType<XElement>().ToList();
        var name = chain.Count > 0 ? chain[0].Val("name") ?? "" : "";
        var numbering = sources.FirstOrDefault(source => source.Element(W + "numPr")?.Element(W + "numId") is not null)?.Element(W + "numPr");
        return new(
            HeadingOf(sources, chain),
            name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name == "标题",
            name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TOC ", StringComparison.Ordinal),
            AlignmentOf(sources.Select(source => source.Val("jc")).FirstOrDefault(value => value is not null)),
            numbering.Val("numId"),
            int.TryParse(sources.Select(source => source.Element(W + "numPr").Val("ilvl")).FirstOrDefault(value => value is not null), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0,
            IsStrong(chain));
    }

    private static bool IsStrong(List<XElement> chain) => chain.Select(style => style.Element(W + "rPr").IsOn("b")).FirstOrDefault(value => value is not null) ?? false;

    private static int HeadingOf(List<XElement> sources, List<XElement> chain)
    {
        if (sources.Select(source => source.Val("outlineLvl")).FirstOrDefault(value => value is not null) is { } outline)
            return int.TryParse(outline, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? Math.Min(level + FirstHeading, LastHeading) : 0;
        foreach (var name in chain.Select(style => style.Val("name") ?? ""))
        {
            if (HeadingNames.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found
                && int.TryParse(name.AsSpan(found.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9)
                return Math.Min(number + FirstHeading - 1, LastHeading);
        }

        return 0;
    }

    private static Alignment AlignmentOf(string? value) => value switch
    {
        "center" => Alignment.Center,
        "right" or "end" => Alignment.End,
        _ => Alignment.Start,
    };

    // A style that is based on itself ends somewhere.
    private IEnumerable<XElement> Chain(string? id)
    {
        for (var step = 0; step < MostSteps && id is not null && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.Val("basedOn");
        }
    }
}

/// <summary>What a paragraph is by its properties and styles.</summary>
/// <param name="Heading">The level of the heading that it is, from 2; 0 for none.</param>
/// <param name="IsTitle">It is the document's title.</param>
/// <param name="IsContents">It is a line of a table of contents.</param>
/// <param name="Alignment">Where it stands.</param>
/// <param name="NumberingId">Its automatic numbering; null for none.</param>
/// <param name="NumberingLevel">Its level in that.</param>
/// <param name="IsStrong">Its style is bold.</param>
internal sealed record ParagraphLook(int Heading, bool IsTitle, bool IsContents, Alignment Alignment, string? NumberingId, int NumberingLevel, bool IsStrong);
