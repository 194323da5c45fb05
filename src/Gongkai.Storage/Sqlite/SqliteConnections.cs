using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Storage;

/// <summary>How SQLite is opened: an acknowledged write survives a killed process and a pulled plug.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    /// <summary>The connection string of the options.</summary>
    public static string ConnectionString(StorageOptions options) => options.ConnectionString is { Length: > 0 } given ? given : new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.DataFolder ?? throw new InvalidOperationException("Neither DataFolder nor ConnectionString is set."), "gongkai.db"),
    }.ConnectionString;

    /// <summary>The database file, as a full path.</summary>
    public static string FileOf(string connectionString)
    {
        try
        {
            return Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        }
        catch (ArgumentException fault)
        {
            throw new StorageException("ConnectionStrings:Gongkai 不是 SQLite 的连接字符串（如 Data Source=/srv/gongkai/gongkai.db）。要用 PostgreSQL，请把 Database:Provider 设为 PostgreSQL。", fault);
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite's calls are synchronous underneath.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
