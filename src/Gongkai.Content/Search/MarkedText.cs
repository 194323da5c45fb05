using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Gongkai.Content;

/// <summary>A text with marked stretches.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">The stretches, in order and apart from each other.</param>
public sealed record MarkedText(string Text, IReadOnlyList<Range> Marks)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A text without marks.</summary>
    public static MarkedText Plain(string text) => new(text, []);

    /// <summary>The text without a beginning that is said beside it already, and the white space after that; itself when it begins otherwise.</summary>
    public MarkedText Without(string? beginning)
    {
        if (string.IsNullOrEmpty(beginning) || Text.Length == beginning.Length || !Text.StartsWith(beginning, StringComparison.Ordinal))
            return this;
        var cut = beginning.Length;
        while (cut < Text.Length && char.IsWhiteSpace(Text[cut]))
            cut++;
        return new(Text[cut..], [.. Marks.Select(mark => mark.GetOffsetAndLength(Text.Length)).Where(mark => mark.Offset + mark.Length > cut)
            .Select(mark => Math.Max(0, mark.Offset - cut)..(mark.Offset + mark.Length - cut))]);
    }

    /// <summary>HTML: the text escaped, marked stretches in <c>&lt;mark&gt;</c>.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(Text.Length + 16);
        var position = 0;
        foreach (var mark in Marks)
        {
            var (start, length) = mark.GetOffsetAndLength(Text.Length);
            html.Append(Encoder.Encode(Text[position..start])).Append("<mark>").Append(Encoder.Encode(Text.Substring(start, length))).Append("</mark>");
            position = start + length;
        }

        return html.Append(Encoder.Encode(Text[position..])).ToString();
    }
}
