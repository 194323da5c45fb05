namespace Gongkai.Storage.Tests;

public sealed class PostgresLifecycleTests : LifecycleContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresImportTests : ImportContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresAddressTests : AddressContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresPatternTests : PatternContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresAnyRouteTests : AnyRouteContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresReaderTests : ReaderContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresScheduleTests : ScheduleContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresSearchLogTests : SearchLogContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresSubscriptionTests : SubscriptionContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresFeedbackTests : FeedbackContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresWorkingCopyTests : WorkingCopyContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresConcurrencyTests : ConcurrencyContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresSiteTests : SiteContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresTextTests : TextContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresCheckTests : CheckContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresDurabilityTests : DurabilityContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresFormerAddressTests : FormerAddressContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresItemListTests : ItemListContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresDeskJobTests : DeskJobContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresSchemaTests : SchemaContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresAuditTests : AuditContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresAuditChainTests : AuditChainContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();

    [Fact]
    public Task The_table_is_not_emptied_at_one_go_either() => IsRefusedAsync("""TRUNCATE "AuditTrail" """);
}

public sealed class PostgresBackupTests : BackupContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresAccountTests : AccountContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresReviewTests : ReviewContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresFigureTests : FigureContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresFreshnessTests : FreshnessContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresOutsideLinkTests : OutsideLinkContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}

public sealed class PostgresSiteCheckTests : SiteCheckContract
{
    protected override Task<IStorageFixture> CreateFixtureAsync() => PostgresFixture.CreateAsync();
}
