using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What is acknowledged stays.</summary>
public abstract class DurabilityContract : StorageContract
{
    [Fact]
    public async Task Every_acknowledged_write_survives_a_killed_process()
    {
        var acknowledged = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var process = WritingProcess.Start(Fixture, $"r{round}");
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
}
