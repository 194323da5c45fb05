using System.Globalization;

namespace Gongkai.Search.Indexing;

/// <summary>A data folder's index: who owns it, and which of its generations is served. One for each folder in a process.</summary>
/// <remarks>
/// The folder holds <c>owner.lock</c> (held open by the one process that writes), <c>current</c> (the name of the served generation),
/// the generations, <c>reindex.request</c> when a command asked the owner to rebuild, and <c>owner.request</c> when a server asked a
/// command to give the index up.
/// </remarks>
internal sealed class IndexFolder : IDisposable
{
    private const string GenerationPrefix = "g-";

    // Orchard Core starts a tenant's new container while the old one still lives: both must share the one writer.
    private static readonly Dictionary<string, IndexFolder> Opened = new(StringComparer.Ordinal);

    private readonly string _path;
    private FileStream? _lock;
    private int _leases;
    private int _swaps;
    private bool _isGivenUp;
    private IndexGeneration? _current;

    private IndexFolder(string path) => _path = path;

    /// <summary>Held by whoever changes the index.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The served generation; null until one is opened or built.</summary>
    public IndexGeneration? Current => Volatile.Read(ref _current);

    /// <summary>How often another generation came to be served: answers may differ though nothing was published.</summary>
    public int Swaps => Volatile.Read(ref _swaps);

    /// <summary>The folder's index for one user, who gives it back by <see cref="Dispose"/>.</summary>
    public static IndexFolder Take(string path)
    {
        lock (Opened)
        {
            var full = Path.GetFullPath(path);
            if (!Opened.TryGetValue(full, out var folder))
                Opened[full] = folder = new IndexFolder(full);
            folder._leases++;
            return folder;
        }
    }

    /// <summary>Gives back what <see cref="Take"/> gave; the last to do so commits, closes and disowns the index.</summary>
    public void Dispose()
    {
        lock (Opened)
        {
            if (--_leases > 0)
                return;
            Opened.Remove(_path);
            try
            {
                _current?.Commit();
            }
            finally
            {
                Close();
                _lock?.Dispose();
                _lock = null;
            }
        }
    }

    /// <summary>Makes this process the owner if there is none; whether it is. Call inside <see cref="Gate"/>.</summary>
    public bool TryOwn()
    {
        if (_lock is not null || _isGivenUp)
            return !_isGivenUp;
        Directory.CreateDirectory(_path);
        try
        {
            // The kernel gives the lock back when a process ends, however it ends.
            _lock = new FileStream(Path.Combine(_path, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return false;
        }

        _lock.SetLength(0);
        _lock.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName}\n")));
        _lock.Flush();
        return true;
    }

    /// <summary>Where the served generation lies; null when there is none.</summary>
    public string? CurrentPath
    {
        get
        {
            var pointer = Path.Combine(_path, "current");
            if (!File.Exists(pointer))
                return null;
            var name = File.ReadAllText(pointer).Trim();
            return name.StartsWith(GenerationPrefix, StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) ? Path.Combine(_path, name) : null;
        }
    }

    /// <summary>Names the served generation's last commit: another name after every commit and every swap.</summary>
    public string CommitName => CurrentPath is { } path && Directory.Exists(path) ? string.Join('|', Directory.GetFiles(path, "segments_*").Order(StringComparer.Ordinal)) : "";

    /// <summary>A folder for a new generation, beside the others.</summary>
    public string NextPath()
    {
        // That of the served one is taken also when somebody deleted its folder: Lucene still holds its lock.
        IEnumerable<string> taken = Current is { } current ? [.. Generations(), current.Path] : Generations();
        var last = taken.Select(path => int.TryParse(Path.GetFileName(path)[GenerationPrefix.Length..], CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        var next = Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{GenerationPrefix}{last + 1:00000}"));
        Directory.CreateDirectory(next);
        return next;
    }

    /// <summary>Serves a generation that was opened. Call inside <see cref="Gate"/>.</summary>
    public void Serve(IndexGeneration generation) => Volatile.Write(ref _current, generation);

    /// <summary>Serves a generation that was built and committed, from now on and after a restart, and deletes all others. Call inside <see cref="Gate"/>.</summary>
    public void Swap(IndexGeneration generation)
    {
        var pointer = Path.Combine(_path, "current");
        using (var file = new FileStream(pointer + ".new", FileMode.Create))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(generation.Path)));
            file.Flush(flushToDisk: true);
        }

        File.Move(pointer + ".new", pointer, overwrite: true);
        var old = Interlocked.Exchange(ref _current, generation);
        Interlocked.Increment(ref _swaps);
        // Searches under way keep the old reader, and on this system its files, until they end.
        old?.Dispose();
        DeleteOthers(generation);
    }

    /// <summary>Stops serving; the next to catch up opens the index anew. Call inside <see cref="Gate"/>.</summary>
    public void Close() => Interlocked.Exchange(ref _current, null)?.Dispose();

    /// <summary>Whether somebody asked for a rebuild.</summary>
    public bool IsRebuildRequested => File.Exists(RequestPath);

    /// <summary>Asks the owner for a rebuild.</summary>
    public void RequestRebuild()
    {
        Directory.CreateDirectory(_path);
        File.WriteAllText(RequestPath, "");
    }

    /// <summary>Takes the request away, before it is carried out: one made meanwhile counts again.</summary>
    public void TakeRebuildRequest()
    {
        if (File.Exists(RequestPath))
            File.Delete(RequestPath);
    }

    /// <summary>Whether a server asked to own the index.</summary>
    public bool IsOwnershipRequested => File.Exists(OwnerRequestPath);

    /// <summary>Asks the owner to give the index up, if it is one that only works here for a while.</summary>
    public void RequestOwnership() => File.WriteAllText(OwnerRequestPath, "");

    /// <summary>Takes that request away.</summary>
    public void TakeOwnershipRequest() => File.Delete(OwnerRequestPath);

    /// <summary>Commits, closes and disowns the index for good: this process does not take it again. Call inside <see cref="Gate"/>.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        try
        {
            _current?.Commit();
        }
        finally
        {
            Close();
            _lock?.Dispose();
            _lock = null;
        }
    }

    private string OwnerRequestPath => Path.Combine(_path, "owner.request");

    private string RequestPath => Path.Combine(_path, "reindex.request");

    private void DeleteOthers(IndexGeneration served)
    {
        foreach (var path in Generations().Where(path => path != served.Path))
            Directory.Delete(path, recursive: true);
    }

    private string[] Generations() => Directory.Exists(_path) ? Directory.GetDirectories(_path, GenerationPrefix + "*") : [];
}
