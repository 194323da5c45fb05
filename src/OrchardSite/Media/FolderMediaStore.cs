using System.Security.Cryptography;
using Gongkai.Content;

namespace OrchardSite.Media;

/// <summary>The uploaded files in a folder.</summary>
internal sealed class FolderMediaStore(MediaOptions options) : IMediaStore
{
    // Never an extension that is served, and never a path that is asked for: names do not begin with a dot.
    internal const string UnfinishedPrefix = ".incoming-";

    public long MaximumLength => options.MaximumLength;

    public Wording? FaultOf(string path)
    {
        if (MediaPath.FaultOf(path) is { } fault)
            return fault;
        var extension = Path.GetExtension(path).TrimStart('.');
        return options.Extensions.Contains(extension)
            ? null
            : new("不接受“{0}”这样的文件。可用的扩展名见配置 Media:AllowedExtensions：{1}。", extension.Length == 0 ? path : "." + extension, string.Join(' ', options.Extensions.Order(StringComparer.Ordinal)));
    }

    public ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        if (FaultOf(path) is not null)
            return default;
        var file = new FileInfo(FullPathOf(path));
        return new(file.Exists ? new MediaFile(path, file.Length, file.LastWriteTimeUtc) : null);
    }

    public async Task<bool> SaveAsync(string path, Stream content, CancellationToken cancellationToken = default)
    {
        if (FaultOf(path) is { } fault)
            throw new MediaException(fault);
        var target = FullPathOf(path);
        var folder = Path.GetDirectoryName(target)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException)
        {
            throw new MediaException($"“{path}”所在的文件夹与一个文件同名，请换一个路径。");
        }

        if (Directory.Exists(target))
            throw new MediaException($"“{path}”已经是一个文件夹，请换一个路径。");
        var unfinished = Path.Combine(folder, UnfinishedPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            var hash = await WriteAsync(unfinished, path, content, cancellationToken);
            if (await IsSameAsync(target, hash, cancellationToken))
                return false;
            File.Move(unfinished, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Where a file is, for those who serve it.</summary>
    public string FullPathOf(string path) => Path.Combine(options.Folder, path.Replace('/', Path.DirectorySeparatorChar));

    private async Task<byte[]> WriteAsync(string unfinished, string path, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[128 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Length + read > MaximumLength)
                throw new MediaException($"文件“{path}”超过 {MaximumLength / 1024 / 1024} MB，请缩小它，或调整配置 Media:MaximumMegabytes。");
            hash.AppendData(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        // On the disk before it has its name: after a power cut the file is whole or not there.
        file.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    private static async Task<bool> IsSameAsync(string target, byte[] hash, CancellationToken cancellationToken)
    {
        if (!File.Exists(target))
            return false;
        await using var file = File.OpenRead(target);
        return (await SHA256.HashDataAsync(file, cancellationToken)).AsSpan().SequenceEqual(hash);
    }
}
