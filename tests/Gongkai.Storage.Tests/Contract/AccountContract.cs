using System.Text.Json;
using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Second factors lie sealed in the database, and what earlier versions left open goes on being read.</summary>
public abstract class AccountContract : StorageContract
{
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private const string Code = "8D969EEF6ECAD3C29A3A629280E686CF0C3F5D5A86AFF3CA12020C923ADC6C92";

    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public async Task The_key_and_the_recovery_codes_are_not_readable_in_the_database_and_are_read_back()
    {
        var (site, other) = (await ProcessAsync(_keys), await ProcessAsync(_keys));
        await site.Services.GetRequiredService<StoredAccounts>().AddAsync(WithSecondFactor("li"), default);

        var json = await JsonAsync(site, "li");
        Assert.DoesNotContain(Key, json, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, json, StringComparison.Ordinal);
        await AssertReadAsync(other, "li");
        Assert.Equal(Key, (await other.Services.GetRequiredService<IAccounts>().ListAsync()).Single().AuthenticatorKey);
    }

    [Fact]
    public async Task What_an_earlier_version_stored_open_is_read_and_sealed_when_it_is_written()
    {
        var site = await ProcessAsync(_keys);
        await site.Services.GetRequiredService<StoredAccounts>().AddAsync(WithSecondFactor("li"), default);
        await SetJsonAsync(site, "li", JsonSerializer.Serialize(WithSecondFactor("li")));
        Assert.Contains(Key, await JsonAsync(site, "li"), StringComparison.Ordinal);

        var account = await AssertReadAsync(site, "li");
        account.FailedSignIns = 1;
        Assert.True(await site.Services.GetRequiredService<StoredAccounts>().UpdateAsync(account, default));

        Assert.DoesNotContain(Key, await JsonAsync(site, "li"), StringComparison.Ordinal);
        Assert.DoesNotContain(Code, await JsonAsync(site, "li"), StringComparison.Ordinal);
        Assert.Equal(1, (await AssertReadAsync(site, "li")).FailedSignIns);
    }

    [Fact]
    public async Task Without_the_keys_no_code_is_right_and_with_them_again_all_are()
    {
        var (site, lost) = (await ProcessAsync(_keys), await ProcessAsync(new EphemeralDataProtectionProvider()));
        await site.Services.GetRequiredService<StoredAccounts>().AddAsync(WithSecondFactor("li"), default);

        var account = (await lost.Services.GetRequiredService<StoredAccounts>().FindAsync("li", default))!;
        Assert.True(account.HasTwoFactor);
        Assert.Null(account.AuthenticatorKey);
        Assert.Empty(account.RecoveryCodes);
        account.FailedSignIns = 2;
        Assert.True(await lost.Services.GetRequiredService<StoredAccounts>().UpdateAsync(account, default));

        Assert.Equal(2, (await AssertReadAsync(site, "li")).FailedSignIns);
    }

    [Fact]
    public async Task A_second_factor_that_was_turned_off_leaves_nothing()
    {
        var site = await ProcessAsync(_keys);
        await site.Services.GetRequiredService<StoredAccounts>().AddAsync(WithSecondFactor("li"), default);
        var account = await AssertReadAsync(site, "li");
        (account.HasTwoFactor, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, []);
        await site.Services.GetRequiredService<StoredAccounts>().UpdateAsync(account, default);

        Assert.DoesNotContain("Sealed", await JsonAsync(site, "li"), StringComparison.Ordinal);
        Assert.Null((await site.Services.GetRequiredService<StoredAccounts>().FindAsync("li", default))!.AuthenticatorKey);
    }

    [Fact]
    public async Task A_seal_that_is_copied_to_another_account_does_not_open()
    {
        var site = await ProcessAsync(_keys);
        var accounts = site.Services.GetRequiredService<StoredAccounts>();
        await accounts.AddAsync(WithSecondFactor("li"), default);
        await accounts.AddAsync(WithSecondFactor("wang"), default);
        await SetJsonAsync(site, "wang", (await JsonAsync(site, "li")).Replace("\"li\"", "\"wang\"", StringComparison.Ordinal));

        Assert.Null((await accounts.FindAsync("wang", default))!.AuthenticatorKey);
    }

    private static Account WithSecondFactor(string name) =>
        new() { Id = name, Name = name, NormalizedName = name.ToUpperInvariant(), HasTwoFactor = true, AuthenticatorKey = Key, RecoveryCodes = [Code], ConcurrencyStamp = "before" };

    private static async Task<Account> AssertReadAsync(TestSite site, string id)
    {
        var account = (await site.Services.GetRequiredService<StoredAccounts>().FindAsync(id, default))!;
        Assert.Equal((Key, Code), (account.AuthenticatorKey, account.RecoveryCodes.Single()));
        return account;
    }

    private static async Task<string> JsonAsync(TestSite site, string id)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
        return (await context.Accounts.AsNoTracking().SingleAsync(row => row.Id == id)).Json;
    }

    /// <summary>As an earlier version, or somebody at the database, would.</summary>
    private static async Task SetJsonAsync(TestSite site, string id, string json)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContextAsync();
        Assert.Equal(1, await context.Accounts.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, json)));
    }

    private Task<TestSite> ProcessAsync(IDataProtectionProvider keys) => Fixture.OpenAsync(services => services.AddSingleton(keys));
}
