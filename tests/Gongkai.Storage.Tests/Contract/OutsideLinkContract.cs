using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>The links of public items to elsewhere.</summary>
public abstract class OutsideLinkContract : StorageContract
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task Links_come_and_go_with_the_items_that_have_them()
    {
        var links = Of(await OpenAsync());
        await StoreAsync(links, 7, ("a", ["1", "2"]), ("b", ["2", "3"]));
        Assert.Equal(new(3, 0, 7), await links.ProgressAsync());
        Assert.Equal(["1", "2"], (await links.DueAsync(Noon, 2)).Select(link => link.Id));
        Assert.Empty(await links.DueAsync(Noon.AddSeconds(-1), 9));
        await links.StoreAsync([Link("2") with { State = OutsideLinkState.Works, Status = 200, LookedUtc = Noon, NextUtc = Noon.AddDays(7) }]);

        // The same again changes nothing of what is known; a link that nobody has any more is forgotten.
        await StoreAsync(links, 9, ("a", ["2"]), ("b", []), ("c", []));
        Assert.Equal(new(1, 1, 9), await links.ProgressAsync());
        Assert.Equal(new DateTime(2026, 3, 8, 12, 0, 0, DateTimeKind.Utc), Assert.Single(await links.DueAsync(Noon.AddDays(7), 9)).NextUtc);
        await StoreAsync(links, 8, ("a", []));
        Assert.Equal(new(0, 0, 9), await links.ProgressAsync());
        await links.StoreAsync([Link("2")]);
        Assert.Equal(0, (await links.ProgressAsync()).Links);
        Assert.False(await links.AskAgainAsync("2", Noon));
        Assert.False(await links.AskAgainAsync("\0", Noon));
    }

    [Fact]
    public async Task Failing_links_are_found_with_the_items_that_have_them_and_whose_these_are()
    {
        var site = await OpenAsync();
        var links = Of(site);
        for (var i = 0; i < 8; i++)
            await site.DoAsync(Sample.Import(Sample.Notice($"n{i}", $"通知{i}").With(item => item.Author = i == 0 ? "Wang" : "li"), $"v{i}"));
        await StoreAsync(links, 1, [.. Enumerable.Range(0, 8).Select(i => ($"n{i}", i == 0 ? (string[])["old", "twice", "well", "inside"] : ["many"]))]);
        await links.StoreAsync(
        [
            Failing("old", 3), Failing("many", 5) with { FailingSince = Monday.AddDays(-9) }, Failing("twice", 2), Link("well") with { State = OutsideLinkState.Works, LookedUtc = Noon, NextUtc = Noon },
            Link("inside") with { State = OutsideLinkState.Refused, Reason = "内网", LookedUtc = Noon, NextUtc = Noon },
        ]);
        var request = new FailingLinkRequest(["Notice"], 3);

        var page = await links.FindAsync(request);

        Assert.Equal((3, "many old inside"), (page.Total, string.Join(' ', page.Links.Select(link => link.Link.Id))));
        Assert.Equal((7, "n1 n2 n3 n4 n5"), (page.Links[0].Total, string.Join(' ', page.Links[0].Uses.Select(use => use.ContentItemId))));
        Assert.Equal(("通知0", "wang"), (page.Links[1].Uses[0].Title, page.Links[1].Uses[0].Maker));
        Assert.Equal(Failing("old", 3), page.Links[1].Link);
        Assert.Equal(["many"], await IdsAsync(links, request with { Responsible = new("li", ["li"], []) }));
        Assert.Equal(["old", "inside"], await IdsAsync(links, request with { Responsible = new("wang", ["wang", "li"], []) }));
        Assert.Equal(["old"], (await links.FindAsync(request with { Page = 2, Size = 1 })).Links.Select(link => link.Link.Id));
        Assert.Empty(await IdsAsync(links, request with { Offices = new([], []) }));
        Assert.Empty(await IdsAsync(links, new(["Timed"], 3)));
        Assert.Empty(await IdsAsync(links, new([], 3)));
        Assert.True(await links.AskAgainAsync("old", Noon.AddDays(-1)));
        Assert.Equal("old", (await links.DueAsync(Noon, 1))[0].Id);
    }

    private static Task StoreAsync(IOutsideLinks links, long sequence, params (string Item, string[] Links)[] uses) =>
        links.StoreUsesAsync(uses.ToDictionary(use => use.Item, use => (IReadOnlyCollection<OutsideLink>)[.. use.Links.Select(Link)], StringComparer.Ordinal), sequence, Noon);

    private static OutsideLink Link(string id) => new(id, $"https://{id}.example.gov.cn/");

    private static OutsideLink Failing(string id, int days) => Link(id) with
    {
        State = OutsideLinkState.Fails,
        Status = 404,
        Reason = "网页不存在",
        LookedUtc = Noon,
        NextUtc = Noon.AddDays(1),
        FailingSince = Monday,
        FailedOn = Monday.AddDays(days),
        FailedDays = days,
    };

    private static IOutsideLinks Of(TestSite site) => site.Services.GetRequiredService<IOutsideLinks>();

    private static async Task<string[]> IdsAsync(IOutsideLinks links, FailingLinkRequest request)
    {
        var page = await links.FindAsync(request);
        Assert.Equal(page.Total, await links.CountAsync(request));
        return [.. page.Links.Select(link => link.Link.Id)];
    }
}
