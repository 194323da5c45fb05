using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Media;

/// <summary>The rules of uploads: what a file is, its content says; a picture is re-encoded, everything else is kept byte for byte; nothing is overwritten.</summary>
internal sealed class MediaUploads(IMediaStore store, IMediaLibrary library, IFileKinds kinds, IPictures pictures, IAuditTrail audit)
{
    private const int MostNames = 1_000;
    private const int LongestReason = 300;

    /// <summary>The largest file, in bytes.</summary>
    public long MaximumLength => store.MaximumLength;

    /// <summary>Takes a file into a folder.</summary>
    /// <param name="folder">The folder below the media folder; empty for the media folder itself.</param>
    /// <param name="fileName">The name that the file came with.</param>
    /// <param name="content">A seekable stream.</param>
    /// <param name="description">What is known of it.</param>
    /// <param name="cancellationToken">Ends it; nothing is stored then.</param>
    /// <exception cref="MediaException">It is not taken; the message says why and what to do.</exception>
    public async Task<MediaUpload> TakeAsync(string folder, string fileName, Stream content, MediaDescription description, CancellationToken cancellationToken = default)
    {
        try
        {
            var taken = await StoreAsync(folder, fileName, content, description, cancellationToken);
            await audit.AppendAsync([new(AuditActions.MediaUploaded) { Title = taken.Path }], cancellationToken);
            return taken;
        }
        catch (MediaException fault)
        {
            await audit.AppendAsync([new(AuditActions.MediaUploaded, AuditResult.Refused) { Title = ShortText.Of(fileName), Details = new() { ["faults"] = ShortText.Cut(fault.Message, LongestReason) } }], cancellationToken);
            throw;
        }
    }

    private async Task<MediaUpload> StoreAsync(string folder, string fileName, Stream content, MediaDescription description, CancellationToken cancellationToken)
    {
        var (stem, extension) = MediaNames.Of(fileName);
        var shown = ShortText.Of(fileName);
        if (content.Length == 0)
            throw new MediaException($"“{shown}”是空文件，请检查后再上传。");
        if (content.Length > MaximumLength)
            throw new MediaException($"“{shown}”超过 {MaximumLength / 1024 / 1024} MB，请缩小它，或请管理员调整配置 Media:MaximumMegabytes。");
        var kind = await kinds.IdentifyAsync(content, cancellationToken);
        Check(shown, extension, kind);
        if (kind is not { Family: FileFamily.Picture })
            return new(await SaveAsync(folder, stem, extension, content, description, cancellationToken), null);
        var picture = await PrepareAsync(shown, content, cancellationToken);
        return new(await SaveAsync(folder, stem, picture.Extension, new MemoryStream(picture.Content), description, cancellationToken), picture);
    }

    private async Task<PreparedPicture> PrepareAsync(string shown, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            return await pictures.PrepareAsync(content, cancellationToken);
        }
        catch (MediaException fault)
        {
            throw new MediaException($"“{shown}”：{fault.Wording}");
        }
    }

    /// <summary>Name and content must agree; pictures are told by content alone and get the name that fits.</summary>
    private void Check(string shown, string extension, FileKind? kind)
    {
        if (kind is { Family: FileFamily.Refused })
            throw new MediaException($"“{shown}”没有上传：内容是{kind.Name}。{kind.Advice}");
        var named = kinds.Of(extension);
        if (kind is not null && !kind.Extensions.Contains(extension, StringComparer.Ordinal) && !(kind.Family == FileFamily.Picture && named.Any(one => one.Family == FileFamily.Picture)))
        {
            throw new MediaException(
                $"“{shown}”没有上传：扩展名是 .{extension}，内容却是{kind.Name}。请检查是否选错了文件；没有选错的话，把扩展名改成 .{kind.Extensions[0]} 再上传。");
        }

        if (kind is null && named.Count > 0)
            throw new MediaException($"“{shown}”没有上传：内容不是{named[0].Name}，文件可能损坏了。请打开确认，另存后再上传。");
    }

    private async Task<string> SaveAsync(string folder, string stem, string extension, Stream content, MediaDescription description, CancellationToken cancellationToken)
    {
        for (var i = 1; i <= MostNames; i++)
        {
            var name = i == 1 ? $"{stem}.{extension}" : string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}.{extension}");
            var path = folder.Length > 0 ? $"{folder}/{name}" : name;
            if (store.FaultOf(path) is { } fault)
                throw new MediaException(fault);
            if (await store.FindAsync(path, cancellationToken) is not null)
                continue;
            await store.SaveAsync(path, content, cancellationToken);
            await library.DescribeAsync(path, description, cancellationToken);
            return path;
        }

        throw new MediaException($"文件夹“{folder}”里叫“{stem}”的文件太多了，请换一个文件名或文件夹。");
    }
}

/// <summary>A file that was taken.</summary>
/// <param name="Path">Its path below the media folder.</param>
/// <param name="Picture">What became of it, if it is a picture.</param>
internal sealed record MediaUpload(string Path, PreparedPicture? Picture);
