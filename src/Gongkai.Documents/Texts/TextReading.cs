using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Documents.Texts;

/// <summary>Reads the text of a file, whatever the file does: in a process of its own, within limits of time and memory.</summary>
internal sealed class TextReading(IFileKinds kinds, TextLimits limits, TextProcess process, bool isWhole = false) : IDisposable
{
    public TextReading(IFileKinds kinds, TextLimits limits, TimeProvider time, ILogger logger, bool isWhole = false) : this(kinds, limits, new TextProcess(limits, time, logger), isWhole)
    {
    }

    /// <summary>The text; null when there is nobody to read it. One call at a time.</summary>
    /// <param name="file">A seekable stream, which is closed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<FileText?> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        await using (file)
        {
            var kind = await kinds.IdentifyAsync(file, cancellationToken);
            if (!IsRead(kind) || file.Length > limits.LargestFile)
                return FileText.None(kind is { Family: FileFamily.Refused } ? FileTextState.Unreadable : FileTextState.NotRead);
            if (file is FileStream { Name: var path })
                return await AskAsync(path, kind!.Family, cancellationToken);
            // Where files are not in a folder, the reader is given a copy.
            await using var copy = new FileStream(
                Path.Combine(Path.GetTempPath(), "gongkai-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1,
                FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            file.Position = 0;
            await file.CopyToAsync(copy, cancellationToken);
            await copy.FlushAsync(cancellationToken);
            return await AskAsync(copy.Name, kind!.Family, cancellationToken);
        }
    }

    public void Dispose() => process.Dispose();

    /// <summary>A text file needs no reader to be searched for by its name; to be checked it does.</summary>
    private bool IsRead(FileKind? kind) => kind is { Family: FileFamily.Pdf or FileFamily.Word or FileFamily.Sheet } || (isWhole && kind is { Family: FileFamily.Text });

    private Task<FileText?> AskAsync(string path, FileFamily family, CancellationToken cancellationToken) =>
        process.ReadAsync(new(path, family, limits.MostCharacters, limits.LongestTime, isWhole), cancellationToken);
}
