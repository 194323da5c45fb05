using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Where a quotation stands with its source.</summary>
public enum QuoteState
{
    /// <summary>The source says it, word for word, white space aside.</summary>
    Current,

    /// <summary>The source is public and says it no more.</summary>
    Outdated,

    /// <summary>The source is not public, or is not there: nothing of it may be shown.</summary>
    NotPublic,
}

/// <summary>A quotation as a <see cref="PassageField"/> holds it.</summary>
/// <param name="ContentItemId">The item that is quoted.</param>
/// <param name="Anchor">The id of the element on its page where the passage begins; null for none.</param>
/// <param name="Text">The words.</param>
public sealed record PassageQuote(string ContentItemId, string? Anchor, string Text)
{
    /// <summary>Reads a field's value; null when it quotes nothing.</summary>
    public static PassageQuote? Of(JsonObject? value) =>
        value?.Texts("ContentItemIds") is [{ Length: > 0 } id, ..] && value.Text("Text") is { } text && !string.IsNullOrWhiteSpace(text)
            ? new(id, value.Text("Anchor") is { Length: > 0 } anchor ? anchor : null, text.Trim())
            : null;

    /// <summary>Where it stands.</summary>
    /// <param name="source">What the source's readers see; null when it is not public.</param>
    public QuoteState StateIn(QuotableText? source) => source is null ? QuoteState.NotPublic : source.Says(Text) ? QuoteState.Current : QuoteState.Outdated;

    /// <summary>What follows the source's address: the anchor while it is there, and the words, which browsers mark by themselves. Empty for the top of the page.</summary>
    /// <remarks>The form <c>#anchor:~:text=begin,end</c> is that of wicg.github.io/scroll-to-text-fragment; who does not know it goes to the anchor.</remarks>
    public string FragmentIn(QuotableText source)
    {
        if (!source.Says(Text))
            return "";
        var anchor = Anchor is not null && source.LabelAt(Anchor) is not null ? Uri.EscapeDataString(Anchor) : "";
        return $"#{anchor}:~:text={Directive(Text)}";
    }

    private static string Directive(string text)
    {
        // A range from first words to last ones: one stretch may not reach over paragraphs.
        const int Edge = 12;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 1 && lines[0].Length <= 2 * Edge)
            return Encoded(lines[0]);
        return $"{Encoded(Cut(lines[0], fromEnd: false))},{Encoded(Cut(lines[^1], fromEnd: true))}";

        static string Cut(string line, bool fromEnd)
        {
            if (line.Length <= Edge)
                return line;
            var at = fromEnd ? line.Length - Edge : Edge;
            if (char.IsLowSurrogate(line[at]))
                at++;
            return (fromEnd ? line[at..] : line[..at]).Trim();
        }

        // A hyphen would mean a word before or after.
        static string Encoded(string part) => Uri.EscapeDataString(part).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
