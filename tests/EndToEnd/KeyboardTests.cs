using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd;

[Collection(SiteCollection.Name)]
public sealed class KeyboardTests(SiteInBrowser site)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_citizen_finds_a_document_without_a_mouse(int width)
    {
        var found = (await site.SearchAsync("q=" + Uri.EscapeDataString("年度报告")))[0];
        await using var window = await site.OpenAsync(width);
        await window.GoToAsync("/");

        Assert.True(await window.TabToAsync(window.Page.Locator("input[name=q]").First), "Tab never reached the search box.");
        await window.Page.Keyboard.TypeAsync("年度报告");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(@"/search\?", RegexOptions.None, Window.Patience), new() { Timeout = (float)Window.Patience.TotalMilliseconds });

        Assert.True(await window.TabToAsync(window.Page.Locator($"main a.row-title[href^='{found}']").First), $"Tab never reached the result {found}.");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(Regex.Escape(found) + "$", RegexOptions.None, Window.Patience), new() { Timeout = (float)Window.Patience.TotalMilliseconds });

        Assert.Contains("年度报告", await window.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task The_first_stop_of_a_page_skips_to_its_content()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/catalogue");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        var target = await window.Page.EvaluateAsync<string>("() => document.querySelector(location.hash)?.closest('main')?.tagName ?? ''");
        Assert.Equal("MAIN", target);
    }
}
