using Gongkai.Content;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Gongkai.Desk.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    Done,
    NeedsCode,
    Refused,
}

/// <summary>Signs people in and out. What is wrong is told to the log, not to whoever tries: names that exist are nobody's business.</summary>
internal sealed class SignIns(SignInManager<Account> manager, UserManager<Account> users, IPasswordHasher<Account> hasher, AccountRecords records, IAuditOrigin origin, TimeProvider time, ILogger<SignIns> logger)
{
    private const int LongestPassword = 256;


    public async Task<SignInOutcome> TryPasswordAsync(string name, string password)
    {
        if (name.Length == 0 || password.Length is 0 or > LongestPassword)
            return SignInOutcome.Refused;
        if (await users.FindByNameAsync(name) is not { } account)
        {
            // Takes as long as for an account that exists.
            hasher.HashPassword(new(), password);
            logger.LogWarning("登录失败：没有账户 {Name}", ShortText.Of(name));
            // Without what was typed: some type their password there, and these rows are kept for years.
            await records.SignedInAsync(null, "", succeeded: false, "no such account");
            return SignInOutcome.Refused;
        }

        var wasLocked = await users.IsLockedOutAsync(account);
        var result = await manager.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return await OutcomeAsync(account, result, wasLocked);
    }

    /// <summary>Tries a code of the authenticator app, or, if it has not the shape of one, a recovery code.</summary>
    public async Task<SignInOutcome> TryCodeAsync(string code)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return SignInOutcome.Refused;
        var wasLocked = await users.IsLockedOutAsync(account);
        var result = code.Trim().Any(char.IsAsciiLetter)
            ? await manager.TwoFactorRecoveryCodeSignInAsync(code.Trim().ToUpperInvariant())
            : await manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        return await OutcomeAsync(account, result, wasLocked);
    }

    public async Task SignOutAsync(DeskUser user)
    {
        await manager.SignOutAsync();
        if (user.IsSignedIn)
            await records.SignedOutAsync(user);
    }

    private async Task<SignInOutcome> OutcomeAsync(Account account, SignInResult result, bool wasLocked)
    {
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsCode;
        if (!result.Succeeded)
        {
            logger.LogWarning("登录失败：{Name}（{Reason}）", account.Name, result.IsLockedOut ? "已锁定" : "密码或验证码不对");
            await records.SignedInAsync(account, account.Name, succeeded: false, result.IsLockedOut ? "locked" : "wrong password or code");
            if (result.IsLockedOut && !wasLocked)
                await records.LockedOutAsync(account);
            return SignInOutcome.Refused;
        }

        // As it is now: signing in has counted failures and used up codes.
        if (await users.FindByIdAsync(account.Id) is { } stored)
        {
            stored.NoteSignIn(time.GetUtcNow().UtcDateTime, origin.Address);
            await users.UpdateAsync(stored);
        }

        logger.LogInformation("{Name} 已登录", account.Name);
        await records.SignedInAsync(account, account.Name, succeeded: true);
        return SignInOutcome.Done;
    }
}
