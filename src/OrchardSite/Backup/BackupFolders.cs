using Gongkai.Content;

namespace OrchardSite.Backup;

/// <summary>The folders whose files belong to the site beside its database. What else lies in the data folder is derived, or of one process.</summary>
/// <param name="dataFolder">The data folder.</param>
/// <param name="mediaFolder">The uploaded files.</param>
/// <param name="keysFolder">The keys: with them, those who are signed in stay so, and what is encrypted in the database can be read.</param>
/// <param name="hasDatabase">Whether the database lies in the data folder, too.</param>
internal sealed class BackupFolders(string dataFolder, string mediaFolder, string keysFolder, bool hasDatabase)
{
    /// <summary>The data folder.</summary>
    public string DataFolder { get; } = dataFolder;

    /// <summary>Whether the database lies in the data folder.</summary>
    public bool HasDatabase { get; } = hasDatabase;

    /// <summary>Each folder by its name in a backup.</summary>
    public IReadOnlyList<(string Name, string Path)> All { get; } = [("media", mediaFolder), ("keys", keysFolder), ("recipe-runs", Path.Combine(dataFolder, "recipe-runs"))];

    /// <summary>What is wrong with the path of a file in a backup; null when it can be restored.</summary>
    public string? FaultOf(string entry)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || !All.Any(folder => folder.Name == entry[..slash]) ? $"本程序不认识文件“{ShortText.Of(entry)}”。" : MediaPath.FaultOf(entry[(slash + 1)..])?.ToString();
    }

    /// <summary>Where a file of a backup belongs.</summary>
    public string PlaceOf(string entry)
    {
        var (name, folder) = All.First(folder => entry.StartsWith(folder.Name + "/", StringComparison.Ordinal));
        return Path.Combine([folder, .. entry[(name.Length + 1)..].Split('/')]);
    }
}
