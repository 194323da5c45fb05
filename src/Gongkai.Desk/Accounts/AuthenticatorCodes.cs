using Gongkai.Content;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Desk.Accounts;

/// <summary>The codes of an authenticator app. Each is good once.</summary>
internal sealed class AuthenticatorCodes(TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (user.AuthenticatorKey is not { } key || Totp.FindStep(key, token, time.GetUtcNow()) is not { } step || step <= user.LastTotpStep)
            return false;
        // Two requests with one code: one of them finds the account changed.
        user.LastTotpStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.AuthenticatorKey is not null);
}
