using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Documents.Texts;

/// <summary>All that files say, each read once and kept beside the texts for the search.</summary>
/// <remarks>Its reader is another process than that of the index: whoever waits for a check does not wait for that.</remarks>
internal sealed class KeptWholeTexts(IMediaFiles files, IMediaLibrary library, ISiteFolder folder, IFileKinds kinds, TimeProvider time, ILogger<KeptWholeTexts> logger) : IWholeTexts, IDisposable
{
    /// <summary>Counts up whenever files are read in another way.</summary>
    private const int Reader = 1;

    private readonly TextFolder _kept = new(folder, "whole\n", Reader);
    private readonly TextReading _reading = new(kinds, TextLimits.Whole, time, logger, isWhole: true);
    private readonly SemaphoreSlim _one = new(1, 1);

    // What nobody could read now is tried again when somebody asks.
    private readonly ConcurrentDictionary<string, WholeText> _unread = new(StringComparer.Ordinal);

    public async Task<WholeText?> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        if (await files.FindAsync(path, cancellationToken) is not { } file)
            return null;
        var place = _kept.PlaceOf(file);
        if (await FindAtAsync(place, cancellationToken) is { } kept)
            return kept;
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await FindAtAsync(place, cancellationToken) ?? await ReadAsync(path, place, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<WholeText?> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        if (await files.FindAsync(path, cancellationToken) is not { } file)
            return null;
        var place = _kept.PlaceOf(file);
        return await FindAtAsync(place, cancellationToken) ?? _unread.GetValueOrDefault(place);
    }

    public void Dispose()
    {
        _reading.Dispose();
        _one.Dispose();
    }

    private async Task<WholeText?> ReadAsync(string path, string place, CancellationToken cancellationToken)
    {
        string hash;
        await using (var hashed = await library.OpenAsync(path, cancellationToken))
        {
            if (hashed is null)
                return null;
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(hashed, cancellationToken));
        }

        if (await library.OpenAsync(path, cancellationToken) is not { } stream)
            return null;
        if (await _reading.ReadAsync(stream, cancellationToken) is not { } text)
            return _unread[place] = new(hash, FileTextState.NotRead, "");
        await _kept.KeepAsync(place, $"{hash} {text.State}", text.Text, cancellationToken);
        return new(hash, text.State, text.Text);
    }

    private async Task<WholeText?> FindAtAsync(string place, CancellationToken cancellationToken) =>
        await _kept.FindAsync(place, cancellationToken) is ([var hash, var state], var text) && Enum.TryParse<FileTextState>(state, out var read) ? new(hash, read, text) : null;
}
