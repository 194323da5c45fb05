using System.Runtime.CompilerServices;
using Gongkai.Review.Upkeep.Links;
using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class HostQueueTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_server_is_asked_one_thing_at_a_time_with_a_pause_and_others_need_not_wait()
    {
        var time = new FakeTimeProvider();
        var queue = new HostQueue(Pause, time);
        var first = new TaskCompletionSource<int>();

        var one = queue.RunAsync("a.example", () => first.Task, default);
        var begun = new TaskCompletionSource();
        var two = queue.RunAsync("A.example", () => { begun.SetResult(); return Task.FromResult(2); }, default);
        Assert.Equal(3, await queue.RunAsync("b.example", () => Task.FromResult(3), default));
        Assert.False(begun.Task.IsCompleted);

        first.SetResult(1);
        Assert.Equal(1, await one);
        Assert.False(begun.Task.IsCompleted);
        // Whenever it comes to wait, the clock goes on until it has waited.
        while (!two.IsCompleted)
        {
            time.Advance(Pause);
            await Task.Yield();
        }

        Assert.Equal(2, await two);
    }

    [Fact]
    public async Task What_goes_wrong_does_not_keep_others_waiting()
    {
        var queue = new HostQueue(TimeSpan.Zero, new FakeTimeProvider());
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<int>("a", () => throw new InvalidOperationException(), default));

        Assert.Equal(1, await queue.RunAsync("a", () => Task.FromResult(1), default));
    }

    [Fact]
    public async Task Servers_are_forgotten_and_yet_none_is_asked_two_things_at_once()
    {
        var queue = new HostQueue(TimeSpan.Zero, TimeProvider.System, mostKnown: 1);
        string[] hosts = ["a", "b", "c"];
        var asked = hosts.ToDictionary(host => host, _ => new StrongBox<int>());
        var together = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(asker => Task.Run(async () =>
        {
            for (var i = 0; i < 3_000; i++)
            {
                var host = hosts[(asker + i) % hosts.Length];
                await queue.RunAsync(host, () =>
                {
                    if (Interlocked.Increment(ref asked[host].Value) > 1)
                        Interlocked.Increment(ref together);
                    Thread.SpinWait(50);
                    return Task.FromResult(Interlocked.Decrement(ref asked[host].Value));
                }, default);
            }
        })));

        Assert.Equal(0, together);
    }
}
