using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>Every type of public page in every way of reading: as desktop and phone see it, by day and by night, with every reading help.</summary>
[Collection(SiteCollection.Name)]
public sealed class PageTests(SiteInBrowser site)
{
    /// <summary>Reading help, and width of the window. The largest letters are those of both helps together.</summary>
    public static TheoryData<string, int, Look> WaysOfReading => new() { { "", 1280, Look.AlsoByNight }, { "", 390, Look.Everything }, { "elder", 390, Look.Everything }, { "larger.elder.line", 768, Look.Everything }, { "contrast", 1280, Look.Colours } };

    [Theory]
    [MemberData(nameof(WaysOfReading))]
    public async Task No_page_has_barriers_or_errors_or_scrolls_sideways(string reading, int width, Look look)
    {
        await using var window = await site.OpenAsync(width);
        await window.ChooseReadingAsync(reading);

        Window.AssertNone(await PublicPages.WalkAsync(window, PublicPages.OfSample, look));
    }

    [Fact]
    public async Task Neither_has_a_page_that_is_empty_or_overlong_or_broken_or_withdrawn_or_being_worked_on()
    {
        var recipe = Path.Combine(AppContext.BaseDirectory, "Recipes", "page-states.recipe.json");
        await using var states = await SiteProcess.StartAsync(KeyValuePair.Create("SetUp__SampleRecipe", recipe));
        await using var maintenance = await SiteProcess.StartAsync(KeyValuePair.Create("SetUp__SampleRecipe", recipe), KeyValuePair.Create("Site__Maintenance", "数据库升级，今晚 22:00 恢复。\n急需办理的，请到政务服务中心窗口。"));
        await WithdrawAsync(states.Address, "withdrawn");
        var findings = new List<string>();
        foreach (var (reading, width, look) in new[] { ("", 1280, Look.AlsoByNight), ("", 390, Look.Everything), ("elder", 390, Look.Everything), ("larger.elder", 768, Look.Everything), ("contrast", 1280, Look.Colours) })
        {
            foreach (var (process, pages) in new[] { (states, PublicPages.OfStates), (maintenance, [("/", 503)]) })
            {
                await using var window = await site.OpenAsync(width, address: process.Address);
                await window.ChooseReadingAsync(reading);
                findings.AddRange((await PublicPages.WalkAsync(window, pages, look)).Select(finding => $"{reading} {width}: {finding}"));
            }
        }

        Window.AssertNone(findings);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/entries/000000000-1999-00001")]
    public async Task An_address_that_leads_nowhere_gets_a_page_that_helps(string address)
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync(address, status: 404);

        Assert.True(await window.Page.Locator("main form[action='/search'], main a[href='/catalogue']").CountAsync() > 0);
    }

    private async Task WithdrawAsync(Uri address, string contentItemId)
    {
        await using var desk = await site.OpenAsync(address: address);
        await desk.SignInAsync();
        await desk.GoToAsync("/admin/content/withdraw/" + contentItemId);
        await desk.Page.CheckAsync("[name=way][value=mistake]");
        await desk.Page.FillAsync("#explanation", "本件内容有误，更正后的文件已重新发布。给您带来不便，敬请谅解。");
        await desk.LeaveAsync(() => desk.Page.GetByRole(AriaRole.Button, new() { Name = "确认" }).Last.ClickAsync());
    }
}
