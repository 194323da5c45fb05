using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Gongkai.Content;
using Gongkai.Storage;

namespace OrchardSite.Backup;

/// <summary>What a backup came to.</summary>
/// <param name="Manifest">What is in it.</param>
/// <param name="Fingerprint">The manifest's hash: noted down elsewhere, it proves later that nothing in the file was changed.</param>
/// <param name="Length">The file's size in bytes.</param>
/// <param name="Notices">What was left out or missing, in Simplified Chinese.</param>
internal sealed record BackupReport(BackupManifest Manifest, string Fingerprint, long Length, IReadOnlyList<string> Notices);

/// <summary>Makes a backup while the site runs: the database as it is at one moment, then the files. A file is stored before anything refers to it, so all that the database of that moment refers to is there.</summary>
internal sealed class SiteBackup(StorageBackup database, BackupFolders folders, SiteSettings site, IAuditTrail audit, TimeProvider time)
{
    private const string UnfinishedSuffix = ".unfinished";

    // Names no file that people would take for a backup.
    private static string PrefixOf(string path) => $".{Path.GetFileName(path)}.";

    /// <summary>Makes it. The file is there under its name when it is whole, or not at all.</summary>
    /// <exception cref="BackupException">The file is there already or cannot be written.</exception>
    public async Task<BackupReport> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path) || Directory.Exists(path))
            throw new BackupException($"“{file}”已经存在，备份不覆盖任何文件，请换一个名称。");
        try
        {
            CleanUp(path);
            var unfinished = Path.Combine(Path.GetDirectoryName(path)!, PrefixOf(path) + IdGenerator.NewId() + UnfinishedSuffix);
            try
            {
                var report = await WriteWholeAsync(unfinished, cancellationToken);
                File.Move(unfinished, path, overwrite: false);
                await audit.AppendAsync([AuditOf(path, report)], CancellationToken.None);
                return report;
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"无法写入“{file}”，请检查文件夹是否存在、是否可写、空间是否足够：{fault.Message}", fault);
        }
    }

    private static AuditEntry AuditOf(string path, BackupReport report) => new(AuditActions.BackupMade)
    {
        Title = Path.GetFileName(path),
        Details = new() { ["fingerprint"] = report.Fingerprint, ["change"] = report.Manifest.Database.LastChange, ["files"] = report.Manifest.Files.Count, ["bytes"] = report.Length },
    };

    /// <summary>Removes what backups of this name that were killed have left behind; one that is being written is held open.</summary>
    private static void CleanUp(string path)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, PrefixOf(path) + "*" + UnfinishedSuffix))
        {
            try
            {
                using var only = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                // Somebody is writing it.
            }
        }
    }

    private async Task<BackupReport> WriteWholeAsync(string unfinished, CancellationToken cancellationToken)
    {
        // It holds hashes of passwords, and keys.
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(unfinished, access);
        BackupManifest manifest;
        string fingerprint;
        var notices = new List<string>();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var made = time.GetUtcNow().UtcDateTime;
            var shown = new HashSet<string>(StringComparer.Ordinal);
            var snapshot = await database.WriteAsync(table => Entry(zip, BackupManifest.EntryOf(table)), path => shown.Add("media/" + path), cancellationToken);
            var files = await WriteFilesAsync(zip, notices, cancellationToken);
            shown.ExceptWith(files.Select(file => file.Path));
            notices.AddRange(shown.Order(StringComparer.Ordinal).Select(path => $"已发布的内容用到的文件 {path} 不在文件夹里，备份中没有它。"));
            manifest = new(BackupManifest.FormatName, BackupManifest.FormatVersion, ProgramVersion, site.SiteName, made, snapshot, files);
            var bytes = manifest.ToBytes();
            fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
            await using (var entry = Entry(zip, BackupManifest.EntryName))
                await entry.WriteAsync(bytes, cancellationToken);
            await using (var entry = Entry(zip, BackupManifest.HashEntryName))
                await entry.WriteAsync(BackupManifest.HashEntryOf(fingerprint), cancellationToken);
        }

        // On the disk before it has its name.
        stream.Flush(flushToDisk: true);
        return new(manifest, fingerprint, stream.Length, notices);
    }

    private async Task<List<BackupFile>> WriteFilesAsync(ZipArchive zip, List<string> notices, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var (name, folder) in folders.All.Where(folder => Directory.Exists(folder.Path)))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", all).Order(StringComparer.Ordinal))
            {
                var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
                // Uploads that are not whole yet.
                if (Path.GetFileName(path)[0] == '.')
                    continue;
                if (MediaPath.FaultOf(relative) is { } fault)
                    notices.Add($"没有备份 {name}/{relative}：{fault}");
                else if (await WriteFileAsync(zip, $"{name}/{relative}", path, cancellationToken) is { } file)
                    files.Add(file);
            }
        }

        return files;
    }

    /// <summary>Copies a file; null when it was deleted meanwhile. One that is replaced meanwhile is copied as it was or as it is.</summary>
    private static async Task<BackupFile?> WriteFileAsync(ZipArchive zip, string name, string path, CancellationToken cancellationToken)
    {
        FileStream from;
        try
        {
            from = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, useAsync: true);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        await using (from)
        {
            await using var to = Entry(zip, name);
            var (length, hash) = await HashedCopy.RunAsync(from, to, long.MaxValue, cancellationToken);
            return new(name, length, hash);
        }
    }

    private static Stream Entry(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();

    internal static string ProgramVersion => typeof(SiteBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
