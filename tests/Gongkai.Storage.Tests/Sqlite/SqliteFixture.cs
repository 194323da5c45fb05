using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gongkai.Storage.Tests;

/// <summary>SQLite in a folder that goes away afterwards.</summary>
public sealed class SqliteFixture() : StorageFixture(DatabaseProvider.Sqlite)
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("gongkai-storage-").FullName;

    public override string ConnectionString => $"Data Source={Path.Combine(Folder, "gongkai.db")}";

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task RemoveAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
