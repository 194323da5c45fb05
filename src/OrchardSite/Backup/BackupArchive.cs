using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Content;
using Gongkai.Storage;

namespace OrchardSite.Backup;

/// <summary>A backup's file, opened for reading. Everything that it says of itself is judged before a byte is unpacked, and every byte before one is written.</summary>
internal sealed class BackupArchive : IDisposable
{
    /// <summary>How many times its own size a backup may unpack to, beyond <see cref="AlwaysAllowedLength"/>.</summary>
    public const long MaxRatio = 200;

    /// <summary>So many bytes may be unpacked at any ratio.</summary>
    public const long AlwaysAllowedLength = 64L * 1024 * 1024;

    // A million files.
    private const long MaxManifestLength = 256L * 1024 * 1024;

    private const long MaxHashLength = 200;

    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private BackupArchive(FileStream file, ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, BackupManifest manifest, string fingerprint) =>
        (_file, _zip, _entries, Manifest, Fingerprint) = (file, zip, entries, manifest, fingerprint);

    public BackupManifest Manifest { get; }

    /// <summary>The manifest's hash.</summary>
    public string Fingerprint { get; }

    /// <summary>How many bytes the rows take.</summary>
    public decimal TableLength => Manifest.Database.Tables.Sum(table => (decimal)table.Length);

    /// <summary>How many bytes the files take.</summary>
    public decimal FileLength => Manifest.Files.Sum(file => (decimal)file.Length);

    /// <summary>Opens a backup.</summary>
    /// <exception cref="BackupException">It is none, or one that must not be unpacked.</exception>
    public static async Task<BackupArchive> OpenAsync(string path, BackupFolders folders, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"无法打开“{path}”：{fault.Message}", fault);
        }

        ZipArchive? zip = null;
        try
        {
            zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
            var entries = EntriesOf(zip);
            if (!entries.Remove(BackupManifest.EntryName, out var entry))
                throw new BackupException($"里面没有清单（{BackupManifest.EntryName}），不是本程序做的备份。");
            var bytes = await ReadWholeAsync(entry, MaxManifestLength, cancellationToken);
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (!entries.Remove(BackupManifest.HashEntryName, out var hash) || !(await ReadWholeAsync(hash, MaxHashLength, cancellationToken)).AsSpan().SequenceEqual(BackupManifest.HashEntryOf(fingerprint)))
                throw new BackupException($"清单（{BackupManifest.EntryName}）与它的校验值不符，备份已损坏或被改动过。");
            var manifest = ManifestOf(bytes);
            Compare(manifest, entries, folders, file.Length);
            return new(file, zip, entries, manifest, fingerprint);
        }
        catch (Exception fault)
        {
            zip?.Dispose();
            await file.DisposeAsync();
            throw fault switch
            {
                BackupException => new BackupException($"不能恢复“{path}”：{fault.Message}", fault),
                InvalidDataException or JsonException or IOException or NotSupportedException or ArgumentException => new BackupException($"不能恢复“{path}”：不是完整的备份文件，可能没有传完整或已损坏（{fault.Message}）。", fault),
                _ => fault,
            };
        }
    }

    /// <summary>Reads everything and compares it with its hash.</summary>
    /// <exception cref="BackupException">Something is not what the manifest says.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Manifest.Database.Tables)
            await VerifyAsync(BackupManifest.EntryOf(table.Name), table.Length, table.Sha256, null, cancellationToken);
        foreach (var file in Manifest.Files)
            await VerifyAsync(file.Path, file.Length, file.Sha256, null, cancellationToken);
    }

    /// <summary>The rows of a table. Whoever brings them compares what arrived.</summary>
    public Stream Open(TableSnapshot table) => _entries[BackupManifest.EntryOf(table.Name)].Open();

    /// <summary>Writes a file.</summary>
    /// <exception cref="BackupException">It is not what the manifest says.</exception>
    public async Task WriteAsync(BackupFile file, string target, CancellationToken cancellationToken)
    {
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        await VerifyAsync(file.Path, file.Length, file.Sha256, to, cancellationToken);
        to.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    private async Task VerifyAsync(string name, long length, string hash, Stream? to, CancellationToken cancellationToken)
    {
        try
        {
            await using var from = _entries[name].Open();
            if (await HashedCopy.RunAsync(from, to, length, cancellationToken) != (length, hash))
                throw new BackupException($"备份已损坏：{name} 与清单里的校验值不符。请用另一份备份。");
        }
        catch (InvalidDataException fault)
        {
            throw new BackupException($"备份已损坏：{name} 不能解压（{fault.Message}）。请用另一份备份。", fault);
        }
    }

    private static Dictionary<string, ZipArchiveEntry> EntriesOf(ZipArchive zip)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted || !entries.TryAdd(entry.FullName, entry))
                throw new BackupException($"“{ShortText.Of(entry.FullName)}”是加密的，或者有两个，不是本程序做的备份。");
        }

        return entries;
    }

    private static async Task<byte[]> ReadWholeAsync(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        if (entry.Length > most)
            throw new BackupException("清单太长，不是本程序做的备份。");
        using var bytes = new MemoryStream();
        await using var from = entry.Open();
        var (length, _) = await HashedCopy.RunAsync(from, bytes, entry.Length, cancellationToken);
        return length == entry.Length ? bytes.ToArray() : throw new InvalidDataException(entry.FullName);
    }

    private static BackupManifest ManifestOf(byte[] bytes)
    {
        var manifest = BackupManifest.Read(bytes);
        if (manifest.Format != BackupManifest.FormatName)
            throw new BackupException("清单是另一种程序的，不是本程序做的备份。");
        return manifest.Version == BackupManifest.FormatVersion ? manifest : throw new BackupException($"备份的格式（{manifest.Version}）比本程序的新，请用做备份的那个版本或更新的版本恢复。");
    }

    /// <summary>What the manifest names is what is there, in places where it belongs, and no more of it than the file can hold honestly.</summary>
    private static void Compare(BackupManifest manifest, Dictionary<string, ZipArchiveEntry> entries, BackupFolders folders, long fileLength)
    {
        foreach (var file in manifest.Files)
        {
            if (folders.FaultOf(file.Path) is { } fault)
                throw new BackupException(fault);
        }

        var named = manifest.Files.Select(file => (file.Path, file.Length)).Concat(manifest.Database.Tables.Select(table => (Path: BackupManifest.EntryOf(table.Name), table.Length))).ToList();
        if (named.Select(one => one.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count() != named.Count)
            throw new BackupException("清单里有两个同名的文件（不分大小写）。");
        foreach (var (path, length) in named)
        {
            if (!entries.TryGetValue(path, out var entry) || entry.Length != length)
                throw new BackupException($"清单里的 {ShortText.Of(path)} 不在备份里，或者长度不对，备份已损坏或被改动过。");
        }

        if (entries.Count != named.Count)
            throw new BackupException($"里面有清单没有的文件“{ShortText.Of(entries.Keys.Except(named.Select(one => one.Path)).First())}”，备份被改动过。");
        if (entries.Values.Sum(entry => (decimal)entry.CompressedLength) > fileLength)
            throw new BackupException("里面的文件互相重叠，像是压缩炸弹，没有解压。");
        if (named.Sum(one => (decimal)one.Length) is var total && total > AlwaysAllowedLength && total / MaxRatio > fileLength)
            throw new BackupException($"解压后是压缩前的 {MaxRatio} 倍以上，像是压缩炸弹，没有解压。");
    }
}
