using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Listing;

public sealed class ListPageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private static bool s_isReady;

    public async Task InitializeAsync()
    {
        if (s_isReady)
            return;
        s_isReady = true;
        await desk.AddOfficesAsync();
        await desk.PublishAsync(Samples.Entry("budget", "二〇二五年预算"));
        await desk.PublishAsync(Samples.Entry("accounts", "二〇二四年决算", "finance", "topic-04"));
        await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry("draft", "<b>尚未发布</b>的通知", "finance", author: "editor"), null));
        await desk.PublishAsync(Samples.Entry("gone", "误发的名单", "finance"));
        await desk.Site.ExecuteAsync(new Unpublish("gone"));
        await desk.AddAsync("colleague", ["Editor"], "finance");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("", "accounts budget draft gone")]
    [InlineData("?state=unpublished", "draft")]
    [InlineData("?state=withdrawn", "gone")]
    [InlineData("?state=published", "accounts budget")]
    [InlineData("?issuer=finance", "accounts draft gone")]
    [InlineData("?topic=topic-04", "accounts")]
    [InlineData("?q=预算", "budget")]
    [InlineData("?author=editor", "draft")]
    [InlineData("?issuer=finance&state=published&q=决算", "accounts")]
    [InlineData("?to=2000-01-01", "")]
    [InlineData("?state=nonsense&sort=1;DROP&p=-4&from=x", "accounts budget draft gone")]
    [InlineData("?q=%00", "")]
    public async Task A_list_shows_what_its_filters_ask_for(string query, string expected)
    {
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync("/admin/content/DisclosureEntry" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(expected, string.Join(' ', Ids(page).Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Length == 0, page.Document.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task A_list_says_states_in_words_and_leads_to_item_and_history()
    {
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync("/admin/content/DisclosureEntry?sort=title&order=asc");

        var row = page.Document.QuerySelectorAll("tbody tr").Single(one => one.TextContent.Contains("预算", StringComparison.Ordinal));
        Assert.Contains("已发布", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(row.QuerySelectorAll("a"), link => link.GetAttribute("href")!.EndsWith("/admin/content/history/budget", StringComparison.Ordinal));
        Assert.Equal("ascending", page.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Contains("<b>尚未发布</b>", page.Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll(".side a"), link => link.TextContent.Contains("目录条目", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_office_sees_its_own_items_only()
    {
        using var browser = await desk.SignInAsync("colleague");

        var page = await browser.GetAsync("/admin/content/DisclosureEntry");

        Assert.Equal(["accounts", "draft", "gone"], Ids(page).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("预算", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/content/compare/draft?from=x&to=y")).Status);
    }

    [Theory]
    [InlineData("/admin/content/NoSuchType")]
    [InlineData("/admin/content/Taxonomy")]
    [InlineData("/admin/content/QaPair")]
    [InlineData("/admin/content/history/no-such-item")]
    public async Task What_has_no_list_is_not_found(string address)
    {
        using var browser = await desk.SignInAsync("administrator");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task All_types_are_listed_together()
    {
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync("/admin/content");

        Assert.Contains("budget", Ids(page));
        Assert.Contains("目录条目", page.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(DeskAnswer page) => page.Document.QuerySelectorAll("input[name=id]").Select(box => box.GetAttribute("value")!);
}
