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
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(Regex.Escape(found) + @"\?list=search[^&]*$", RegexOptions.None, Window.Patience), new() { Timeout = (float)Window.Patience.TotalMilliseconds });

        Assert.Contains("年度报告", await window.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Window.AssertNone(window.Complaints);
    }

    [Theory]
    [InlineData("")]
    [InlineData("elder")]
    public async Task A_citizen_narrows_a_search_and_reaches_an_attachment_without_a_mouse(string reading)
    {
        await using var window = await site.OpenAsync();
        await window.ChooseReadingAsync(reading);
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString("财政预算"));
        if (reading == "elder")
        {
            Assert.True(await window.TabToAsync(window.Page.Locator(".panel > summary")), "Tab never reached the panel of filters.");
            await window.Page.Keyboard.PressAsync("Enter");
        }

        Assert.True(await window.TabToAsync(window.Page.Locator(".facet a", new() { HasText = "目录条目" }).First), "Tab never reached the filter.");
        await window.LeaveAsync(() => window.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal(1, await window.Page.Locator(".chip").CountAsync());
        Assert.True(await window.TabToAsync(window.Page.Locator("main a.row-title", new() { HasText = "财政预算公开" }).First), "Tab never reached the result.");
        await window.LeaveAsync(() => window.Page.Keyboard.PressAsync("Enter"));
        var file = window.Page.Locator(".attachments a").First;

        Assert.True(await window.TabToAsync(file), "Tab never reached the attachment.");
        Assert.Contains("XLSX", await window.Page.Locator(".attachments li").First.InnerTextAsync(), StringComparison.Ordinal);
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
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
