using System.Net;
using Gongkai.Content;
using Gongkai.Review.Tests.Support;
using Gongkai.Review.Upkeep;
using Gongkai.Review.Upkeep.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Review.Tests.Upkeep;

/// <summary>The links of what is public are asked for, by one process, and count as dead after some days.</summary>
public sealed class LinkCheckWorkTests
{
    private static readonly UpkeepScope Pages = new(["Page"], null);
    private static readonly LinkCheckOptions Here = new() { IsOn = true, Pause = TimeSpan.Zero, IsAllowed = IPAddress.IsLoopback, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) };

    [Fact]
    public async Task A_link_that_fails_on_three_days_is_dead_until_it_works_or_its_item_is_withdrawn()
    {
        var status = 404;
        await using var server = await WebServer.StartAsync(http => AnswerAsync(http, status));
        await using var site = await OpenAsync(Here);
        await PublishAsync(site, "page", $"见[甲]({server.Address("/a")})、[甲]({server.Address("/a#part")})、[本站](/guide)和[邮箱](mailto:a@example.gov.cn)");
        await site.SaveAsync("drafter", "draft", item => item.EnsurePart("MarkdownBodyPart")["Markdown"] = $"[草稿]({server.Address("/draft")})", "Page");

        await RoundAsync(site);
        await RoundAsync(site);
        Assert.Equal(["HEAD /a", "GET /a"], server.Asked);
        Assert.Empty((await FindAsync(site, "drafter", isMine: false)).Links);
        await NextDayAsync(site);
        await NextDayAsync(site);

        var dead = Assert.Single((await FindAsync(site, "drafter", isMine: true)).Links);
        Assert.Equal((server.Address("/a"), 3, 404, new DateOnly(2026, 11, 26)), (dead.Link.Address, dead.Link.FailedDays, dead.Link.Status, dead.Link.FailingSince!.Value));
        Assert.Equal(("page", "drafter"), (dead.Uses[0].Use.ContentItemId, Assert.Single(dead.Uses[0].Party.People).Name));
        Assert.Empty((await FindAsync(site, "publisher", isMine: true)).Links);
        Assert.Equal(1, await site.AsAsync("drafter", (DeadLinks links) => links.CountMineAsync(Pages)));

        status = 200;
        Assert.True(await site.AsAsync("drafter", (DeadLinks links) => links.AskAgainAsync(dead.Link.Id)));
        await RoundAsync(site);
        Assert.Empty((await FindAsync(site, "drafter", isMine: false)).Links);
        await site.SystemAsync(new Unpublish("page"));
        await RoundAsync(site);
        Assert.Equal(0, (await Links(site).ProgressAsync()).Links);
    }

    [Fact]
    public async Task What_leads_inside_a_network_is_listed_at_once_and_never_asked()
    {
        await using var server = await WebServer.StartAsync(http => AnswerAsync(http, 200));
        await using var site = await OpenAsync(new LinkCheckOptions { IsOn = true, Pause = TimeSpan.Zero });
        await PublishAsync(site, "page", $"[内网]({server.Address("/secret")})");

        await RoundAsync(site);

        Assert.Equal(LinkRules.NotPublic, Assert.Single((await FindAsync(site, "drafter", isMine: false)).Links).Link.Reason);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Of_two_processes_one_asks()
    {
        await using var server = await WebServer.StartAsync(http => AnswerAsync(http, 200));
        await using var site = await OpenAsync(Here);
        await PublishAsync(site, "page", $"[甲]({server.Address("/a")})");
        var other = new LinkCheckWork(Here, site.Services.GetRequiredService<ILeases>(), Links(site), site.Services.GetRequiredService<LinkVisitor>(), site.Services.GetRequiredService<IUnitOfWork>(),
            site.Services.GetRequiredService<SiteSettings>(), site.Time, NullLogger<LinkCheckWork>.Instance);
        Assert.True(await site.Services.GetRequiredService<ILeases>().TakeAsync("outside-links", "somebody", TimeSpan.FromMinutes(5)));

        Assert.False(await other.RoundAsync(default));
        Assert.Empty(server.Asked);
        // Whoever held it ended.
        site.Time.Advance(TimeSpan.FromMinutes(5));
        await other.RoundAsync(default);
        Assert.Equal(["HEAD /a"], server.Asked);
        await RoundAsync(site);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_is_left_alone_with_all_its_links()
    {
        await using var server = await WebServer.StartAsync(http =>
        {
            http.Response.Headers.RetryAfter = "3600";
            return AnswerAsync(http, 429);
        });
        await using var site = await OpenAsync(Here);
        await PublishAsync(site, "page", $"[甲]({server.Address("/a")})、[乙]({server.Address("/b")})、[丙]({server.Address("/c")})");

        await RoundAsync(site);
        site.Time.Advance(TimeSpan.FromMinutes(59));
        await RoundAsync(site);
        Assert.Single(server.Asked);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(site);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task Where_no_server_answers_at_all_it_is_our_own_network_and_nothing_is_dead()
    {
        await using var site = await OpenAsync(Here with { Resolve = (_, _) => Task.FromException<IPAddress[]>(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.TryAgain)) });
        await PublishAsync(site, "page", "[甲](https://a.example.gov.cn/)、[乙](https://b.example.gov.cn/)、[丙](https://c.example.gov.cn/)");
        for (var day = 0; day < 4; day++)
            await NextDayAsync(site);
        Assert.Empty((await FindAsync(site, "drafter", isMine: false)).Links);

        // One server's silence is its own.
        await PublishAsync(site, "page", "[甲](https://a.example.gov.cn/)");
        for (var day = 0; day < 4; day++)
            await NextDayAsync(site);
        Assert.Equal("https://a.example.gov.cn/", Assert.Single((await FindAsync(site, "drafter", isMine: false)).Links).Link.Address);
    }

    [Fact]
    public async Task Where_it_is_not_turned_on_nothing_is_asked()
    {
        await using var server = await WebServer.StartAsync(http => AnswerAsync(http, 200));
        await using var site = await OpenAsync(Here with { IsOn = false });
        await PublishAsync(site, "page", $"[甲]({server.Address("/a")})");

        await site.Services.GetRequiredService<LinkCheckWork>().RunAsync(default);

        Assert.Empty(server.Asked);
        Assert.False(new LinkCheckOptions().IsOn);
    }

    private static async Task<ReviewSite> OpenAsync(LinkCheckOptions options)
    {
        var site = await ReviewSite.OpenAsync(configure: services => services.AddSingleton(options));
        var report = await site.ImportAsync("""
            {"steps": [{"name": "ContentDefinition", "ContentTypes": [{"Name": "Page", "DisplayName": "页面", "Settings": {}, "ContentTypePartDefinitionRecords": [{"PartName": "TitlePart", "Name": "TitlePart", "Settings": {}}, {"PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {}}]}], "ContentParts": []}]}
            """);
        Assert.True(report.Succeeded, string.Join("\n", report.Problems));
        return site;
    }

    private static async Task PublishAsync(ReviewSite site, string id, string text)
    {
        await site.SaveAsync("drafter", id, item => item.EnsurePart("MarkdownBodyPart")["Markdown"] = text, "Page");
        var result = await site.SystemAsync(new Publish(id));
        Assert.True(result.Succeeded, string.Join("\n", result.Results.SelectMany(one => one.Errors)));
    }

    private static Task<bool> RoundAsync(ReviewSite site) => site.Services.GetRequiredService<LinkCheckWork>().RoundAsync(default);

    private static async Task NextDayAsync(ReviewSite site)
    {
        site.Time.Advance(TimeSpan.FromDays(1));
        await RoundAsync(site);
    }

    private static Task<(int Total, IReadOnlyList<DeadLink> Links)> FindAsync(ReviewSite site, string user, bool isMine) => site.AsAsync(user, (DeadLinks links) => links.FindAsync(Pages, isMine, 1));

    private static IOutsideLinks Links(ReviewSite site) => site.Services.GetRequiredService<IOutsideLinks>();

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
