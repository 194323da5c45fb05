using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>An editor writes a Q&amp;A issue in a real browser, with the keyboard alone.</summary>
[Collection(SiteCollection.Name)]
public sealed class EditingTests(SiteInBrowser site)
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("create", "/admin/content/create"),
        ("edit-issue", "/admin/content/edit/00000000000000000000000001?type=QaIssue"),
        ("edit-page", "/admin/content/edit/00000000000000000000000002?type=Page"),
        ("edit-entry", "/admin/content/edit/00000000000000000000000003?type=DisclosureEntry"),
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_issue_with_two_pairs_is_written_without_a_mouse_and_nothing_typed_is_lost(int width)
    {
        await using var window = await site.OpenAsync(width);
        await SignInAsync(window);
        await window.GoToAsync("/admin/content/create");
        await GoAsync(window, window.Page.Locator("main a.tile", new() { HasText = "政策简明问答" }));
        await TypeAsync(window, window.Page.Locator("[name='TitlePart.Title']"), "键盘写成的一期");
        await TypeAsync(window, window.Page.Locator("[name='QaIssue.Year.Value']"), "2026");

        await AddPairAsync(window, 0, "第一问", "第一答");
        await AddPairAsync(window, 1, "第二问", "第二答");
        await Stop(window, window.Page.Locator(".bag-row").Nth(1).Locator("[data-row=up]"));
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator(".bag-row [name$='Question.Text']").First).ToHaveValueAsync("第二问");
        await Assertions.Expect(window.Page.Locator("#save-state")).ToContainTextAsync("已暂存", new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        Window.AssertNone(await window.BarriersAsync());

        // A closed tab: what was typed waits.
        await window.GoToAsync(new Uri(window.Page.Url).PathAndQuery);
        await GoAsync(window, window.Page.Locator(".message-warn a.button"));
        await Assertions.Expect(window.Page.Locator(".bag-row [name$='Question.Text']").Nth(1)).ToHaveValueAsync("第一问");
        await GoAsync(window, window.Page.Locator(".editing-buttons button[value=save]"));

        await Assertions.Expect(window.Page.Locator(".message-good")).ToContainTextAsync("草稿已保存");
        await Assertions.Expect(window.Page.Locator("#save-state")).ToContainTextAsync("已保存");
        Window.AssertNone(await window.BarriersAsync());
        Window.AssertNone(window.Complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_edit_pages_have_no_barriers_and_do_not_scroll_sideways(int width)
    {
        await using var window = await site.OpenAsync(width);
        await SignInAsync(window);
        var findings = new List<string>();
        foreach (var (name, address) in Pages)
        {
            await window.GoToAsync(address);
            findings.AddRange(await LookAsync(window, name, width));
        }

        // What publication would miss, said beside its fields.
        await window.Page.RunAndWaitForNavigationAsync(() => window.Page.Locator("button[value=publish]").ClickAsync());
        findings.AddRange(await LookAsync(window, "edit-faults", width));
        Window.AssertNone(findings);
        Window.AssertNone(window.Complaints);
    }

    private static async Task SignInAsync(Window window)
    {
        await window.GoToAsync("/admin/sign-in");
        await window.Page.FillAsync("#name", "admin");
        await window.Page.FillAsync("#password", SiteProcess.AdministratorPassword);
        await window.Page.RunAndWaitForNavigationAsync(() => window.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task<IEnumerable<string>> LookAsync(Window window, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        var findings = new List<string>(await window.BarriersAsync());
        if (await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            findings.Add("It scrolls sideways.");
        return findings.Select(finding => $"{name} at {width}: {finding}");
    }

    private static async Task AddPairAsync(Window window, int place, string question, string answer)
    {
        await GoAsync(window, window.Page.Locator("button[value='add:QaPair:Questions']"));
        var row = window.Page.Locator(".bag-row").Nth(place);
        await TypeAsync(window, row.Locator("[name$='Question.Text']"), question);
        await TypeAsync(window, row.Locator("[name$='Answer.Markdown']"), answer);
    }

    private static async Task TypeAsync(Window window, ILocator field, string text)
    {
        await Stop(window, field);
        await window.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Enter on something that leads to another page.</summary>
    private static async Task GoAsync(Window window, ILocator element)
    {
        await Stop(window, element);
        await window.Page.RunAndWaitForNavigationAsync(() => window.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task Stop(Window window, ILocator element)
    {
        await Assertions.Expect(element).ToBeVisibleAsync();
        Assert.True(await window.TabToAsync(element), $"Tab never reached {element}.");
    }
}
