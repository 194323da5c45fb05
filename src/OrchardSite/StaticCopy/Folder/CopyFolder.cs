using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace OrchardSite.StaticCopy.Folder;

/// <summary>The folder of a copy: <c>site/</c> is what a web server gives out, <c>nginx/</c> what it is told beside, <c>state/</c> is ours alone. Used by one run at a time.</summary>
/// <remarks>
/// Files are written aside in <c>state/incoming/</c> and moved into their places when all of a run are whole: each change of the folder is one rename,
/// and a reader sees a file as it was or as it is.
/// </remarks>
internal sealed class CopyFolder : IDisposable
{
    private const string MarkFile = "gongkai-static.txt";
    private const string MarkText = "This folder is written by publish-static. See docs/static-copy.md.\n";
    private const string PackedEnding = ".gz";

    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    private CopyFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What a web server gives out.</summary>
    public string Site => At("site");

    /// <summary>What the copy holds.</summary>
    public string Manifest => At("state", "manifest");

    /// <summary>What a run has prepared.</summary>
    public string Journal => At("state", "journal");

    private string Incoming => At("state", "incoming");

    /// <summary>Takes a folder for a run.</summary>
    /// <param name="path">The folder, as a full path.</param>
    /// <param name="own">Folders of the site, which a copy must neither lie in nor hold.</param>
    /// <exception cref="StaticCopyException">It cannot be used; the message says why.</exception>
    public static CopyFolder Open(string path, IEnumerable<string> own)
    {
        if (CopyPlace.FaultOf(path, own) is { } fault)
            throw new StaticCopyException(fault);
        try
        {
            var state = System.IO.Path.Combine(path, "state");
            if (!File.Exists(System.IO.Path.Combine(state, MarkFile)) && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
                throw new StaticCopyException($"文件夹 {path} 里已有别的文件，不是静态副本，没有改动它。请指定一个空文件夹。");
            Directory.CreateDirectory(state);
            File.WriteAllText(System.IO.Path.Combine(state, MarkFile), MarkText);
            var held = Hold(System.IO.Path.Combine(state, "lock"), path);
            return new(path, held);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StaticCopyException($"不能在 {path} 里写静态副本（{refused.Message}）。请检查文件夹和它的权限。", refused);
        }
    }

    /// <summary>Where a file of the copy is.</summary>
    public string FileAt(string file) => System.IO.Path.Combine(Site, file.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Whether a file lies in its place, as it was written.</summary>
    public bool Has(string file, long length, bool packed) =>
        new FileInfo(FileAt(file)) is { Exists: true } there && there.Length == length && File.Exists(FileAt(file) + PackedEnding) == packed;

    /// <summary>Whether a file lies ready to be moved into its place.</summary>
    public bool HasStaged(string file, long length) => new FileInfo(Staged(file)) is { Exists: true } there && there.Length == length;

    /// <summary>A stream to a file that is to come into the copy. It counts when the run's journal names it.</summary>
    public FileStream Stage(string file)
    {
        var place = Staged(file);
        Make(System.IO.Path.GetDirectoryName(place)!);
        return new(place, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024);
    }

    /// <summary>Prepares a file, and compressed beside it if wished.</summary>
    public void Stage(string file, ReadOnlySpan<byte> content, bool packs)
    {
        using (var stream = Stage(file))
            stream.Write(content);
        if (!packs)
            return;
        using var packed = Stage(file + PackedEnding);
        using var packing = new GZipStream(packed, CompressionLevel.SmallestSize);
        packing.Write(content);
    }

    /// <summary>Gives a prepared file the name of its place.</summary>
    public void Restage(string file, string name) => Move(Staged(file), Staged(name));

    /// <summary>The hash of a file that lies in its place.</summary>
    public string HashOf(string file)
    {
        using var stream = File.OpenRead(FileAt(file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Takes a prepared file away again.</summary>
    public void Unstage(string file) => Delete(Staged(file));

    /// <summary>Moves a prepared file into its place; nothing when it lies there already.</summary>
    public void Place(string file)
    {
        var isMoved = Move(Staged(file), FileAt(file));
        if (!Move(Staged(file + PackedEnding), FileAt(file + PackedEnding)) && isMoved)
            Delete(FileAt(file + PackedEnding));
    }

    /// <summary>Takes a file out of the copy, at once.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string file)
    {
        var place = FileAt(file);
        var wasThere = Delete(place);
        Delete(place + PackedEnding);
        for (var folder = System.IO.Path.GetDirectoryName(place)!; folder.Length > Site.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = System.IO.Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
        return wasThere;
    }

    /// <summary>Writes a file that a web server reads as configuration; nothing when it is the same.</summary>
    public void Tell(string name, string content)
    {
        var place = At("nginx", name);
        if (File.Exists(place) && File.ReadAllText(place) == content)
            return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        File.WriteAllText(place + ".new", content);
        File.Move(place + ".new", place, overwrite: true);
    }

    /// <summary>Ends a run: what it prepared and did not use goes.</summary>
    public void CleanUp()
    {
        Delete(Journal);
        if (Directory.Exists(Incoming))
            Directory.Delete(Incoming, recursive: true);
        _made.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private string At(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    private string Staged(string file) => System.IO.Path.Combine(Incoming, file.Replace('/', System.IO.Path.DirectorySeparatorChar));

    private bool Move(string from, string to)
    {
        if (!File.Exists(from))
            return false;
        Make(System.IO.Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
        return true;
    }

    private void Make(string folder)
    {
        if (_made.TryAdd(folder, true) || !Directory.Exists(folder))
            Directory.CreateDirectory(folder);
    }

    private static bool Delete(string file)
    {
        var isThere = File.Exists(file);
        if (isThere)
            File.Delete(file);
        return isThere;
    }

    private static FileStream Hold(string file, string folder)
    {
        try
        {
            // The system gives the lock back when the process ends, however it ends.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new StaticCopyException($"另一个 publish-static 正在写 {folder}，这一次没有做任何事。它完成后再运行。", busy);
        }
    }
}
