using EndToEnd.Desk;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>The desk's pages, as desktop and phone see them, by day and by night. <c>SCREENSHOTS=folder</c> keeps pictures of them.</summary>
[Collection(DeskCollection.Name)]
public sealed class DeskPageTests(SiteInBrowser site)
{
    [Fact]
    public async Task The_desks_pages_have_no_barriers_and_no_errors_and_do_not_scroll_sideways()
    {
        await using var window = await site.OpenAsync();
        var findings = new List<string>();
        await window.SignInAsync();
        var made = await new DeskExamples(window, async name => findings.AddRange(await window.LookAsync(name, Look.AtDesk))).MakeAsync();
        foreach (var (_, address, status) in DeskPages.Rows.Where(row => row.Address is not null))
        {
            var page = made.Aggregate(address!, (known, example) => known.Replace(example.Key, example.Value, StringComparison.Ordinal));
            await window.GoToAsync(page, status);
            findings.AddRange(await window.LookAsync(address!, Look.AtDesk));
        }

        Window.AssertNone(findings);
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_and_closes_by_its_button()
    {
        await using var window = await site.OpenAsync(390);
        await window.SignInAsync();
        var menu = window.Page.Locator("#side");

        Assert.False(await menu.IsVisibleAsync());
        await window.Page.Locator(".bar-menu").ClickAsync();
        Assert.True(await menu.IsVisibleAsync());
        Window.AssertNone(await window.BarriersAsync());
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.False(await menu.IsVisibleAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_signs_in_skips_to_the_page_and_signs_out()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/admin/sign-in");
        var keyboard = window.Page.Keyboard;
        // The name has the focus by itself.
        await Assertions.Expect(window.Page.Locator("#name")).ToBeFocusedAsync(new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        await keyboard.TypeAsync("admin");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(SiteProcess.AdministratorPassword);
        await keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/admin");

        await keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await window.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await keyboard.PressAsync("Enter");
        Assert.Equal("main", await window.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.True(await window.TabToAsync(window.Page.Locator(".bar-out")));
        await keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/admin/sign-in");
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task Without_script_the_desk_does_its_job()
    {
        await using var window = await site.OpenAsync(hasScript: false);
        await window.SignInAsync();
        await window.GoToAsync("/admin/users/add");
        await window.Page.FillAsync("[name=name]", "without-script");
        await window.Page.FillAsync("[name=displayName]", "不用脚本");
        await window.Page.ClickAsync(".button-primary");

        Assert.Equal(1, await window.Page.Locator("code.key").CountAsync());
    }
}
