using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gongkai.Markup;

/// <summary>Turns a parsed document into what its author, who thinks of official Chinese text rather than of Markdown, meant.</summary>
/// <remarks>
/// A line is a paragraph. A number at the start of a line is part of the text unless it counts a list. Full-width spaces before a paragraph are an indent, which belongs to the style sheet.
/// An asterisk between factors multiplies. No character of the text is lost over it, and no number changes.
/// </remarks>
internal static partial class OfficialText
{
    /// <summary>Before parsing: "[注]: 说明" is a note, though Markdown takes it for the definition of a link and would show nothing.</summary>
    public static string KeepNotes(string source) => source.Contains("]:", StringComparison.Ordinal) ? Note().Replace(source, @"${indent}\${note}") : source;

    /// <summary>The page's title is its only first-level heading.</summary>
    private const int TopLevel = 2;

    public static void Adapt(MarkdownDocument document) => AdaptBlocks(document, new HeadingIds());

    private static void AdaptBlocks(ContainerBlock container, HeadingIds ids)
    {
        var blocks = container.ToArray();
        container.Clear();
        foreach (var block in blocks)
        {
            Append(container, block, ids);
        }
    }

    private static void Append(ContainerBlock container, Block block, HeadingIds ids)
    {
        switch (block)
        {
            case ListBlock { IsOrdered: true } list when !CountsItsItems(list):
                AppendWithNumbers(container, list, ids);
                break;
            case ParagraphBlock { Inline: { } inline } paragraph:
                RestoreFactors(inline);
                AppendParagraph(container, paragraph, inline);
                break;
            case HeadingBlock { Inline: { } inline } heading:
                RestoreFactors(inline);
                AppendHeading(container, heading, inline, ids);
                break;
            default:
                if (block is ContainerBlock inner)
                {
                    AdaptBlocks(inner, ids);
                }

                container.Add(block);
                break;
        }
    }

    /// <summary>Whether the numbers in the source are what an HTML list would show: one after the other, or all 1 (Markdown's "count for me").</summary>
    private static bool CountsItsItems(ListBlock list)
    {
        var first = ((ListItemBlock)list[0]).Order;
        // A single item is a numbered sentence between others; from 1000 on the number is a year.
        return list.Count > 1 && first < 1000
            && (list.Select((item, i) => ((ListItemBlock)item).Order == first + i).All(isNext => isNext) || list.All(item => ((ListItemBlock)item).Order == 1));
    }

    private static void AppendWithNumbers(ContainerBlock container, ListBlock list, HeadingIds ids)
    {
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter}");
            var blocks = item.ToArray();
            item.Clear();
            if (blocks is [ParagraphBlock { Inline: { } inline }, ..])
            {
                Prepend(inline, number + " ");
            }
            else
            {
                container.Add(new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(number)) });
            }

            foreach (var block in blocks)
            {
                Append(container, block, ids);
            }
        }
    }

    private static void Prepend(ContainerInline inline, string text)
    {
        if (inline.FirstChild is { } first)
        {
            first.InsertBefore(new LiteralInline(text));
        }
        else
        {
            inline.AppendChild(new LiteralInline(text));
        }
    }

    private static void AppendParagraph(ContainerBlock container, ParagraphBlock paragraph, ContainerInline inline)
    {
        // In a cell or list item a new line is a line, not a paragraph.
        if (container is not (TableCell or ListItemBlock))
        {
            AppendLines(container, TakeLinesBeforeLast(inline));
        }

        if (TrimStart(inline))
        {
            container.Add(paragraph);
        }
    }

    /// <summary>A line underlined with dashes is a heading; lines above it in the same block are text of their own.</summary>
    private static void AppendHeading(ContainerBlock container, HeadingBlock heading, ContainerInline inline, HeadingIds ids)
    {
        AppendLines(container, TakeLinesBeforeLast(inline));
        TrimStart(inline);
        heading.Level = Math.Max(heading.Level, TopLevel);
        heading.GetAttributes().Id = ids.ForText(TextOf(inline));
        container.Add(heading);
    }

    private static void AppendLines(ContainerBlock container, IEnumerable<ContainerInline> lines)
    {
        foreach (var line in lines.Where(TrimStart))
        {
            container.Add(new ParagraphBlock { Inline = line });
        }
    }

    private static List<ContainerInline> TakeLinesBeforeLast(ContainerInline inline)
    {
        var lines = new List<ContainerInline>();
        for (var breaks = inline.Count(IsLineEnd); breaks > 0; breaks--)
        {
            var line = new ContainerInline();
            for (var child = inline.FirstChild!; ; child = inline.FirstChild!)
            {
                child.Remove();
                if (IsLineEnd(child))
                {
                    break;
                }

                line.AppendChild(child);
            }

            lines.Add(line);
        }

        return lines;
    }

    private static bool IsLineEnd(Inline inline) => inline is LineBreakInline { IsHard: false };

    /// <summary>Removes the indent; false when nothing else was there.</summary>
    private static bool TrimStart(ContainerInline line)
    {
        while (line.FirstChild is LiteralInline literal)
        {
            var text = literal.Content;
            while (!text.IsEmpty && char.IsWhiteSpace(text.CurrentChar))
            {
                text.SkipChar();
            }

            literal.Content = text;
            if (!text.IsEmpty)
            {
                return true;
            }

            literal.Remove();
        }

        return line.FirstChild is not null;
    }

    /// <summary>100*50%*12 is a product, not 100, an emphasised 50 % and 12.</summary>
    private static void RestoreFactors(ContainerInline container, int depth = 0)
    {
        // Deeper than the renderer goes.
        if (depth > 200)
        {
            return;
        }

        foreach (var child in container.ToArray())
        {
            if (child is not ContainerInline inner)
            {
                continue;
            }

            RestoreFactors(inner, depth + 1);
            if (inner is EmphasisInline { DelimiterChar: '*', DelimiterCount: 1 } emphasis && IsBetweenFactors(emphasis))
            {
                Unwrap(emphasis);
            }
        }
    }

    private static void Unwrap(EmphasisInline emphasis)
    {
        Inline last = new LiteralInline("*");
        emphasis.InsertBefore(last);
        foreach (var inner in emphasis.ToArray())
        {
            inner.Remove();
            last.InsertAfter(inner);
            last = inner;
        }

        last.InsertAfter(new LiteralInline("*"));
        emphasis.Remove();
    }

    private static bool IsBetweenFactors(EmphasisInline emphasis) =>
        emphasis.PreviousSibling is LiteralInline { Content: { IsEmpty: false } before } && !char.IsWhiteSpace(before[before.End])
        && emphasis.FirstChild is LiteralInline { Content: { IsEmpty: false } factor } && char.IsAsciiDigit(factor.CurrentChar);

    private static string TextOf(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var node in inline.Descendants())
        {
            switch (node)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>An address begins with an ASCII character, a note hardly ever does; <c>[^1]:</c> is a footnote.</summary>
    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<note>\[[^\^\]\r\n][^\]\r\n]*\]:\s*[^\x00-\x7F])", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();
}
