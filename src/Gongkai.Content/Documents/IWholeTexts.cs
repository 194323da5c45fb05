namespace Gongkai.Content;

/// <summary>Port: all that a stored file says, for checks before publication: headers, notes, comments and deleted text too, which whoever opens the file can see.</summary>
public interface IWholeTexts
{
    /// <summary>The text of a file, read once and kept as long as the file stays what it is; null for a file that is not stored. It may take half a minute.</summary>
    /// <remarks>Never throws on what a file holds.</remarks>
    Task<WholeText?> ReadAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The text of a file if it was read already; else null. It takes no time.</summary>
    Task<WholeText?> FindAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>All that a file says.</summary>
/// <param name="Hash">What the file is: SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="State">Whether it was read; <see cref="FileTextState.Shortened"/> also when some page or object of it has no text.</param>
/// <param name="Text">The text, paragraphs and rows of tables parted by blank lines, cells by tabs.</param>
public sealed record WholeText(string Hash, FileTextState State, string Text);
