using Microsoft.Extensions.Time.Testing;
using OrchardSite.Caching;

namespace OrchardSite.Tests.Caching;

public sealed class PageStoreTests
{
    private const int Kilobyte = 1024;

    private readonly PageStore _store = new(new(100 * Kilobyte, []), new FakeTimeProvider());

    [Fact]
    public void A_page_is_forgotten_with_what_it_shows()
    {
        Keep("a", "item:1", "list");
        Keep("b", "item:2");

        _store.Forget(["item:1"]);

        Assert.Null(_store.Find("a"));
        Assert.NotNull(_store.Find("b"));
    }

    [Theory]
    [InlineData("item:1", false)]
    [InlineData("item:2", true)]
    public void A_page_is_kept_only_if_nothing_that_it_shows_changed_since_it_was_begun(string changed, bool expected)
    {
        var begun = _store.Begin();
        _store.Forget([changed]);

        Assert.Equal(expected, _store.End(begun, Page("a", "item:1")));
        Assert.Equal(expected, _store.Find("a") is not null);
    }

    [Fact]
    public void Of_two_pages_under_way_the_one_begun_after_the_change_is_kept()
    {
        var before = _store.Begin();
        _store.Forget(["item:1"]);
        var after = _store.Begin();

        Assert.True(_store.End(after, Page("a", "item:1")));
        Assert.False(_store.End(before, Page("a", "item:1")));
    }

    [Fact]
    public void A_flood_of_changes_is_not_remembered_one_by_one_and_no_old_page_slips_through()
    {
        var begun = _store.Begin();
        for (var i = 0; i < 30; i++)
            _store.Forget(Enumerable.Range(i * 1000, 1000).Select(id => $"item:{id}"));

        Assert.False(_store.End(begun, Page("a", "item:5")));
    }

    [Fact]
    public void Everything_is_forgotten_at_once_and_pages_under_way_with_it()
    {
        Keep("a", "item:1");
        var begun = _store.Begin();

        _store.ForgetAll();

        Assert.False(_store.End(begun, Page("b", "item:2")));
        Assert.Equal((0, 0), (_store.Count, _store.Size));
    }

    [Fact]
    public void Pages_never_take_more_room_than_they_may_and_those_that_are_read_stay()
    {
        Keep("read", "item:1");
        for (var i = 0; i < 200; i++)
        {
            Assert.NotNull(_store.Find("read"));
            Keep($"other-{i}", "list");
            Keep($"other-{i}", "list");
            Assert.True(_store.Size <= 100 * Kilobyte);
        }

        Assert.Null(_store.Find("other-0"));
        Assert.NotNull(_store.Find("other-199"));
        _store.Forget(["item:1", "list"]);
        Assert.Equal((0, 0), (_store.Count, _store.Size));
    }

    [Fact]
    public void Without_room_left_a_page_comes_in_when_it_is_asked_for_again_and_what_is_asked_for_once_pushes_nothing_out()
    {
        var kept = 0;
        for (var i = 0; _store.Count == i; i++, kept = i)
            Keep($"early-{i}", "list");
        for (var i = 0; i < 1000; i++)
            Keep($"once-{i}", "list");

        Assert.All(Enumerable.Range(0, kept - 1), i => Assert.NotNull(_store.Find($"early-{i}")));
        Keep("again", "list");
        Assert.Null(_store.Find("again"));
        Keep("again", "list");
        Assert.NotNull(_store.Find("again"));
    }

    [Fact]
    public void A_body_that_would_take_the_room_of_many_is_not_kept() =>
        Assert.False(_store.End(_store.Begin(), Page("a", new byte[50 * Kilobyte], "list")));

    private void Keep(string key, params string[] tags) => Assert.True(_store.End(_store.Begin(), Page(key, tags)));

    private static CachedPage Page(string key, params string[] tags) => Page(key, new byte[2 * Kilobyte], tags);

    private static CachedPage Page(string key, byte[] body, params string[] tags) => new()
    {
        Key = key,
        Body = body,
        Headers = [],
        Tags = tags,
        Generation = 0,
        ETag = "\"x\"",
        LastModified = default,
        IsTimeAmbiguous = false,
    };
}
