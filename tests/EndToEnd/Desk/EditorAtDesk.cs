using System.Globalization;
using Microsoft.Playwright;

namespace EndToEnd.Desk;

/// <summary>Somebody at the desk who has a keyboard and no mouse, and looks at every page that comes. <c>SCREENSHOTS=folder</c> keeps pictures of them.</summary>
internal sealed class EditorAtDesk(Window window) : IAsyncDisposable
{
    private readonly List<string> _findings = [];
    private int _pages;

    public IPage Page => window.Page;

    private static LocatorAssertionsToBeVisibleOptions Patiently { get; } = new() { Timeout = (float)Window.Patience.TotalMilliseconds };

    public async Task SignInAsync()
    {
        await window.GoToAsync("/admin/sign-in");
        await LookAsync("sign-in");
        // The name has the focus already.
        await Page.Keyboard.TypeAsync("admin");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(SiteProcess.AdministratorPassword);
        await window.LeaveAsync(() => Page.Keyboard.PressAsync("Enter"));
        await LookAsync("home");
    }

    /// <summary>Follows a link of the menu, which a phone has behind a button.</summary>
    public async Task FollowMenuAsync(string text)
    {
        if (Page.ViewportSize!.Width < 800)
        {
            await StopAtAsync(Page.Locator(".bar-menu"));
            await Page.Keyboard.PressAsync("Enter");
        }

        await GoAsync(Page.Locator("#side a").GetByText(text, new() { Exact = true }));
        await LookAsync(text);
    }

    /// <summary>Presses Tab until an element has the focus.</summary>
    public async Task StopAtAsync(ILocator element)
    {
        await Assertions.Expect(element).ToBeVisibleAsync(Patiently);
        Assert.True(await window.TabToAsync(element), $"Tab never reached {element} on {Page.Url}.");
    }

    /// <summary>Presses Enter on an element that stays on the page.</summary>
    public async Task PressAsync(ILocator element, string key = "Enter")
    {
        await StopAtAsync(element);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Enter on an element that leads to another page.</summary>
    public async Task GoAsync(ILocator element)
    {
        await StopAtAsync(element);
        await window.LeaveAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Writes into a field, over what it has.</summary>
    public async Task WriteAsync(ILocator field, string text)
    {
        await StopAtAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    public Task WriteAsync(string field, string text) => WriteAsync(Page.Locator(field), text);

    /// <summary>Writes a date, or a date and a time, place by place as a browser in English has them.</summary>
    public async Task WriteDateAsync(ILocator field, DateTime local, bool hasTime = false)
    {
        await StopAtAsync(field);
        await Page.Keyboard.TypeAsync(local.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        if (hasTime)
        {
            await Page.Keyboard.PressAsync("ArrowRight");
            await Page.Keyboard.TypeAsync(local.ToString("hhmmtt", CultureInfo.InvariantCulture));
        }

        await Assertions.Expect(field).ToHaveValueAsync(local.ToString(hasTime ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>Gives a file: the window in which people choose one is the system's, and as good as its keyboard is.</summary>
    public async Task GiveFileAsync(string field, string name, string type, byte[] content)
    {
        await StopAtAsync(Page.Locator(field));
        await Page.SetInputFilesAsync(field, new FilePayload { Name = name, MimeType = type, Buffer = content });
    }

    public Task SeeAsync(ILocator element, string text) => Assertions.Expect(element).ToContainTextAsync(text, new() { Timeout = (float)Window.Patience.TotalMilliseconds });

    /// <summary>Notes what is wrong with the page as it is.</summary>
    public async Task LookAsync(string name)
    {
        _pages++;
        _findings.AddRange(await window.LookAsync(string.Create(CultureInfo.InvariantCulture, $"story-{_pages:00}-{name}")));
    }

    /// <summary>Fails when anything was wrong with any page, or the console complained.</summary>
    public void HasNothingToComplainOf()
    {
        Assert.True(_pages > 0);
        Window.AssertNone(_findings);
        Window.AssertNone(window.Complaints);
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
