using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>The running sample site and a browser to look at it; one of each for all tests of a collection.</summary>
public sealed class SiteInBrowser : IAsyncLifetime
{
    private static readonly string[] BrowserPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium", "/usr/bin/google-chrome"];

    private SiteProcess _site = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IAPIRequestContext _api = null!;

    /// <summary>Where the site is.</summary>
    public Uri Address => _site.Address;

    /// <summary>The folder of the checkout.</summary>
    public string Root => SiteProcess.Root();

    /// <summary>Runs a command beside the site.</summary>
    public Task RunAsync(params string[] arguments) => _site.RunAsync(arguments);

    /// <summary>Opens a window on the site, or on another.</summary>
    public async Task<Window> OpenAsync(int width = 1280, bool hasScript = true, Uri? address = null)
    {
        address ??= _site.Address;
        var look = new Look(width);
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = look.Height },
            ColorScheme = ColorScheme.Light,
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScript,
        });
        return new Window(context, await context.NewPageAsync(), address, look);
    }

    /// <summary>The addresses of the items that a search finds, best first, as the public API gives them.</summary>
    public async Task<string[]> SearchAsync(string query)
    {
        var response = await _api.GetAsync("/api/search?" + query);
        var answer = (await response.JsonAsync())!.Value;
        return [.. answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("url").GetString()!)];
    }

    public async Task InitializeAsync()
    {
        var browserPath = BrowserPaths.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium: see test.sh for what these tests need.");
        _site = await SiteProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _api = await _playwright.APIRequest.NewContextAsync(new() { BaseURL = _site.Address.ToString() });
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = browserPath,
            // In which order a date is typed depends on it.
            Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Where(variable => variable.Key is not "LANGUAGE").Select(variable => KeyValuePair.Create((string)variable.Key, (string)variable.Value!)).Append(new("LANGUAGE", "en_US")),
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        // Whatever a start that failed left undone is null.
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SiteInBrowser>
{
    public const string Name = "site";
}

/// <summary>What is done at the desk has a site of its own, and so runs beside what the public sees.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<SiteInBrowser>
{
    public const string Name = "desk";
}
