using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests;

namespace Gongkai.Desk.Tests.Support;

/// <summary>The real site without sample content, with an account of each role; every class that uses it has one of its own.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    /// <summary>The password of every account of the tests.</summary>
    public const string Password = "蓝色-Giraffe-读报-4711";

    /// <summary>The roles that come with the set-up.</summary>
    public static readonly string[] Roles = ["Administrator", "Editor", "Reviewer", "Publisher", "Auditor"];

    private readonly SiteFixture _site;

    public DeskSite() : this([])
    {
    }

    /// <summary>With settings of its own over those of <c>appsettings.json</c>.</summary>
    internal DeskSite(params (string Key, string Value)[] settings) : this(null, settings)
    {
    }

    internal DeskSite(Action<WebApplicationBuilder>? configure, params (string Key, string Value)[] settings) => _site = new(withSample: false, builder =>
    {
        // Many sign in, and none of them is worth the time that a real hash takes.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
        configure?.Invoke(builder);
    }, settings.Prepend(("Desk:SignInsPerMinute", "100000")).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)).Reverse().DistinctBy(setting => setting.Key));

    /// <summary>The site itself.</summary>
    public SiteFixture Site => _site;

    public IServiceProvider Services => _site.Services;

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        foreach (var role in Roles)
            await AddAsync(role.ToLowerInvariant(), [role]);
    }

    public Task DisposeAsync() => _site.DisposeAsync();

    /// <summary>Makes an account with <see cref="Password"/>.</summary>
    public async Task<Account> AddAsync(string name, string[] roles, params string[] issuers)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = new Account { Name = name, DisplayName = name, Roles = roles, Issuers = issuers };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        Assert.True(result.Succeeded, string.Join('\n', result.Errors.Select(error => error.Description)));
        return account;
    }

    /// <summary>Does something with the accounts, as another process or the command line would.</summary>
    public async Task<T> WithUsersAsync<T>(Func<UserManager<Account>, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    }

    /// <summary>Somebody with a browser who has not signed in.</summary>
    public DeskBrowser Open() => new(_site.Client.BaseAddress!);

    /// <summary>Somebody who has.</summary>
    public async Task<DeskBrowser> SignInAsync(string name, string password = Password)
    {
        var browser = Open();
        var page = await browser.GetAsync("/admin/sign-in");
        var next = await browser.SubmitAsync(page, form => (form["name"], form["password"]) = (name, password));
        Assert.True(next.Address == "/admin", $"{name} could not sign in: {next.Text}");
        return browser;
    }
}
