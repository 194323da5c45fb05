using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Whether the text of an attachment was read.</summary>
public enum FileReading
{
    /// <summary>All of it.</summary>
    Read,

    /// <summary>A part of it: it is too long, took too long, or has pages or objects without a text.</summary>
    InPart,

    /// <summary>It has no text: a scan.</summary>
    NoText,

    /// <summary>It is of a kind that is not read, too large, damaged or locked.</summary>
    Unreadable,

    /// <summary>It took too long, or nobody could read it now.</summary>
    TooSlow,
}

/// <summary>An attachment of an item.</summary>
/// <param name="Path">Its path below the media folder.</param>
/// <param name="FieldPath">The field that names it or the text that links to it, as a JSON path.</param>
/// <param name="Label">What people call that.</param>
/// <param name="Reading">Whether its text was read.</param>
public sealed record CheckedFile(string Path, string FieldPath, Wording Label, FileReading Reading)
{
    /// <summary>What it is by its content, in hexadecimal (SHA-256); empty when that is not known.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether a person looked at this file and confirmed it for this version.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Its text; null when none was read.</summary>
    public CheckedText? Text { get; init; }
}
