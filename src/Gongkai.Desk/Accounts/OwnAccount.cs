using Gongkai.Content;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>What people do with their own account. Changes end their sessions everywhere but here.</summary>
internal sealed class OwnAccount(UserManager<Account> users, SignInManager<Account> manager, AccountRecords records, AccountErrors errors)
{
    private const int RecoveryCodes = 10;

    public async Task<Account> ReadAsync(string name) => await users.FindByNameAsync(name) ?? throw new InvalidOperationException($"The signed-in account {name} is gone.");

    /// <summary>Changes the password; what is wrong, in words, or nothing.</summary>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(string name, string current, string chosen)
    {
        var account = await ReadAsync(name);
        if (await IsWrongAsync(account, current))
            return [errors.PasswordMismatch().Description];
        account.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(account, current, chosen);
        if (!result.Succeeded)
            return [.. result.Errors.Select(errors.TextOf).Distinct(StringComparer.Ordinal)];
        await manager.RefreshSignInAsync(account);
        await records.DoneAsync(AuditActions.UserPasswordChanged, account.ToUser(), account.Name, "own password", []);
        return [];
    }

    /// <summary>Makes a key to be shown and tried; nothing is asked for until it was.</summary>
    public async Task MakeKeyAsync(string name)
    {
        var account = await ReadAsync(name);
        if (account.HasTwoFactor)
            return;
        account.AuthenticatorKey = users.GenerateNewAuthenticatorKey();
        await users.UpdateAsync(account);
    }

    /// <summary>Asks for the second factor from now on, if the code is right; gives recovery codes, or none.</summary>
    public async Task<IReadOnlyList<string>> TurnTwoFactorOnAsync(string name, string code)
    {
        var account = await ReadAsync(name);
        if (account.HasTwoFactor || !await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return [];
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await manager.RefreshSignInAsync(account);
        await records.DoneAsync(AuditActions.UserSaved, account.ToUser(), account.Name, "two-factor on", []);
        return [.. codes ?? []];
    }

    /// <summary>Makes new recovery codes, if the password is right; the old ones are worth nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string name, string password)
    {
        var account = await ReadAsync(name);
        return !account.HasTwoFactor || await IsWrongAsync(account, password) ? [] : [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
    }

    /// <summary>Asks for no second factor any more, if the password is right.</summary>
    public async Task<bool> TurnTwoFactorOffAsync(string name, string password)
    {
        var account = await ReadAsync(name);
        if (await IsWrongAsync(account, password))
            return false;
        (account.AuthenticatorKey, account.RecoveryCodes) = (null, []);
        await users.SetTwoFactorEnabledAsync(account, false);
        await manager.RefreshSignInAsync(account);
        await records.DoneAsync(AuditActions.UserSaved, account.ToUser(), account.Name, "two-factor off", []);
        return true;
    }

    /// <summary>Guessing here locks the account as guessing at the door does.</summary>
    private async Task<bool> IsWrongAsync(Account account, string password) =>
        !(await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
}
