namespace Gongkai.Storage.Tests;

/// <summary>A snapshot and its tables' lines.</summary>
public sealed class SnapshotInMemory
{
    private readonly Dictionary<string, MemoryStream> _tables = new(StringComparer.Ordinal);

    public DatabaseSnapshot Snapshot { get; set; } = null!;

    public List<string> ShownMedia { get; } = [];

    /// <summary>The lines of a table; giving others changes what is restored.</summary>
    public Dictionary<string, byte[]> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a snapshot.</summary>
    /// <param name="site">The site.</param>
    /// <param name="meanwhile">Is run when each table is about to be written.</param>
    public static async Task<SnapshotInMemory> OfAsync(StorageBackup site, Action<string>? meanwhile = null)
    {
        var taken = new SnapshotInMemory();
        taken.Snapshot = await site.WriteAsync(
            table =>
            {
                meanwhile?.Invoke(table);
                return taken._tables[table] = new();
            },
            taken.ShownMedia.Add);
        foreach (var (table, stream) in taken._tables)
            taken.Lines[table] = stream.ToArray();
        return taken;
    }

    public Stream Open(TableSnapshot table) => new MemoryStream(Lines[table.Name], writable: false);
}
