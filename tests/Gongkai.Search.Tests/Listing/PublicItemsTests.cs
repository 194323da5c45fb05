using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Listing;

public sealed class PublicItemsTests : IAsyncLifetime
{
    private static readonly DateTime March = new(2022, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SiteInMemory _site = new();

    public Task InitializeAsync() => _site.CatchUp();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Items_come_by_id_over_all_segments_without_what_is_not_public()
    {
        await _site.Publish(At("d", March.AddDays(4)), At("b", March.AddDays(2)));
        await _site.Publish(At("a", March.AddDays(1)), At("c", March.AddDays(3)), Entry("closed", "内部", mode: "不予公开"));
        await _site.Publish(At("e", March));
        await _site.Withdraw("c");

        Assert.Equal(["a", "b", "d", "e"], _site.PublicItems.ReadAfter(null, 10).Select(item => item.ContentItemId));
        Assert.Equal(["b", "d"], _site.PublicItems.ReadAfter("a", 2).Select(item => item.ContentItemId));
        Assert.Equal(["d"], _site.PublicItems.ReadAfter("c", 1).Select(item => item.ContentItemId));
        Assert.Empty(_site.PublicItems.ReadAfter("e", 1));
        Assert.Empty(_site.PublicItems.ReadAfter("\uffff", 1));
        Assert.Empty(_site.PublicItems.ReadAfter(null, 10, "QaIssue"));
        Assert.Equal(new("b", "/entries/b", March.AddDays(2)), _site.PublicItems.ReadAfter("a", 1, "DisclosureEntry")[0]);
    }

    [Fact]
    public async Task Parts_hold_every_item_once_and_know_their_last_change()
    {
        await _site.Publish([.. Enumerable.Range(0, 7).Select(i => At($"i{i}", March.AddDays(i)))]);

        var parts = _site.PublicItems.Parts(3);

        Assert.Equal([(null, 3, March.AddDays(2)), ("i2", 3, March.AddDays(5)), ("i5", 1, March.AddDays(6))], parts.Select(part => (part.After, part.Count, part.ChangedUtc!.Value)));
        Assert.Equal(_site.PublicItems.ReadAfter(null, 100), parts.SelectMany(part => _site.PublicItems.ReadAfter(part.After, part.Count)));
    }

    [Fact]
    public void A_site_without_items_has_none()
    {
        Assert.Empty(_site.PublicItems.ReadAfter(null, 10));
        Assert.Empty(_site.PublicItems.Parts(10));
    }

    [Theory]
    [InlineData("2022-01-02", "2022-01-03", "2022-01-03")]
    [InlineData("2022-01-03", "2022-01-02", "2022-01-03")]
    [InlineData("2022-01-03", null, "2022-01-03")]
    [InlineData(null, "2022-01-02", "2022-01-02")]
    [InlineData(null, null, null)]
    public void The_last_change_is_the_later_of_change_and_publication(string? modified, string? published, string? expected)
    {
        var item = new ContentItem("DisclosureEntry", "a") { ModifiedUtc = Day(modified), PublishedUtc = Day(published) };

        Assert.Equal(Day(expected), PublicItem.ChangeOf(item));
    }

    private static DateTime? Day(string? text) => text is null ? null : DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static ContentItem At(string id, DateTime changed)
    {
        var item = Entry(id, "文件" + id);
        item.ModifiedUtc = item.PublishedUtc = changed;
        return item;
    }
}
