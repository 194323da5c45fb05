using System.Data.Common;
using Gongkai.Tests;
using Npgsql;

namespace Gongkai.Storage.Tests;

/// <summary>A database of its own on the one throw-away cluster of the test run.</summary>
public sealed class PostgresFixture : StorageFixture
{
    // One cluster for all, started by whoever comes first; it ends with the process.
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(PostgresCluster.StartAsync);

    private PostgresFixture(string connectionString) : base(DatabaseProvider.PostgreSQL) => ConnectionString = connectionString;

    public override string ConnectionString { get; }

    public static async Task<IStorageFixture> CreateAsync() => new PostgresFixture(await (await Shared.Value).CreateDatabaseAsync());

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task RemoveAsync() => await (await Shared.Value).DropDatabaseAsync(ConnectionString);
}
