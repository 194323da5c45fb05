namespace Gongkai.Storage.Tests;

public sealed class SqliteLifecycleTests : LifecycleContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteImportTests : ImportContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteAddressTests : AddressContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteAnyRouteTests : AnyRouteContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqlitePatternTests : PatternContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteReaderTests : ReaderContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteScheduleTests : ScheduleContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteSearchLogTests : SearchLogContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteSubscriptionTests : SubscriptionContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteFeedbackTests : FeedbackContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteWorkingCopyTests : WorkingCopyContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteConcurrencyTests : ConcurrencyContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteSiteTests : SiteContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteTextTests : TextContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteCheckTests : CheckContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteDurabilityTests : DurabilityContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteFormerAddressTests : FormerAddressContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteItemListTests : ItemListContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteDeskJobTests : DeskJobContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteSchemaTests : SchemaContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

internal static class Sqlite
{
    public static Task<IStorageFixture> CreateAsync() => Task.FromResult<IStorageFixture>(new SqliteFixture());
}

public sealed class SqliteAuditTests : AuditContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteAuditChainTests : AuditChainContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();

    [Fact]
    public Task A_row_is_not_replaced_either() => IsRefusedAsync("""INSERT OR REPLACE INTO "AuditTrail" SELECT * FROM "AuditTrail" WHERE "Sequence" = 1""");
}

public sealed class SqliteBackupTests : BackupContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteAccountTests : AccountContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteReviewTests : ReviewContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteFigureTests : FigureContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteFreshnessTests : FreshnessContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteOutsideLinkTests : OutsideLinkContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}

public sealed class SqliteSiteCheckTests : SiteCheckContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => Sqlite.CreateAsync();
}
