using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>How SQLite is opened.</summary>
public sealed class SqliteConnectionTests : SqliteContract
{
    [Fact]
    public async Task Every_connection_waits_for_the_disk()
    {
        var site = await Fixture.OpenAsync();
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();

        Assert.Equal("wal", await PragmaAsync<string>(context, "journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>(context, "synchronous"));
        Assert.Equal(1, await PragmaAsync<long>(context, "foreign_keys"));
        Assert.NotEqual(0, await PragmaAsync<long>(context, "busy_timeout", "timeout"));
    }

    private static async Task<T> PragmaAsync<T>(StorageContext context, string name, string? column = null) =>
#pragma warning disable EF1002 // The names are the tests' own.
        (await context.Database.SqlQueryRaw<T>($"SELECT \"{column ?? name}\" AS Value FROM pragma_{name}").ToListAsync()).Single();
#pragma warning restore EF1002
}
