using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>What an administrator does with exports and definitions in a real browser.</summary>
[Collection(DeskCollection.Name)]
public sealed class StructureTests(SiteInBrowser site)
{
    [Fact]
    public async Task A_form_that_is_answered_with_a_file_can_be_sent_again_and_a_double_click_sends_it_once()
    {
        await using var window = await site.OpenAsync();
        await window.SignInAsync();
        await window.GoToAsync("/admin/export");
        var button = window.Page.Locator("main form button");
        var sent = 0;
        window.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        var first = await window.Page.RunAndWaitForDownloadAsync(() => button.DblClickAsync());
        Assert.Equal(1, sent);
        await Assertions.Expect(window.Page.Locator("main form:not([data-sent])")).ToHaveCountAsync(1, new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        var second = await window.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());

        Assert.EndsWith(".recipe.json", first.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(".recipe.json", second.SuggestedFilename, StringComparison.Ordinal);
        Window.AssertNone(window.Complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_part_is_moved_by_the_keyboard_and_the_focus_stays_with_it(int width)
    {
        await using var window = await site.OpenAsync(width);
        await window.SignInAsync();
        await window.GoToAsync("/admin/content-types/type/Page");
        var parts = window.Page.Locator(".part h3 code");
        var before = await parts.AllInnerTextsAsync();
        await window.Page.Locator(".part [data-step=Down]").First.FocusAsync();

        await window.LeaveAsync(() => window.Page.Keyboard.PressAsync("Alt+ArrowDown"));
        await Assertions.Expect(parts.First).ToHaveTextAsync(before[1]);
        await Assertions.Expect(window.Page.Locator($"#move-{before[0]}")).ToBeFocusedAsync();
        await window.LeaveAsync(() => window.Page.Keyboard.PressAsync("Alt+ArrowUp"));

        await Assertions.Expect(parts.First).ToHaveTextAsync(before[0]);
        Window.AssertNone(await window.BarriersAsync());
        Window.AssertNone(window.Complaints);
    }
}
