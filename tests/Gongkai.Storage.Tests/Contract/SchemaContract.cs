using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>The schema is made and brought up to date on start.</summary>
public abstract class SchemaContract : StorageContract
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
    public async Task A_database_that_the_first_schema_made_is_brought_up_to_date_and_keeps_what_it_has()
    {
        var site = await Fixture.OpenAsync();
        await using (var context = await ContextAsync(site))
        {
            var migrator = context.GetService<IMigrator>();
            await migrator.MigrateAsync(Migration.InitialDatabase);
            await migrator.MigrateAsync(context.Database.GetMigrations().First());
        }

        await Fixture.ExecuteSqlAsync("""
            INSERT INTO "Versions" ("Key", "ContentItemId", "VersionId", "ContentType", "Latest", "Published", "PublishedUtc", "ImportHash", "Json") VALUES
            (1, 'a', 'v1', 'Notice', TRUE, TRUE, '2026-01-02 03:04:05', NULL,
            '{"ContentItemId":"a","ContentItemVersionId":"v1","ContentType":"Notice","DisplayText":"通知","Latest":true,"Published":true,"PublishedUtc":"2026-01-02T03:04:05Z"}');
            INSERT INTO "Changes" ("Sequence", "Subject", "SubjectId", "ContentType") VALUES (1, 0, 'a', 'Notice');
            """);

        var later = await (await Fixture.OpenAsync()).WithSampleAsync();

        Assert.Equal("通知", (await later.PublishedAsync("a"))!.DisplayText);
        await later.DoAsync(Sample.Import(Sample.Notice("b", related: ["a"]), "v2"));
        Assert.Equal(["b"], (await later.ReadAsync(reader => reader.BacklinksAsync("a"))).Select(item => item.ContentItemId));
        await using var after = await ContextAsync(later);
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_database_all_come_up()
    {
        var sites = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestSite.OpenAsync(Configure))));

        foreach (var site in sites)
        {
            Assert.Equal(0, await site.Feed.GetLastAsync());
            await site.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_lock_has_one_holder_at_a_time_and_is_given_back()
    {
        var first = (await Fixture.OpenAsync()).Services.GetRequiredService<StorageDatabase>();
        var second = (await Fixture.OpenAsync()).Services.GetRequiredService<StorageDatabase>();
        var held = await first.LockAsync("setup");

        var waiting = second.LockAsync("setup");
        await using (await second.LockAsync("other"))
            Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_restart_keeps_what_is_there()
    {
        var site = await (await Fixture.OpenAsync()).WithSampleAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var restarted = await Fixture.OpenAsync();

        Assert.NotNull(await restarted.PublishedAsync("a"));
    }

    private void Configure(StorageOptions options) => (options.Provider, options.ConnectionString) = (Fixture.Provider, Fixture.ConnectionString);

    private static Task<StorageContext> ContextAsync(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
}
