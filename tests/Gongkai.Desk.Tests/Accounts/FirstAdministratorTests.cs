using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;
using OrchardSite.Tests;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>The first start makes the administrator, once.</summary>
public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private readonly SiteFixture _site = new(withSample: false);

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_weak_password_is_refused_a_strong_one_taken_once_and_later_starts_change_nothing()
    {
        var weak = await Assert.ThrowsAsync<SiteException>(() => MakeAsync("admin12345"));
        Assert.Contains("Desk:AdminPassword", weak.Message, StringComparison.Ordinal);
        Assert.Empty(await AccountsAsync());

        await MakeAsync(DeskSite.Password);
        await MakeAsync("another-Strong-石榴-pass-77");

        var account = Assert.Single(await AccountsAsync());
        Assert.Equal(("admin", false, true), (account.Name, account.MustChangePassword, account.Roles.SequenceEqual(["Administrator"])));
        using var browser = new DeskBrowser(_site.Client.BaseAddress!);
        var there = await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("admin", DeskSite.Password));
        Assert.Equal("/admin", there.Address);
    }

    [Fact]
    public async Task Without_a_password_a_random_one_is_made_that_is_to_be_changed()
    {
        await MakeAsync(null);

        Assert.True(Assert.Single(await AccountsAsync()).MustChangePassword);
    }

    private Task MakeAsync(string? password) => FirstAdministrator.MakeAsync(
        _site.Services, new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Desk:AdminPassword", password)]).Build(), CancellationToken.None);

    private Task<IReadOnlyList<Account>> AccountsAsync() => _site.Services.GetRequiredService<IAccounts>().ListAsync();
}
