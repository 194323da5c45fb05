using System.Text;
using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>Hides personal data in a text: each character that is hidden becomes an asterisk, everything between stays.</summary>
public static class MaskingRules
{
    /// <summary>Whether what is found in a text can be masked where it stands.</summary>
    public static bool CanMask(CheckedText text) => text.File.Length == 0
        ? !text.Path.Contains(".Paths[", StringComparison.Ordinal)
        : text.File.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The places in a source of the characters that are hidden, in their order.</summary>
    /// <param name="readable">The text.</param>
    /// <param name="found">What is hidden.</param>
    public static IReadOnlyList<Piece> HiddenIn(ReadableText readable, IEnumerable<PersonalPiece> found) =>
        [.. found.SelectMany(personal => personal.Hidden).Distinct().Select(readable.SourceOf).OrderBy(piece => piece.Start)];

    /// <summary>A text with what is hidden hidden.</summary>
    /// <param name="readable">The text.</param>
    /// <param name="found">What is hidden.</param>
    /// <param name="form">How it is written: in Markdown an asterisk is escaped, else it may mean emphasis.</param>
    public static string Mask(ReadableText readable, IEnumerable<PersonalPiece> found, TextForm form)
    {
        var (source, masked, at) = (readable.Source, new StringBuilder(), 0);
        foreach (var piece in HiddenIn(readable, found))
        {
            masked.Append(source, at, piece.Start - at).Append(form == TextForm.Markdown ? @"\*" : "*");
            at = piece.End;
        }

        return masked.Append(source, at, source.Length - at).ToString();
    }
}
