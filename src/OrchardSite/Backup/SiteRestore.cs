using Gongkai.Content;
using Gongkai.Storage;

namespace OrchardSite.Backup;

/// <summary>Brings a backup into an empty data folder and an empty database, whole or not at all. The search index is built when the site is started.</summary>
internal sealed class SiteRestore(StorageRestore database, StorageDatabase storage, BackupFolders folders, IAuditTrail audit)
{
    /// <summary>In the data folder until a restore is whole: a site is not started over half of one.</summary>
    public const string Marker = "restoring";

    /// <summary>Restores.</summary>
    /// <exception cref="BackupException">The backup cannot be used, or the place is not empty; nothing was written.</exception>
    public async Task<BackupArchive> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        CheckPlaces();
        var archive = await BackupArchive.OpenAsync(file, folders, cancellationToken);
        try
        {
            if (await database.FindFaultAsync(archive.Manifest.Database, cancellationToken) is { } fault)
                throw new BackupException(fault);
            CheckRoom(archive);
            await archive.VerifyAsync(cancellationToken);
            await WriteAsync(archive, cancellationToken);
            await storage.PrepareAsync(CancellationToken.None);
            await audit.AppendAsync([AuditOf(file, archive)], CancellationToken.None);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static AuditEntry AuditOf(string file, BackupArchive archive) => new(AuditActions.BackupRestored)
    {
        Title = Path.GetFileName(file),
        Details = new() { ["fingerprint"] = archive.Fingerprint, ["made"] = FieldJson.Instant(archive.Manifest.MadeUtc), ["change"] = archive.Manifest.Database.LastChange },
    };

    private IEnumerable<string> Places => folders.All.Select(folder => folder.Path).Prepend(folders.DataFolder);

    private void CheckPlaces()
    {
        foreach (var place in Places)
        {
            if (File.Exists(place))
                throw new BackupException($"{place} 是一个文件，不是文件夹。");
            if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
                throw new BackupException(File.Exists(Path.Combine(place, Marker))
                    ? $"上一次恢复到 {place} 没有完成。请清空这个文件夹后再试。"
                    : $"文件夹 {place} 不是空的。恢复只写入空的文件夹，请用 --data 指定另一个，或先移走里面的文件。");
        }
    }

    private void CheckRoom(BackupArchive archive)
    {
        var folder = folders.DataFolder;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
            folder = above;
        // Rows take more room in a database, with its indexes; on a server none here.
        var needed = archive.FileLength + (folders.HasDatabase ? archive.TableLength * 1.5m : 0);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (needed > free)
            throw new BackupException(FormattableString.Invariant($"磁盘空间不够：恢复需要约 {needed / 1024 / 1024:0} MB，{folder} 所在的磁盘还有 {free / 1024 / 1024} MB。"));
    }

    private async Task WriteAsync(BackupArchive archive, CancellationToken cancellationToken)
    {
        var made = Places.Where(place => !Directory.Exists(place)).ToList();
        try
        {
            Directory.CreateDirectory(folders.DataFolder);
            await File.WriteAllTextAsync(Path.Combine(folders.DataFolder, Marker), "", cancellationToken);
            // A server that finds the database empty meanwhile waits, and then finds it set up.
            await using var only = await storage.LockAsync("setup", cancellationToken);
            await database.RestoreAsync(archive.Manifest.Database, archive.Open, () => WriteFilesAsync(archive, cancellationToken), cancellationToken);
            File.Delete(Path.Combine(folders.DataFolder, Marker));
        }
        catch (Exception fault)
        {
            Empty(made);
            if (fault is IOException or UnauthorizedAccessException)
                throw new BackupException($"写入时出错，没有恢复：{fault.Message}", fault);
            throw;
        }
    }

    private async Task WriteFilesAsync(BackupArchive archive, CancellationToken cancellationToken)
    {
        foreach (var file in archive.Manifest.Files)
        {
            var target = folders.PlaceOf(file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await archive.WriteAsync(file, target, cancellationToken);
        }
    }

    /// <summary>Takes away what was written into places that were empty before. The marker goes last: what cannot be taken away is told by it.</summary>
    private void Empty(List<string> made)
    {
        foreach (var place in Places.Reverse().Where(Directory.Exists))
        {
            foreach (var entry in new DirectoryInfo(place).EnumerateFileSystemInfos().Where(entry => entry.Name != Marker))
            {
                if (entry is DirectoryInfo folder)
                    folder.Delete(recursive: true);
                else
                    entry.Delete();
            }

            File.Delete(Path.Combine(place, Marker));
            if (made.Contains(place))
                Directory.Delete(place);
        }
    }
}
