using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>Suggestions as keyboards, screen readers and mice meet them, and words marked after a click.</summary>
[Collection(SiteCollection.Name)]
public sealed class SearchHelpTests(SiteInBrowser site)
{
    private static readonly LocatorAssertionsToHaveCountOptions Patient = new() { Timeout = (float)Window.Patience.TotalMilliseconds };

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/", 390)]
    [InlineData("/search", 1280)]
    [InlineData("/guide", 390)]
    public async Task Suggestions_are_walked_with_arrows_said_aloud_and_have_no_barriers(string address, int width)
    {
        await using var window = await site.OpenAsync(width);
        await window.GoToAsync(address);
        var field = window.Page.Locator("input[name=q]").First;
        await field.FocusAsync();
        await window.Page.Keyboard.TypeAsync("jzdt");
        var options = window.Page.GetByRole(AriaRole.Option);
        await Assertions.Expect(options.First).ToBeVisibleAsync(new() { Timeout = (float)Window.Patience.TotalMilliseconds });

        Assert.Equal("true", await field.GetAttributeAsync("aria-expanded"));
        Assert.Matches("^有 [0-9]+ 条建议", await window.Page.Locator("form:has(.suggestions:not([hidden])) [role=status]").InnerTextAsync());
        Window.AssertNone(await window.BarriersAsync());
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("加装电梯", await field.InputValueAsync());
        await window.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("jzdt", await field.InputValueAsync());
        Assert.Null(await field.GetAttributeAsync("aria-activedescendant"));

        await window.Page.Keyboard.PressAsync("Escape");

        Assert.Equal("false", await field.GetAttributeAsync("aria-expanded"));
        Assert.Equal("jzdt", await field.InputValueAsync());
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task A_suggestion_is_searched_for_with_Enter_and_with_a_click()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/");
        await TypeAsync(window, "加装");
        await window.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await window.Page.Locator("input[name=q]").First.InputValueAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await ExpectSearchAsync(window, chosen);

        await window.GoToAsync("/");
        await TypeAsync(window, "加装");
        var option = window.Page.GetByRole(AriaRole.Option).First;
        chosen = (await option.GetAttributeAsync("data-text"))!;
        await option.ClickAsync();
        await ExpectSearchAsync(window, chosen);
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task What_was_typed_is_searched_for_when_nothing_was_chosen()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/");
        await TypeAsync(window, "加装电梯");

        await window.Page.Keyboard.PressAsync("Enter");

        await ExpectSearchAsync(window, "加装电梯");
    }

    [Theory]
    [InlineData("加装电梯", "加装电梯")]
    [InlineData("加裝電梯", "加装电梯")]
    public async Task Words_are_marked_on_the_page_that_a_result_leads_to_and_the_address_is_clean(string query, string marked)
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString(query));
        await window.Page.Locator("a.row-title").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveCountAsync(1, Patient);

        var texts = await window.Page.EvaluateAsync<string[]>("() => [...CSS.highlights.get('found')].map(range => range.toString())");

        Assert.Contains(marked, texts);
        Assert.DoesNotContain("from=", window.Page.Url, StringComparison.Ordinal);
        Window.AssertNone(await window.BarriersAsync());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "下一处" }).ClickAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("() => CSS.highlights.has('found-now')"));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "清除标记" }).ClickAsync();
        Assert.False(await window.Page.EvaluateAsync<bool>("() => CSS.highlights.has('found')"));
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveCountAsync(0, Patient);
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task A_browser_without_highlights_marks_with_elements_and_takes_them_away_again()
    {
        await using var window = await site.OpenAsync();
        await window.Page.AddInitScriptAsync("delete window.Highlight;");
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString("加装电梯"));
        await window.Page.Locator("a.row-title").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveCountAsync(1, Patient);

        Assert.Contains("加装电梯", await window.Page.Locator("main mark").AllInnerTextsAsync());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "清除标记" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("main mark")).ToHaveCountAsync(0, Patient);
    }

    [Fact]
    public async Task Words_are_found_over_punctuation_and_elements_and_Latin_words_only_whole()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/guide");
        // What editors write: bold inside a word, a line break, the other script, marks between.
        await window.Page.EvaluateAsync("() => { document.querySelector('main').innerHTML = '<p>政府<b>信息</b>公开；政府、資訊；政府信息 公開；政府</p><p>信息公开。opening a.open</p>'; history.replaceState(null, '', '?from=1.' + encodeURIComponent('政府信息公开 open')); }");
        var source = await window.Page.EvaluateAsync<string>("() => document.querySelector('script[src*=gongkai]').getAttribute('src')");
        await window.Page.EvaluateAsync("source => new Promise(done => { const script = document.createElement('script'); script.src = source; script.onload = done; document.head.append(script); })", source);
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveCountAsync(1, Patient);

        var texts = await window.Page.EvaluateAsync<string[]>("() => [...CSS.highlights.get('found')].map(range => range.toString())");

        Assert.Equal(["政府信息公开", "政府信息 公開", "open"], texts);
    }

    [Fact]
    public async Task Without_script_the_form_searches_and_the_page_shows_its_passage()
    {
        await using var window = await site.OpenAsync(width: 1280, hasScript: false);
        await window.GoToAsync("/");
        await window.Page.Locator("input[name=q]").First.FillAsync("加装电梯");
        await window.Page.Keyboard.PressAsync("Enter");
        await ExpectSearchAsync(window, "加装电梯");
        await window.Page.Locator("a.row-title").First.ClickAsync();

        await Assertions.Expect(window.Page.Locator("main h1")).ToBeVisibleAsync(new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        await Assertions.Expect(window.Page.Locator(".found")).ToHaveCountAsync(0, Patient);
    }

    [Theory]
    [InlineData("加装店梯")]
    [InlineData("“电梯加装的既有”")]
    public async Task A_search_that_finds_little_helps_without_barriers(string query)
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/search?q=" + Uri.EscapeDataString(query));

        Window.AssertNone(await window.LookAsync("finds-little", Look.OfReaders));
        Assert.True(await window.Page.Locator(".meant a, .closest a").CountAsync() > 0);
    }

    private static async Task TypeAsync(Window window, string text)
    {
        await window.Page.Locator("input[name=q]").First.FocusAsync();
        await window.Page.Keyboard.TypeAsync(text);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync(new() { Timeout = (float)Window.Patience.TotalMilliseconds });
    }

    private static Task ExpectSearchAsync(Window window, string query) =>
        Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/search\\?q=" + Regex.Escape(Uri.EscapeDataString(query)), RegexOptions.None, Window.Patience), new() { Timeout = (float)Window.Patience.TotalMilliseconds });
}
