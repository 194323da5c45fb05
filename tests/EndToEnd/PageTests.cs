using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>Every type of public page in every way of reading: as desktop and phone see it, by day and by night, with every reading help.</summary>
[Collection(SiteCollection.Name)]
public sealed class PageTests(SiteInBrowser site)
{
    [Fact]
    public async Task No_page_has_barriers_or_errors_or_scrolls_sideways()
    {
        await using var window = await site.OpenAsync();

        Window.AssertNone(await PublicPages.WalkAsync(window, PublicPages.OfSample));
    }

    [Fact]
    public async Task Neither_has_a_page_that_is_empty_or_overlong_or_broken_or_withdrawn_or_being_worked_on()
    {
        await using var states = await SiteProcess.StartAsync(KeyValuePair.Create("SetUp__SampleRecipe", Path.Combine(AppContext.BaseDirectory, "Recipes", "page-states.recipe.json")));
        await WithdrawAsync(states.Address, "withdrawn");
        await using var open = await site.OpenAsync(address: states.Address);
        var findings = await PublicPages.WalkAsync(open, PublicPages.OfStates);
        await using var maintenance = await states.StartAgainAsync(KeyValuePair.Create("Site__Maintenance", "数据库升级，今晚 22:00 恢复。\n急需办理的，请到政务服务中心窗口。"));
        await using var closed = await site.OpenAsync(address: maintenance.Address);
        findings.AddRange(await PublicPages.WalkAsync(closed, [("/", 503)]));

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
