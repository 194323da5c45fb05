namespace Gongkai.Storage.Tests;

/// <summary>What is SQLite's own in making the schema.</summary>
public sealed class SqliteMigrationTests : SqliteContract
{
    [Fact]
    public async Task A_process_killed_while_migrating_does_not_block_the_next()
    {
        await Fixture.ExecuteSqlAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            """);

        var site = await Fixture.OpenAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, await site.Feed.GetLastAsync());
    }
}
