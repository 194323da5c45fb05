using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>What the database has of the items of a call, loaded in a handful of queries.</summary>
internal sealed class StoredItems
{
    private StoredItems()
    {
    }

    /// <summary>The published and newest versions by item.</summary>
    public Dictionary<string, ItemState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions of <see cref="States"/>, and old ones that are asked for, by version id.</summary>
    public Dictionary<string, TrackedVersion> Versions { get; } = new(StringComparer.Ordinal);

    /// <summary>The types of items that have any version, deleted ones included.</summary>
    public Dictionary<string, string> Types { get; private set; } = [];

    /// <summary>The items that had any version when the call began.</summary>
    public HashSet<string> WereThere { get; private init; } = [];

    /// <summary>Of versions that an import brings, those that a history has.</summary>
    public Dictionary<string, KnownVersion> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>The key of the next new version.</summary>
    public long NextKey { get; set; }

    public static async Task<StoredItems> LoadAsync(
        StorageContext context, IReadOnlyCollection<ContentOperation> operations, IReadOnlyCollection<string> importedVersionIds, CancellationToken cancellationToken)
    {
        var types = await Bulk.FindTypesAsync(context, operations.Select(operation => operation.ContentItemId), cancellationToken);
        var stored = new StoredItems { Types = types, WereThere = types.Keys.ToHashSet(StringComparer.Ordinal) };
        stored.NextKey = (await context.Versions.MaxAsync(row => (long?)row.Key, cancellationToken) ?? 0) + 1;
        await stored.LoadStatesAsync(context, cancellationToken);
        await stored.LoadKnownAsync(context, importedVersionIds, cancellationToken);
        await stored.LoadOldAsync(context, [.. operations.OfType<RestoreVersion>().Select(restore => restore.VersionId)], cancellationToken);
        return stored;
    }

    private async Task LoadStatesAsync(StorageContext context, CancellationToken cancellationToken)
    {
        foreach (var ids in Types.Keys.Chunk(Bulk.ChunkSize))
        {
            var rows = await context.Versions.AsNoTracking().Where(row => ids.Contains(row.ContentItemId) && (row.Published || row.Latest)).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                var version = Track(row);
                var state = States.GetValueOrDefault(row.ContentItemId, ItemState.None);
                States[row.ContentItemId] = new(row.Published ? version.Item : state.Published, row.Latest ? version.Item : state.Latest);
            }
        }
    }

    private async Task LoadKnownAsync(StorageContext context, IReadOnlyCollection<string> versionIds, CancellationToken cancellationToken)
    {
        foreach (var ids in versionIds.Distinct().Chunk(Bulk.ChunkSize))
        {
            var rows = context.Versions.Where(row => ids.Contains(row.VersionId)).Select(row => new { row.VersionId, row.ContentItemId, row.ImportHash });
            foreach (var row in await rows.ToListAsync(cancellationToken))
                Known[row.VersionId] = new(row.ContentItemId, row.ImportHash);
        }
    }

    private async Task LoadOldAsync(StorageContext context, string[] versionIds, CancellationToken cancellationToken)
    {
        foreach (var ids in versionIds.Where(id => !Versions.ContainsKey(id)).Distinct().Chunk(Bulk.ChunkSize))
        {
            foreach (var row in await context.Versions.AsNoTracking().Where(row => ids.Contains(row.VersionId)).ToListAsync(cancellationToken))
                Track(row);
        }
    }

    private TrackedVersion Track(VersionRow row) => Versions[row.VersionId] = new(row, ItemJson.ReadItem(row.Json), isNew: false);
}

/// <summary>A version that a history has.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ImportHash">What an import brought; null for a version made here.</param>
internal sealed record KnownVersion(string ContentItemId, string? ImportHash);
