using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Documents.Texts;

/// <summary>The texts of files, each read once and kept in the site's folder beside the index.</summary>
/// <remarks>
/// A text is kept under the file's path, length and time, in <c>texts/</c>; it is derived and may be deleted. Its first line says how it was read:
/// texts that an older reader made are read again.
/// </remarks>
internal sealed class KeptTexts(IMediaFiles files, IMediaLibrary library, ISiteFolder folder, IFileKinds kinds, TimeProvider time, ILogger<KeptTexts> logger) : IFileTexts, IDisposable
{
    /// <summary>Counts up whenever texts are read in another way.</summary>
    private const int Reader = 1;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".docx", ".xlsx" };

    private readonly TextReading _reading = new(kinds, TextLimits.Default, time, logger);
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<FileText> GetAsync(string path, CancellationToken cancellationToken = default)
    {
        if (!Extensions.Contains(Path.GetExtension(path)) || await files.FindAsync(path, cancellationToken) is not { } file)
            return FileText.None(FileTextState.NotRead);
        var place = PlaceOf(file);
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
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var unfinished = place + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(unfinished, string.Create(CultureInfo.InvariantCulture, $"{Reader} {text.State}\n{text.Text}"), cancellationToken);
        File.Move(unfinished, place, overwrite: true);
        return text;
    }

    private static async Task<FileText?> FindAsync(string place, CancellationToken cancellationToken)
    {
        if (!File.Exists(place))
            return null;
        var kept = await File.ReadAllTextAsync(place, cancellationToken);
        var end = kept.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && kept[..end].Split(' ') is [var reader, var state] && reader == Reader.ToString(CultureInfo.InvariantCulture) && Enum.TryParse<FileTextState>(state, out var read)
            ? new(read, kept[(end + 1)..])
            : null;
    }

    private string PlaceOf(MediaFile file)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Length}\n{file.ModifiedUtc.Ticks}");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(folder.Path("texts"), name[..2], name);
    }
}
