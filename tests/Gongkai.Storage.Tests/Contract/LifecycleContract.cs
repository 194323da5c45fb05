using Gongkai.Content;

namespace Gongkai.Storage.Tests;

public abstract class LifecycleContract : StorageContract
{
    [Fact]
    public async Task A_draft_is_not_published()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null));

        Assert.Null(await site.PublishedAsync("a"));
        Assert.Equal("通知", (await site.LatestAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task A_published_draft_is_what_readers_see()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        var published = (await site.PublishedAsync("a"))!;
        Assert.True(published.Published && published.Latest);
        Assert.Equal(site.Time.GetUtcNow().UtcDateTime, published.PublishedUtc);
    }
}
