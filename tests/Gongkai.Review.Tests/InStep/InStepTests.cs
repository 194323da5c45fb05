using Gongkai.Tests;

namespace Gongkai.Review.Tests.InStep;

public sealed class SqliteInStepTests : InStepContract
{
    protected override Task<string?> ConnectAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresInStepTests : InStepContract
{
    // One cluster for all, started by whoever comes first; it ends with the process.
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(PostgresCluster.StartAsync);

    private string _connection = "";

    protected override async Task<string?> ConnectAsync() => _connection = await (await Shared.Value).CreateDatabaseAsync();

    protected override async Task LeaveAsync() => await (await Shared.Value).DropDatabaseAsync(_connection);
}
