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
