using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What is taken out of one database comes into another, of either engine, as it was at one moment.</summary>
public abstract class BackupContract : StorageContract
{
    public static TheoryData<DatabaseProvider> Engines => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSQL];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_database_of_one_moment_is_restored_item_by_item_though_others_wrote_all_the_while(DatabaseProvider engine)
    {
        var site = await OpenWithContentAsync();
        var other = await Fixture.OpenAsync();
        var before = await ItemsAsync(site);
        var last = await site.Feed.GetLastAsync();
        var written = 0;

        var taken = await SnapshotInMemory.OfAsync(site.Services.GetRequiredService<StorageBackup>(), _ =>
        {
            var id = $"meanwhile{written++}";
            other.DoAsync(new SaveDraft(Sample.Notice(id, related: ["a"]), null), new Publish(id)).GetAwaiter().GetResult();
            other.Settings.SaveAsync(id, new() { ["x"] = 1 }).GetAwaiter().GetResult();
        });

        Assert.True(written > 10);
        Assert.Equal((Fixture.Provider.ToString(), last), (taken.Snapshot.Engine, taken.Snapshot.LastChange));
        Assert.Equal(["docs/a.pdf"], taken.ShownMedia);
        await using var target = await CreateAsync(engine);
        await RestoreAsync(target, taken);
        var restored = await target.OpenAsync();
        Assert.Empty(await restored.FaultsAsync());
        Assert.Equal(before, await ItemsAsync(restored));
        Assert.Equal(last, await restored.Feed.GetLastAsync());
        var chain = await restored.Services.GetRequiredService<IAuditTrail>().VerifyAsync();
        Assert.Equal((taken.Snapshot.AuditLast, taken.Snapshot.AuditHash), (chain.Last, chain.Hash));
        Assert.Equal("甲市", restored.Settings.Get(SettingsNames.Site).Text("SiteName"));

        // It goes on where it was: numbers, versions, chain.
        await restored.DoAsync(new SaveDraft(Sample.Notice("later", related: ["a"]), null), new Publish("later"));
        Assert.Empty(await restored.FaultsAsync());
        Assert.Equal(last + 1, await restored.Feed.GetLastAsync());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_restored_gives_the_same_backup_again(DatabaseProvider engine)
    {
        var taken = await SnapshotInMemory.OfAsync((await OpenWithContentAsync()).Services.GetRequiredService<StorageBackup>());
        await using var target = await CreateAsync(engine);
        await RestoreAsync(target, taken);

        var again = await SnapshotInMemory.OfAsync((await target.OpenAsync()).Services.GetRequiredService<StorageBackup>());

        Assert.Equal(taken.Snapshot.Tables.Select(table => (table.Name, table.Rows, table.Length, table.Sha256)), again.Snapshot.Tables.Select(table => (table.Name, table.Rows, table.Length, table.Sha256)));
        Assert.Contains(taken.Snapshot.Tables, table => table is { Name: "Schedules", Rows: > 0 });
        Assert.All(
            (string[])["SearchCounts", "Subscriptions", "Outbox", "Secrets", "ErrorReports", "UsefulCounts", "Looks", "OutsideLinks", "OutsideLinkUses", "SiteChecks", "SiteFindings"],
            name => Assert.Contains(taken.Snapshot.Tables, table => table.Name == name && table.Rows > 0));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_as_it_is()
    {
        var site = await OpenWithContentAsync();
        var taken = await SnapshotInMemory.OfAsync(site.Services.GetRequiredService<StorageBackup>());

        Assert.Contains("数据库不是空的", await site.Services.GetRequiredService<StorageRestore>().FindFaultAsync(taken.Snapshot), StringComparison.Ordinal);

        await using var strange = await CreateAsync(Fixture.Provider);
        await strange.ExecuteSqlAsync("CREATE TABLE another (id INTEGER)");
        Assert.Contains("数据库不是空的", await Restoring(strange).FindFaultAsync(taken.Snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_or_of_other_tables_is_refused()
    {
        var taken = (await SnapshotInMemory.OfAsync((await OpenWithContentAsync()).Services.GetRequiredService<StorageBackup>())).Snapshot;
        await using var target = await CreateAsync(Fixture.Provider);
        var first = taken.Tables[0];

        async Task RefusesAsync(DatabaseSnapshot snapshot, string expected) => Assert.Contains(expected, await Restoring(target).FindFaultAsync(snapshot), StringComparison.Ordinal);

        await RefusesAsync(taken with { Schema = "20990101000000_Later" }, "比本程序的新");
        await RefusesAsync(taken with { Tables = [first with { Name = "Other" }] }, "没有备份中的表“Other”");
        await RefusesAsync(taken with { Tables = [first with { Columns = [.. first.Columns, "Other\" --"] }] }, "没有备份中的表");
        await RefusesAsync(taken with { Tables = [first with { Columns = [.. first.Columns, first.Columns[0]] }] }, "没有备份中的表");
        await RefusesAsync(taken with { Tables = [first with { Columns = [] }] }, "没有备份中的表");
        await RefusesAsync(taken with { Tables = [first, first] }, "同名");
        Assert.Null(await Restoring(target).FindFaultAsync(taken));
    }

    [Theory]
    [InlineData("""["n1"]""", "不能读")]
    [InlineData("nonsense", "不能读")]
    [InlineData("""{"a":1}""", "不能读")]
    [InlineData("""["notices",null]""", "不能读")]
    [InlineData("""["notices","text"]""", "不能读")]
    [InlineData("""["notices",99999999999999999999]""", "不能读")]
    [InlineData("""["notices",8]""", "不同")]
    public async Task Rows_that_are_not_what_they_were_leave_the_database_empty(string line, string expected)
    {
        var taken = await SnapshotInMemory.OfAsync((await OpenWithContentAsync()).Services.GetRequiredService<StorageBackup>());
        var right = taken.Lines["Counters"];
        taken.Lines["Counters"] = Encoding.UTF8.GetBytes(line + "\n");
        await using var target = await CreateAsync(Fixture.Provider);

        var fault = await Assert.ThrowsAsync<StorageException>(() => RestoreAsync(target, taken));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Null(await Restoring(target).FindFaultAsync(taken.Snapshot));
        taken.Lines["Counters"] = right;
        await RestoreAsync(target, taken);
        Assert.NotNull(await (await target.OpenAsync()).PublishedAsync("a"));
    }

    [Fact]
    public async Task What_fails_before_the_commit_leaves_the_database_empty()
    {
        var taken = await SnapshotInMemory.OfAsync((await OpenWithContentAsync()).Services.GetRequiredService<StorageBackup>());
        await using var target = await CreateAsync(Fixture.Provider);

        await Assert.ThrowsAsync<IOException>(() => Restoring(target).RestoreAsync(taken.Snapshot, taken.Open, () => throw new IOException()));

        Assert.Null(await Restoring(target).FindFaultAsync(taken.Snapshot));
    }

    [Fact]
    public async Task A_backup_of_an_earlier_schema_is_restored_and_brought_up_to_date()
    {
        var lines = Encoding.UTF8.GetBytes("""
            [1,"a","Notice",null,"{\"ContentItemId\":\"a\",\"ContentItemVersionId\":\"v1\",\"ContentType\":\"Notice\",\"DisplayText\":\"通知\",\"Latest\":true,\"Published\":true}",true,true,"2026-01-02T03:04:05.678901Z","v1"]

            """);
        var table = new TableSnapshot(
            "Versions", ["Key", "ContentItemId", "ContentType", "ImportHash", "Json", "Latest", "Published", "PublishedUtc", "VersionId"], 1, lines.Length, Convert.ToHexStringLower(SHA256.HashData(lines)));
        var taken = new SnapshotInMemory { Snapshot = new("Sqlite", "20261125000000_SearchLog", 0, 0, AuditRecord.NoHash, [table]), Lines = { ["Versions"] = lines } };
        await using var target = await CreateAsync(Fixture.Provider);

        await RestoreAsync(target, taken);

        var site = await target.OpenAsync();
        Assert.Equal("通知", (await site.PublishedAsync("a"))!.DisplayText);
        await site.Services.GetRequiredService<IAuditTrail>().AppendAsync([new(AuditActions.BackupRestored)]);
    }

    /// <summary>Whoever adds a column of a type that has no form yet, or one that the database counts up, is told here.</summary>
    [Fact]
    public async Task Every_column_has_a_form_and_is_given_by_the_program()
    {
        var site = await Fixture.OpenAsync();
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();

        var columns = context.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).ToList();

        Assert.All(columns, column => Assert.True(RowText.Knows(column) && column is { PropertyInfo: not null, ValueGenerated: ValueGenerated.Never }, $"{column.DeclaringType.Name}.{column.Name}"));
        Assert.All(context.Model.GetEntityTypes(), type => Assert.NotNull(type.FindPrimaryKey()));
    }

    /// <summary>From SQLite to PostgreSQL and back a schema has one name.</summary>
    [Fact]
    public async Task Both_engines_call_their_schema_alike()
    {
        await using var other = await CreateAsync(Fixture.Provider == DatabaseProvider.Sqlite ? DatabaseProvider.PostgreSQL : DatabaseProvider.Sqlite);

        Assert.Equal(await MigrationsAsync(Fixture), await MigrationsAsync(other));
    }

    private static async Task<List<string>> MigrationsAsync(IStorageFixture fixture)
    {
        await using var context = await (await fixture.OpenAsync()).Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
        // Backups begin with the audit trail.
        return [.. context.Database.GetMigrations().SkipWhile(name => !name.EndsWith("_SearchLog", StringComparison.Ordinal))];
    }

    private static async Task<IStorageFixture> CreateAsync(DatabaseProvider engine) => engine == DatabaseProvider.Sqlite ? new SqliteFixture() : await PostgresFixture.CreateAsync();

    private static StorageRestore Restoring(IStorageFixture target) => TestSite.Unprepared(options => (options.Provider, options.ConnectionString) = (target.Provider, target.ConnectionString)).GetRequiredService<StorageRestore>();

    private static Task RestoreAsync(IStorageFixture target, SnapshotInMemory taken) => Restoring(target).RestoreAsync(taken.Snapshot, taken.Open, () => Task.CompletedTask);

    private async Task<TestSite> OpenWithContentAsync()
    {
        var site = await OpenAsync();
        site.Time.Advance(TimeSpan.FromTicks(1234567));
        await site.DoAsync(
            Sample.Import(Sample.Notice("a", "一", route: "x", alias: "y", topics: ["finance"], body: "**公开** \u2028 \\ \" 🦌\r\n"), "v1"), Sample.Import(Sample.Notice("b", related: ["a"]), "v2"),
            Sample.Import(Sample.Timed("t", archive: new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "v4"), Sample.Import(Sample.Entry("e", "主动公开", "docs/a.pdf"), "v5"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "二", route: "z"), "v1"));
        await site.DoAsync(new SaveDraft(Sample.Notice("c", "三"), null), new Publish("c"));
        await site.DoAsync(new Delete("b"));
        await site.Settings.SaveAsync(SettingsNames.Site, new() { ["SiteName"] = "甲市" });
        await site.Services.GetRequiredService<ISearchLogStore>().AddAsync(new(2026, 3, 1), [new("公积金", 0, 3, 12), new("公积金", 2, 1)], 10);
        await site.Services.GetRequiredService<ISubscriptions>().AskAsync(new("a@example.com", "all", "", "en", DigestRhythm.Daily, new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), "{}"), new());
        await site.Services.GetRequiredService<IErrorReports>().AddAsync(new("r", new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), "/a", "a", "", "", "错", "010-1", "zh-Hans"), 10);
        await site.Services.GetRequiredService<IUsefulCounts>().AddAsync(new(2026, 3, 1), [new("a", 1, 2)]);
        await site.Services.GetRequiredService<IFreshness>().NoteAsync([new("e", "v5")]);
        var checks = site.Services.GetRequiredService<ISiteCheckRecords>();
        var run = (await checks.BeginAsync(new("run", "wang", new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc))))! with { State = SiteCheckState.Running };
        await checks.MoveAsync(run.Id, [SiteCheckState.Waiting], SiteCheckState.Running, run.StartedUtc);
        await checks.StoreAsync(run, [new(0, "a", "Notice", "一", "DeadLink", false) { Message = "链接打不开：{0}", Values = ["/x"] }]);
        await site.Services.GetRequiredService<IOutsideLinks>().StoreUsesAsync(new Dictionary<string, IReadOnlyCollection<OutsideLink>> { ["a"] = [new("l", "https://www.example.gov.cn/")] }, 1, new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        await using (var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync())
        {
            context.Add(new CounterRow { Name = "notices", Value = 7 });
            await context.SaveChangesAsync();
        }

        return site;
    }

    private static async Task<List<string>> ItemsAsync(TestSite site)
    {
        var items = new List<string>();
        foreach (var id in (string[])["topics", "a", "b", "c", "e", "t", "meanwhile0"])
            items.AddRange((await site.HistoryAsync(id)).Select(version => ItemJson.Write(version.Json)));
        items.AddRange((await site.ReadAsync(reader => reader.BacklinksAsync("a"))).Select(item => item.ContentItemId));
        items.Add((await site.ReadAsync(reader => reader.FindRouteAsync("x")))?.ContentItemId ?? "");
        items.Add(string.Join(' ', (await site.ReadAsync(async reader => await reader.GetHtmlAsync((await reader.GetAsync("a"))!))).Values));
        return items;
    }
}
