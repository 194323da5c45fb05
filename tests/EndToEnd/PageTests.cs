using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>Every public page, as desktop and phone see it, by day and by night.</summary>
[Collection(SiteCollection.Name)]
public sealed class PageTests(SiteInBrowser site)
{
    /// <summary>Addresses of the pages; a query after a question mark stands for the first item that the search finds with it.</summary>
    private static readonly string[] Pages =
    [
        "/", "/catalogue", "/catalogue/topics", "/catalogue/issuers?genre=genre-05", "/catalogue/standards", "/catalogue/standards/食品药品监管", "/standards/sample-standard-12", "/interpretations", "/questions", "/search", "/search?q=政府信息公开", "/search?q=没有这样的词句", "/guide", "/rules",
        "?type=DisclosureEntry", "?type=PolicyInterpretation", "?type=QaIssue", "?type=DisclosureEntry&q=年度报告",
    ];

    public static TheoryData<string, int> PagesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Pages)
            {
                data.Add(page, 1280);
                data.Add(page, 390);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task A_page_has_no_barriers_and_no_errors_and_does_not_scroll_sideways(string page, int width)
    {
        await using var window = await site.OpenAsync(width);
        await window.GoToAsync(await AddressOfAsync(page));

        var byDay = await window.BarriersAsync();
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var byNight = await window.BarriersOfColourAsync();
        var scrollsSideways = await window.ScrollsSidewaysAsync();

        Assert.Multiple(
            () => Window.AssertNone(byDay),
            () => Window.AssertNone(byNight),
            () => Window.AssertNone(window.Complaints),
            () => Assert.False(scrollsSideways));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/entries/000000000-1999-00001")]
    public async Task An_address_that_leads_nowhere_gets_a_page_that_helps(string address)
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync(address, status: 404);

        Window.AssertNone(await window.BarriersAsync());
        Window.AssertNone(window.Complaints);
        Assert.True(await window.Page.Locator("main form[action='/search'], main a[href='/catalogue']").CountAsync() > 0);
    }

    private async Task<string> AddressOfAsync(string page) => page[0] == '?' ? (await site.SearchAsync(page[1..]))[0] : page;
}
