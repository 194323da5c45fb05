using Microsoft.Extensions.Time.Testing;

namespace Gongkai.Content.Tests;

public sealed class PaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Batches_grow_until_they_take_the_time_aimed_at()
    {
        var pace = Pace();
        var sizes = new List<int>();
        for (var i = 0; i < 6; i++)
            sizes.Add(Do(pace, TimeSpan.FromMilliseconds(2)));

        Assert.Equal([10, 20, 40, 50, 50, 50], sizes);
    }

    [Fact]
    public void A_batch_that_took_longer_is_followed_by_a_smaller_one()
    {
        var pace = Pace();
        Do(pace, TimeSpan.FromMilliseconds(1));
        Do(pace, TimeSpan.FromMilliseconds(1));

        Do(pace, TimeSpan.FromMilliseconds(5));

        Assert.Equal(20, pace.Size);
    }

    [Theory]
    [InlineData(1000, 10)]
    [InlineData(0, 200)]
    public void Sizes_stay_within_their_bounds(int millisecondsEach, int expected)
    {
        var pace = Pace();
        for (var i = 0; i < 10; i++)
            Do(pace, TimeSpan.FromMilliseconds(millisecondsEach));

        Assert.Equal(expected, pace.Size);
    }

    private Pace Pace() => new(_time, TimeSpan.FromMilliseconds(100), 10, 200);

    private int Do(Pace pace, TimeSpan each)
    {
        var size = pace.Size;
        pace.Begin();
        _time.Advance(each * size);
        Assert.Equal(each * size, pace.End(size));
        return size;
    }
}
