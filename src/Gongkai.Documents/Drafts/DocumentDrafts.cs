using Gongkai.Content;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Word;

namespace Gongkai.Documents.Drafts;

/// <summary>Makes drafts of Word documents.</summary>
internal sealed class DocumentDrafts(IFileKinds kinds, IPictures pictures, TimeProvider time) : IDocumentDrafts
{
    /// <summary>Longer than any document takes that an office writes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly WordReader _word = new(pictures);

    public async Task<DocumentDraft> ReadAsync(Stream file, string pictureFolder, CancellationToken cancellationToken = default)
    {
        if (await kinds.IdentifyAsync(file, cancellationToken) is var kind && kind != KnownKinds.Docx)
            throw new DocumentException(FaultOf(kind));
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return DraftOf(await _word.ReadAsync(file, pictureFolder, either.Token));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new DocumentException($"这个文档读了 {Longest.TotalSeconds:0} 秒还没有读完，停下了。请分成几个文档上传，或把它作为附件。");
        }
    }

    private static DocumentDraft DraftOf(WordContent content)
    {
        var facts = OfficialLayout.Read(content.Blocks, content.Notices);
        var blocks = HeadingConvention.Apply(content.Blocks);
        foreach (var picture in content.Pictures.Where(picture => picture.AlternativeText.Length == 0))
            content.Notices.AddWhole($"图片 {picture.Path[(picture.Path.LastIndexOf('/') + 1)..]} 没有替代文字，请补写，供看不见图的人了解内容", new("图片"));
        return new()
        {
            Title = facts.Title,
            DocumentNumber = facts.Number,
            Issuer = facts.Issuer,
            IssuedOn = facts.Date,
            Markdown = MarkdownWriter.Write(blocks, content.Notes),
            Html = HtmlWriter.Write(blocks, content.Notes),
            Pictures = content.Pictures,
            Notices = content.Notices.All,
            Original = content.Original,
        };
    }

    private static Wording FaultOf(FileKind? kind) =>
        kind is null ? new("这个文件不是 Word 文档，内容认不出来。请选择 .docx 文件。")
        : kind == KnownKinds.OldWord || kind == KnownKinds.OldOffice || kind == KnownKinds.Rtf ? new("这是{0}（.doc、.wps 等，可能只是改了扩展名）。请用 Word 或 WPS 打开，“另存为”选“Word 文档 (*.docx)”，再上传。", kind.Name)
        : kind.Advice is { } advice ? new("这是{0}。{1}", kind.Name, advice)
        : new("这是{0}，不是 Word 文档（DOCX）。请选择 .docx 文件；{0}可以作为附件上传。", kind.Name);
}
