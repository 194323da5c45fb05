using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>A browser window that remembers what its console complained of (scripts that fail, what the content security policy blocked, files that are missing).</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>How long a browser on a busy machine may take to show what it was asked for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly Uri _address;

    internal Window(IBrowserContext context, IPage page, Uri address)
    {
        (_context, _address) = (context, address);
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Does what leads to another page, or to the same one anew, and waits until it is there.</summary>
    public Task LeaveAsync(Func<Task> action)
    {
#pragma warning disable CS0612 // what is to take its place cannot tell a page from its successor at the same address
        return Page.RunAndWaitForNavigationAsync(action);
#pragma warning restore CS0612
    }

    /// <summary>Comes as a reader who chose some reading help before.</summary>
    public Task ChooseReadingAsync(string words) => _context.AddCookiesAsync([new() { Name = "reading", Value = words, Url = _address.ToString() }]);

    /// <summary>Goes to an address of the site and asserts the status it answers with.</summary>
    public async Task GoToAsync(string address, int status = 200)
    {
        var response = await Page.GotoAsync(address);
        Assert.Equal(status, response!.Status);
        if (status >= 400)
        {
            // The browser says so itself, which is no fault of the page.
            _complaints.RemoveAll(complaint => complaint.Contains($"the server responded with a status of {status}", StringComparison.Ordinal));
        }
    }

    /// <summary>Signs in at the desk as the first administrator.</summary>
    public async Task SignInAsync()
    {
        await GoToAsync("/admin/sign-in");
        await Page.FillAsync("#name", "admin");
        await Page.FillAsync("#password", SiteProcess.AdministratorPassword);
        await LeaveAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>What is wrong with the page as it is: barriers, and scrolling sideways. <c>SCREENSHOTS=folder</c> keeps a picture of it.</summary>
    /// <param name="name">What the findings and the picture are called.</param>
    public async Task<IReadOnlyList<string>> LookAsync(string name)
    {
        var width = Page.ViewportSize!.Width;
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{string.Concat(name.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'))}-{width}.png"), FullPage = true });
        var findings = new List<string>(await BarriersAsync());
        if (await ScrollsSidewaysAsync())
            findings.Add("It scrolls sideways.");
        return [.. findings.Select(finding => $"{name} at {width}: {finding}")];
    }

    /// <summary>Whether the page is wider than the window.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What axe finds wrong for people who cannot see, point or tell colours apart.</summary>
    public async Task<string[]> BarriersAsync() => Named(await Page.RunAxe());

    /// <summary>The part of it that changes with the colour scheme.</summary>
    public async Task<string[]> BarriersOfColourAsync() => Named(await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") }));

    /// <summary>Presses Tab until the element has the focus, if it has not; false when a walk through the whole page did not reach it.</summary>
    public async Task<bool> TabToAsync(ILocator element)
    {
        for (var presses = 0; presses <= 200; presses++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return true;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        return false;
    }

    /// <summary>Fails with every finding in full: what is wrong on a page is seldom one thing.</summary>
    public static void AssertNone(IReadOnlyCollection<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string[] Named(AxeResult result) =>
        [.. result.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")];
}
