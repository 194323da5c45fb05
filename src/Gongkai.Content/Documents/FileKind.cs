namespace Gongkai.Content;

/// <summary>What can be done with a file of some kind.</summary>
public enum FileFamily
{
    /// <summary>A picture of pixels, which is re-encoded.</summary>
    Picture,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A Word document in Open XML (DOCX).</summary>
    Word,

    /// <summary>A workbook in Open XML (XLSX).</summary>
    Sheet,

    /// <summary>Any other document that is only saved: presentations, old Office files, OFD, ODF, RTF.</summary>
    Document,

    /// <summary>An archive.</summary>
    Archive,

    /// <summary>Sound or film.</summary>
    Recording,

    /// <summary>Plain text: TXT, CSV, JSON, XML.</summary>
    Text,

    /// <summary>Something that is not taken: a program, a page with scripts, a document with macros, a picture nobody can show.</summary>
    Refused,
}

/// <summary>What a file is by its content.</summary>
/// <param name="Name">What people call it, as <c>PDF</c> or <c>Word 文档（DOCX）</c>.</param>
/// <param name="Family">What can be done with it.</param>
/// <param name="Extensions">The extensions that such a file may have, without dots; the first is the usual one.</param>
/// <param name="Advice">What to do instead, for a kind that is refused; else null.</param>
public sealed record FileKind(Wording Name, FileFamily Family, IReadOnlyList<string> Extensions, Wording? Advice = null);

/// <summary>Port: says what a file is by its content, whatever its name says.</summary>
public interface IFileKinds
{
    /// <summary>The kind; null when the content has no mark that is known.</summary>
    /// <param name="file">A seekable stream, left at its beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<FileKind?> IdentifyAsync(Stream file, CancellationToken cancellationToken = default);

    /// <summary>The kinds whose files bear an extension; a file of that extension must be one of them. Empty for an extension without a known mark.</summary>
    IReadOnlyList<FileKind> Of(string extension);
}
