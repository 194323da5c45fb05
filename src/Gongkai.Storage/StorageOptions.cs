namespace Gongkai.Storage;

/// <summary>Where the database is.</summary>
public sealed class StorageOptions
{
    /// <summary>The engine.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>The folder of SQLite's <c>gongkai.db</c>; made when missing.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The engine's connection string; SQLite can do without.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>A database engine.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data folder.</summary>
    Sqlite,

    /// <summary>A server, which several processes may use.</summary>
    PostgreSQL,
}
