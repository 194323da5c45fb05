using System.Text;

namespace Gongkai.Documents.Blocks;

/// <summary>How text is set off.</summary>
[Flags]
internal enum Emphasis
{
    None = 0,
    Strong = 1,
    Slanted = 2,
    Deleted = 4,
    Underlined = 8,
    Raised = 16,
    Lowered = 32,
}

/// <summary>A part of a paragraph.</summary>
internal abstract record Inline;

/// <summary>Text.</summary>
internal sealed record TextInline(string Text, Emphasis Emphasis = Emphasis.None) : Inline;

/// <summary>A link.</summary>
internal sealed record LinkInline(string Address, IReadOnlyList<Inline> Inlines) : Inline;

/// <summary>A picture.</summary>
internal sealed record PictureInline(string Path, string AlternativeText) : Inline;

/// <summary>A new line in the same paragraph.</summary>
internal sealed record LineBreak : Inline;

/// <summary>The mark of a note.</summary>
internal sealed record NoteMark(int Number) : Inline;

/// <summary>What inlines have in common.</summary>
internal static class Inlines
{
    /// <summary>The text of some inlines, without pictures and marks.</summary>
    public static string TextOf(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    /// <summary>Word cuts text where a spelling check passed: runs that look alike are one again, and outer space goes.</summary>
    public static List<Inline> Tidy(IEnumerable<Inline> inlines)
    {
        var tidy = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is TextInline text && tidy is [.., TextInline last] && last.Emphasis == text.Emphasis)
                tidy[^1] = last with { Text = last.Text + text.Text };
            else if (inline is not TextInline { Text: "" })
                tidy.Add(inline);
        }

        while (tidy is [TextInline first, ..])
        {
            if (TrimStart(first) is not { } trimmed)
            {
                tidy.RemoveAt(0);
                continue;
            }

            tidy[0] = trimmed;
            break;
        }

        while (tidy is [.., TextInline or LineBreak])
        {
            if (tidy[^1] is TextInline last && last.Text.TrimEnd() is { Length: > 0 } trimmed)
            {
                tidy[^1] = last with { Text = trimmed };
                break;
            }

            tidy.RemoveAt(tidy.Count - 1);
        }

        return tidy;
    }

    /// <summary>The same without emphasis: a heading is set off by itself.</summary>
    public static IReadOnlyList<Inline> Plain(IEnumerable<Inline> inlines) =>
        Tidy(inlines.Select(inline => inline is TextInline text ? text with { Emphasis = text.Emphasis & (Emphasis.Raised | Emphasis.Lowered) } : inline));

    private static TextInline? TrimStart(TextInline text) => text.Text.TrimStart() is { Length: > 0 } trimmed ? text with { Text = trimmed } : null;

    private static void Append(IEnumerable<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline plain:
                    text.Append(plain.Text);
                    break;
                case LinkInline link:
                    Append(link.Inlines, text);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
            }
        }
    }
}
