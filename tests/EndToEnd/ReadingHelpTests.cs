using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>Reading help in a real browser: a choice holds, with script and without; reading aloud.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReadingHelpTests(SiteInBrowser site)
{
    private const float Patience = 30_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_choice_holds_on_this_page_and_the_next_with_and_without_script(bool hasScript)
    {
        await using var window = await site.OpenAsync(hasScript: hasScript);
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString("加装电梯"));
        var html = window.Page.Locator("html");
        await window.Page.Locator("summary", new() { HasText = "阅读帮助" }).ClickAsync();
        Window.AssertNone(hasScript ? await window.BarriersAsync() : []);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "长者版" }).ClickAsync();

        await Assertions.Expect(html).ToHaveAttributeAsync("data-reading", "elder", new() { Timeout = Patience });
        Assert.Contains("q=", window.Page.Url, StringComparison.Ordinal);
        await window.GoToAsync("/guide");
        Assert.Equal("elder", await html.GetAttributeAsync("data-reading"));
        await window.Page.Locator("summary", new() { HasText = "阅读帮助" }).ClickAsync();
        var elder = window.Page.GetByRole(AriaRole.Button, new() { Name = "长者版" });
        Assert.Equal("true", await elder.GetAttributeAsync("aria-pressed"));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "恢复默认" }).ClickAsync();
        await Assertions.Expect(html).Not.ToHaveAttributeAsync("data-reading", "elder", new() { Timeout = Patience });
        Window.AssertNone(window.Complaints);
    }

    /// <summary>WCAG 2.2, 2.5.5: links inside of running text are as high as its lines, everything else is a target of 44 px.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_version_for_older_readers_has_targets_that_a_finger_meets(int width)
    {
        await using var window = await site.OpenAsync(width);
        await window.ChooseReadingAsync("elder");
        var small = new List<string>();
        foreach (var address in (string[])["/", "/catalogue", "/catalogue/issuers", "/catalogue/standards/食品药品监管", "/entries/000000109-2026-00001", "/questions/2026/3", "/search?q=公开", "/report"])
        {
            await window.GoToAsync(address);
            small.AddRange((await window.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('a, button, summary, textarea, input:not([type=hidden])')]
                  .filter(target => target.checkVisibility() && !target.closest('p, .prose, .skip, .public-trap'))
                  .filter(target => target.getBoundingClientRect().height < 44)
                  .map(target => target.outerHTML.slice(0, 120))
                """)).Select(target => $"{address}: {target}"));
        }

        Window.AssertNone(small);
    }

    [Fact]
    public async Task On_paper_a_page_is_its_text_with_its_address_and_its_code()
    {
        await using var window = await site.OpenAsync(680);
        await window.GoToAsync("/entries/000000109-2026-00001");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(window.Page.Locator(".share-address")).ToContainTextAsync("https://www.example.gov.cn/entries/000000109-2026-00001");
        await Assertions.Expect(window.Page.Locator(".share-address")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".share img")).ToBeVisibleAsync();
        foreach (var absent in (string[])[".navbar", ".search", ".crumbs", ".page-links", ".useful", ".neighbours", ".foot-links"])
            Assert.Equal(0, await window.Page.Locator(absent).Filter(new() { Visible = true }).CountAsync());
        Assert.False(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task Reading_aloud_says_the_text_a_paragraph_at_a_time_and_stops()
    {
        await using var window = await site.OpenAsync();
        // A voice that says at once what it is given: the browser of the tests has none of its own.
        await window.Page.AddInitScriptAsync("""
            window.said = [];
            Object.defineProperty(window, 'speechSynthesis', { value: { speak(words) { said.push(words.text); if (said.length < 4) queueMicrotask(() => words.onend()); }, cancel() { said.push('(silence)'); } } });
            """);
        await window.GoToAsync("/guide");
        await window.Page.Locator("summary", new() { HasText = "阅读帮助" }).ClickAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "朗读正文" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".speaking")).ToHaveCountAsync(1, new() { Timeout = Patience });
        var said = await window.Page.EvaluateAsync<string[]>("() => said");
        Assert.Equal("甲市政府信息公开指南", said[0]);
        Assert.Equal(4, said.Length);
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Page.Locator(".speaking")).ToHaveCountAsync(0, new() { Timeout = Patience });
        Assert.Equal("(silence)", await window.Page.EvaluateAsync<string>("() => said.at(-1)"));
    }
}
