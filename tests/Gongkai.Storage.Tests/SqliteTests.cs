namespace Gongkai.Storage.Tests;

public sealed class SqliteLifecycleTests : LifecycleContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Task.FromResult<IStorageFixture>(new SqliteFixture());
}
