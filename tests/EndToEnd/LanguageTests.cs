using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>The public pages in each language, on a telephone: no barriers, no sideways scrolling, and a way from one to the other.</summary>
[Collection(SiteCollection.Name)]
public sealed class LanguageTests(SiteInBrowser site)
{
    [Theory]
    [InlineData("", "zh-Hans")]
    [InlineData("/zh-hant", "zh-Hant")]
    [InlineData("/en", "en")]
    public async Task Home_search_and_an_entry_have_no_barriers_and_do_not_scroll_sideways(string prefix, string language)
    {
        await using var window = await site.OpenAsync(390);
        var findings = new List<string>();
        foreach (var address in (string[])["/", "/search?q=" + Uri.EscapeDataString("加装电梯"), (await site.SearchAsync("type=DisclosureEntry&validity=废止"))[0]])
        {
            await window.GoToAsync(prefix + address);
            Assert.Equal(language, await window.Page.Locator("html").GetAttributeAsync("lang"));
            findings.AddRange(await window.LookAsync(prefix + address));
        }

        Window.AssertNone(findings);
        Window.AssertNone(window.Complaints);
    }

    /// <summary>By keyboard, with script and without: the search stays, the choice of Simplified holds against the browser's wish.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_chooses_a_language_and_keeps_what_was_asked(bool hasScript)
    {
        await using var window = await site.OpenAsync(hasScript: hasScript);
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString("加装电梯"));

        await ChooseAsync(window, "English");

        Assert.Contains("/en/search?q=", window.Page.Url, StringComparison.Ordinal);
        var box = window.Page.Locator(".languages a").First;
        await window.Page.Locator(".languages summary").ClickAsync();
        Assert.True((await box.BoundingBoxAsync())!.Height >= 44);
        await window.Page.Locator(".languages summary").ClickAsync();

        await ChooseAsync(window, "简体");

        Assert.Equal("/search", new Uri(window.Page.Url).AbsolutePath);
        Assert.DoesNotContain("language=", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("zh-Hans", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }

    private static async Task ChooseAsync(Window window, string name)
    {
        await window.Page.Locator(".languages summary").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).FocusAsync();
        await window.LeaveAsync(() => window.Page.Keyboard.PressAsync("Enter"));
    }
}
