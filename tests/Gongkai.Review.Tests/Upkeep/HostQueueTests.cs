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
    public async Task A_server_that_is_forgotten_while_somebody_waits_for_it_is_still_asked_one_thing_at_a_time()
    {
        var time = new HookedTime();
        var queue = new HostQueue(TimeSpan.Zero, time, mostKnown: 0);
        await queue.RunAsync("a", () => Task.FromResult(0), default);
        var answer = new TaskCompletionSource();
        var (asked, most) = (0, 0);
        async Task<int> AskAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref asked));
            await answer.Task;
            return Interlocked.Decrement(ref asked);
        }

        var waiting = Task.CompletedTask;
        // Just as it is about to be forgotten.
        time.Once = () => waiting = queue.RunAsync("a", AskAsync, default);
        await queue.RunAsync("b", () => Task.FromResult(0), default);
        var asking = queue.RunAsync("a", AskAsync, default);
        for (var i = 0; i < 1000; i++)
            await Task.Yield();
        answer.SetResult();
        await Task.WhenAll(asking, waiting);

        Assert.Equal(1, most);
    }

    private sealed class HookedTime : TimeProvider
    {
        private long _now;

        public Action? Once { get; set; }

        public override long GetTimestamp()
        {
            var once = Once;
            Once = null;
            once?.Invoke();
            return Interlocked.Add(ref _now, TimestampFrequency);
        }
    }
}
