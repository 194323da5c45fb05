using Gongkai.Content;
using Gongkai.Feedback.Useful;

namespace Gongkai.Feedback.Tests;

/// <summary>Answers are counted once a reader and page, by whomever at once.</summary>
public sealed class UsefulTests
{
    [Fact]
    public void A_page_is_answered_for_once_and_the_cookie_does_not_grow()
    {
        var cookie = AnsweredCookie.Add(null, "a")!;
        Assert.Null(AnsweredCookie.Add(cookie, "a"));
        for (var i = 0; i < 100; i++)
            cookie = AnsweredCookie.Add(cookie, $"item-{i}")!;

        Assert.True(cookie.Length <= 40 * 9);
        Assert.Null(AnsweredCookie.Add(cookie, "item-99"));
        Assert.DoesNotContain("item", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("....")]
    [InlineData("<script>.%00.ZZZZZZZZ")]
    public void A_cookie_that_somebody_made_up_is_none(string cookie) => Assert.Equal(8, AnsweredCookie.Add(cookie, "a")!.Length);

    [Fact]
    public void A_cookie_of_any_length_is_cut() => Assert.True(AnsweredCookie.Add(string.Join('.', Enumerable.Range(0, 5000).Select(i => i.ToString("x8", System.Globalization.CultureInfo.InvariantCulture))), "a")!.Length <= 40 * 9);

    [Fact]
    public async Task Counts_of_many_at_once_are_all_there_and_taken_once()
    {
        var counters = new UsefulCounters();
        var taken = new System.Collections.Concurrent.ConcurrentBag<UsefulCount>();
        var counting = Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                counters.Add($"item-{i % 7}", thread % 2, 1 - (thread % 2));
                if (i % 500 == 0)
                {
                    foreach (var count in counters.Take())
                        taken.Add(count);
                }
            }
        }));
        await Task.WhenAll(counting);
        foreach (var count in counters.Take())
            taken.Add(count);

        Assert.Equal((8000L, 8000L), (taken.Sum(count => count.Yes), taken.Sum(count => count.No)));
        Assert.Empty(counters.Take());
    }

    [Fact]
    public void A_flood_of_items_fills_the_memory_only_so_far()
    {
        var counters = new UsefulCounters();
        for (var i = 0; i < 30_000; i++)
            counters.Add($"item-{i}", 1, 0);
        counters.Add("item-0", 1, 0);

        var taken = counters.Take();
        Assert.Equal(20_000, taken.Count);
        Assert.Equal(2, taken.Single(count => count.ContentItemId == "item-0").Yes);
    }
}
