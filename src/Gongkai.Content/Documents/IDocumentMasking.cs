namespace Gongkai.Content;

/// <summary>Port: hides characters of a Word document (DOCX), wherever they stand in it.</summary>
public interface IDocumentMasking
{
    /// <summary>The document with some characters as asterisks; null when there is nothing to hide.</summary>
    /// <param name="file">A seekable stream.</param>
    /// <param name="hidden">Of a paragraph or a row of a table (cells parted by tabs): the places of the characters to hide.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DocumentException">It cannot be read; the message says what to do.</exception>
    Task<byte[]?> MaskAsync(Stream file, Func<string, IEnumerable<int>> hidden, CancellationToken cancellationToken = default);
}
