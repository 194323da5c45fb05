namespace Gongkai.Content;

/// <summary>Port: the text of attachments, for the search. A home without it searches none.</summary>
public interface IFileTexts
{
    /// <summary>The text of a stored PDF, DOCX or XLSX, read once and kept as long as the file stays what it is. Empty when it has none or cannot be read.</summary>
    /// <remarks>Never throws on what a file holds.</remarks>
    Task<FileText> GetAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>The text of a file.</summary>
/// <param name="State">Whether there is any.</param>
/// <param name="Text">The text, paragraphs parted by blank lines.</param>
public sealed record FileText(FileTextState State, string Text)
{
    /// <summary>A file without text for the search.</summary>
    public static FileText None(FileTextState state) => new(state, "");
}

/// <summary>What became of reading a file's text.</summary>
public enum FileTextState
{
    /// <summary>It is not of a kind that is read.</summary>
    NotRead,

    /// <summary>All of it was read.</summary>
    Whole,

    /// <summary>Its beginning was read: the rest is beyond the limits of time and length.</summary>
    Shortened,

    /// <summary>It has no text: a scan.</summary>
    NoText,

    /// <summary>It is damaged, encrypted or hostile.</summary>
    Unreadable,
}
