using Gongkai.Content;
using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>A text of an item, or of one of its attachments.</summary>
/// <param name="path">The value's place in the item, as a JSON path.</param>
/// <param name="label">What people call it.</param>
/// <param name="source">The text as it is stored.</param>
/// <param name="form">How it is written.</param>
/// <param name="file">The attachment, by its path below the media folder; empty for the item's own text.</param>
public sealed class CheckedText(string path, Wording label, string source, TextForm form = TextForm.Plain, string file = "")
{
    private IReadOnlyList<PersonalPiece>? _personal;

    /// <summary>The value's place in the item.</summary>
    public string Path { get; } = path;

    /// <summary>What people call it.</summary>
    public Wording Label { get; } = label;

    /// <summary>How it is written.</summary>
    public TextForm Form { get; } = form;

    /// <summary>The attachment; empty for the item's own text.</summary>
    public string File { get; } = file;

    /// <summary>The text as people read it.</summary>
    public ReadableText Readable { get; } = ReadableText.Of(source, form);

    /// <summary>The personal data in it, found once.</summary>
    public IReadOnlyList<PersonalPiece> Personal(CheckRules rules) => _personal ??= PersonalData.Find(Readable.Text, rules.Today, rules.Settings.AllowedNumbers);

    /// <summary>The place of a piece of what is read.</summary>
    public FindingPlace PlaceOf(Piece piece) => PlaceInSource(Readable.InSource(piece));

    /// <summary>The place of a piece of the source.</summary>
    public FindingPlace PlaceInSource(Piece piece) => new(Path, Label)
    {
        File = File,
        Piece = piece,
        // The text of an attachment has a blank line between paragraphs.
        Line = File.Length == 0 ? Readable.Source.AsSpan(0, piece.Start).Count('\n') + 1 : Readable.Source.AsSpan(0, piece.Start).Count("\n\n") + 1,
    };
}
