namespace Gongkai.Storage;

/// <summary>Where the database is.</summary>
public sealed class StorageOptions
{
    /// <summary>The folder of <c>gongkai.db</c>; made when missing.</summary>
    public string? DataFolder { get; set; }

    /// <summary>A SQLite connection string; goes before <see cref="DataFolder"/>.</summary>
    public string? ConnectionString { get; set; }
}
