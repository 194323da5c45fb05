namespace Gongkai.Content;

/// <summary>Port: reads a Word document (DOCX) into the draft of an item.</summary>
public interface IDocumentDrafts
{
    /// <summary>Reads a document. Nothing that it links to is fetched, nothing in it is run.</summary>
    /// <param name="file">A seekable stream.</param>
    /// <param name="pictureFolder">The media folder that its pictures are to be stored in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DocumentException">It cannot be read; the message says what to do.</exception>
    Task<DocumentDraft> ReadAsync(Stream file, string pictureFolder, CancellationToken cancellationToken = default);
}

/// <summary>What a document says, as an item takes it.</summary>
public sealed record DocumentDraft
{
    /// <summary>The title; empty when none was found.</summary>
    public string Title { get; init; } = "";

    /// <summary>The document number, as <c>海政发〔2024〕5号</c>; null when none was found.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Who issued it; null when that was not found.</summary>
    public string? Issuer { get; init; }

    /// <summary>The day that stands under the signature; null when none was found.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The body as Markdown; tables with merged cells in it are HTML.</summary>
    public required string Markdown { get; init; }

    /// <summary>The body as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The pictures that the body shows, to be stored by their paths.</summary>
    public IReadOnlyList<DraftPicture> Pictures { get; init; } = [];

    /// <summary>What was not carried over, or not as it was.</summary>
    public IReadOnlyList<DraftNotice> Notices { get; init; } = [];

    /// <summary>The document's text, a paragraph each, to compare the draft with.</summary>
    public IReadOnlyList<string> Original { get; init; } = [];
}

/// <summary>A picture of a document.</summary>
/// <param name="Path">Where the body expects it, below the media folder.</param>
/// <param name="Picture">The picture.</param>
/// <param name="AlternativeText">What its author wrote for those who do not see it; empty when nothing.</param>
public sealed record DraftPicture(string Path, PreparedPicture Picture, string AlternativeText);

/// <summary>Something of a document that an editor must look at.</summary>
/// <param name="What">What it was and what became of it.</param>
/// <param name="Place">Where it was.</param>
public sealed record DraftNotice(Wording What, Wording Place);

/// <summary>A document that cannot be read; the message says why and what to do.</summary>
public sealed class DocumentException(Wording wording, Exception? inner = null) : WordedException(wording, inner);
