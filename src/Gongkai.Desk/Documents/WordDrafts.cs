using Gongkai.Content;

namespace Gongkai.Desk.Documents;

/// <summary>Reads an uploaded Word document for an editor: its pictures go into the media library, where nobody else sees them until something public shows them.</summary>
internal sealed class WordDrafts(IDocumentDrafts drafts, IMediaStore store, IMediaLibrary library, IAuditTrail audit, TimeProvider time)
{
    private const string Folder = "word";

    /// <summary>Reads a document.</summary>
    /// <exception cref="DocumentException">It cannot be read; nothing was stored.</exception>
    /// <exception cref="MediaException">A picture of it cannot be stored.</exception>
    public async Task<DocumentDraft> ReadAsync(string fileName, Stream file, DeskUser user, CancellationToken cancellationToken)
    {
        if (file.Length > store.MaximumLength)
            throw new DocumentException($"文件超过 {store.MaximumLength / 1024 / 1024} MB。请压缩其中的图片，或分成几个文档上传。");
        var folder = $"{Folder}/{time.GetUtcNow().Year:0000}/{IdGenerator.NewId()[..10]}";
        var draft = await drafts.ReadAsync(file, folder, cancellationToken);
        foreach (var picture in draft.Pictures)
        {
            using var content = new MemoryStream(picture.Picture.Content);
            await store.SaveAsync(picture.Path, content, cancellationToken);
            await library.DescribeAsync(picture.Path, new() { AlternativeText = picture.AlternativeText, OriginalName = fileName, UploadedBy = user.Name }, cancellationToken);
        }

        if (draft.Pictures.Count > 0)
            await audit.AppendAsync([new(AuditActions.MediaUploaded) { Title = folder }], cancellationToken);
        return draft;
    }
}
