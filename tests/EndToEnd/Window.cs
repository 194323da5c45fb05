using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>A browser window that remembers what its console complained of (scripts that fail, what the content security policy blocked, files that are missing).</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>How long a browser on a busy machine may take to show what it was asked for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>As if it had been chosen on another page, from which one comes back to this one: the site's script shows it.</summary>
    private const string ChooseReading = """
        words => {
          document.cookie = `reading=${words}; path=/; max-age=${words ? 3600 : 0}`;
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
          return document.documentElement.dataset.reading ?? '';
        }
        """;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly Uri _address;
    private Look _look;

    internal Window(IBrowserContext context, IPage page, Uri address, Look look)
    {
        (_context, _address, _look) = (context, address, look);
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

    /// <summary>What is wrong with the page as it is. <c>SCREENSHOTS=folder</c> keeps a picture of it.</summary>
    /// <param name="name">What the findings and the picture are called.</param>
    public async Task<IReadOnlyList<string>> LookAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{string.Concat($"{name.Trim('/')} {_look}".Select(c => char.IsLetterOrDigit(c) ? c : '-'))}.png"), FullPage = true });
        return [.. (await Barriers.OfAsync(Page, _look)).Select(finding => $"{name} at {_look}: {finding}")];
    }

    /// <summary>What is wrong with the page in any of several looks, without loading it again. Afterwards the window is as it was.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(string name, IEnumerable<Look> looks)
    {
        var findings = new List<string>();
        var before = _look;
        foreach (var look in looks)
        {
            await TurnToAsync(look);
            findings.AddRange(await LookAsync(name));
        }

        await TurnToAsync(before);
        return findings;
    }

    /// <summary>What axe finds wrong with the page as it is, and sideways scrolling.</summary>
    public Task<string[]> BarriersAsync() => Barriers.OfAsync(Page, _look);

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

    private async Task TurnToAsync(Look look)
    {
        if (look.Width != _look.Width)
            await Page.SetViewportSizeAsync(look.Width, look.Height);
        if (look.IsNight != _look.IsNight)
            await Page.EmulateMediaAsync(new() { ColorScheme = look.IsNight ? ColorScheme.Dark : ColorScheme.Light });
        if (look.Reading != _look.Reading)
            Assert.Equal(look.Reading.Replace('.', ' '), await Page.EvaluateAsync<string>(ChooseReading, look.Reading));
        _look = look;
    }
}
