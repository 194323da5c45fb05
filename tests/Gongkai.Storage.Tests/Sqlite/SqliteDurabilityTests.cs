using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What is acknowledged stays.</summary>
public sealed class SqliteDurabilityTests : SqliteContract
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

    [Fact]
    public async Task Every_acknowledged_write_survives_a_killed_process()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var process = WritingProcess.Start(Fixture.Folder, $"r{round}");
            // Killed at another moment each time, in the middle of a write that nobody was promised.
            for (var i = 0; i < 7 + (round * 9) && await process.StandardOutput.ReadLineAsync() is { } id; i++)
                acknowledged.Add(id);
            process.Kill();
            acknowledged.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n').Where(line => line.Length == "r0-0000".Length));
            await process.WaitForExitAsync();
        }

        var site = await Fixture.OpenAsync();
        Assert.True(acknowledged.Count > 4 * 7);
        foreach (var id in acknowledged)
        {
            Assert.Equal("通知", (await site.PublishedAsync(id))!.DisplayText);
            Assert.Equal(id, (await site.ReadAsync(reader => reader.FindRouteAsync(id)))!.ContentItemId);
            Assert.NotNull(await site.PublishedAsync(id + "-other"));
        }

        Assert.Empty(await site.Services.GetRequiredService<StorageCheck>().FindFaultsAsync());
    }

    private static async Task<T> PragmaAsync<T>(StorageContext context, string name, string? column = null) =>
#pragma warning disable EF1002 // The names are the tests' own.
        (await context.Database.SqlQueryRaw<T>($"SELECT \"{column ?? name}\" AS Value FROM pragma_{name}").ToListAsync()).Single();
#pragma warning restore EF1002
}
