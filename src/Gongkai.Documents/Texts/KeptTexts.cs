using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Documents.Texts;

/// <summary>The texts of files for the search, each read once and kept in the site's folder beside the index.</summary>
internal sealed class KeptTexts(IMediaFiles files, IMediaLibrary library, ISiteFolder folder, IFileKinds kinds, TimeProvider time, ILogger<KeptTexts> logger) : IFileTexts, IDisposable
{
    /// <summary>Counts up whenever texts are read in another way.</summary>
    private const int Reader = 1;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".docx", ".xlsx" };

    private readonly TextFolder _kept = new(folder, "", Reader);
    private readonly TextReading _reading = new(kinds, TextLimits.Default, time, logger);
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<FileText> GetAsync(string path, CancellationToken cancellationToken = default)
    {
        if (!Extensions.Contains(Path.GetExtension(path)) || await files.FindAsync(path, cancellationToken) is not { } file)
            return FileText.None(FileTextState.NotRead);
        var place = _kept.PlaceOf(file);
        if (await FindAsync(place, cancellationToken) is { } kept)
            return kept;
        // One file at a time: what it takes in memory is not known before.
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await FindAsync(place, cancellationToken) ?? await ReadAsync(path, place, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _reading.Dispose();
        _one.Dispose();
    }

    private async Task<FileText> ReadAsync(string path, string place, CancellationToken cancellationToken)
    {
        if (await library.OpenAsync(path, cancellationToken) is not { } stream)
            return FileText.None(FileTextState.NotRead);
        // Nobody could read it now: it is read another time.
        if (await _reading.ReadAsync(stream, cancellationToken) is not { } text)
            return FileText.None(FileTextState.NotRead);
        if (text.State == FileTextState.Unreadable && logger.IsEnabled(LogLevel.Warning))
            logger.LogWarning("附件 {Path} 的文字读不出来，只能按名称查到。", path);
        await _kept.KeepAsync(place, text.State.ToString(), text.Text, cancellationToken);
        return text;
    }

    private async Task<FileText?> FindAsync(string place, CancellationToken cancellationToken) =>
        await _kept.FindAsync(place, cancellationToken) is ([var state], var text) && Enum.TryParse<FileTextState>(state, out var read) ? new(read, text) : null;
}
