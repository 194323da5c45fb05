namespace Gongkai.Storage.Tests;

/// <summary>What is SQLite's own.</summary>
public abstract class SqliteContract : StorageContract
{
    protected new SqliteFixture Fixture => (SqliteFixture)base.Fixture;

    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}
