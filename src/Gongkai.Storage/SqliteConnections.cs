using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Storage;

/// <summary>How SQLite is opened: an acknowledged write survives a killed process and a pulled plug.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    /// <summary>The connection string of the options.</summary>
    public static string ConnectionString(StorageOptions options) => options.ConnectionString ?? new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.DataFolder ?? throw new InvalidOperationException("Neither DataFolder nor ConnectionString is set."), "gongkai.db"),
    }.ConnectionString;

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
