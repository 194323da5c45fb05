using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>The schema is made and brought up to date on start.</summary>
public sealed class SqliteSchemaTests : SqliteContract
{
    [Fact]
    public async Task The_migrations_make_the_schema_that_the_model_has()
    {
        var site = await Fixture.OpenAsync();
        await using var context = await ContextAsync(site);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_migration_names_no_column_type_of_one_engine()
    {
        var site = await Fixture.OpenAsync();
        await using var context = await ContextAsync(site);
        var migrations = context.GetService<IMigrationsAssembly>();

        var operations = migrations.Migrations.Values
            .SelectMany(type => migrations.CreateMigration(type, "Microsoft.EntityFrameworkCore.Sqlite").UpOperations)
            .OfType<CreateTableOperation>();

        Assert.All(operations.SelectMany(table => table.Columns), column => Assert.Null(column.ColumnType));
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_all_come_up()
    {
        var sites = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestSite.OpenAsync(options => options.DataFolder = Fixture.Folder))));

        foreach (var site in sites)
        {
            Assert.Equal(0, await site.Feed.GetLastAsync());
            await site.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_process_killed_while_migrating_does_not_block_the_next()
    {
        await using (var connection = Fixture.Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            command.ExecuteNonQuery();
        }

        var site = await Fixture.OpenAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_restart_keeps_what_is_there()
    {
        var site = await (await Fixture.OpenAsync()).WithSampleAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var restarted = await Fixture.OpenAsync();

        Assert.NotNull(await restarted.PublishedAsync("a"));
    }

    private static Task<StorageContext> ContextAsync(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
}
