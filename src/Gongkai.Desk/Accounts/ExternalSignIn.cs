using System.Security.Claims;
using Gongkai.Content;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.Desk.Accounts;

/// <summary>Signing in at the organisation's own place, by OpenID Connect. Only people who have an account here come in: nobody gets one by it.</summary>
internal sealed class ExternalSignIn(SignInManager<Account> manager, UserManager<Account> users, DeskOptions options, AccountRecords records, IAuditOrigin origin, TimeProvider time, ILogger<ExternalSignIn> logger)
{
    public const string Scheme = "OpenIdConnect";

    /// <summary>Leads there, and back to an address of the desk.</summary>
    public AuthenticationProperties Challenge(string? returnAddress) => manager.ConfigureExternalAuthenticationProperties(Scheme, returnAddress);

    /// <summary>Signs in whoever came back; the name they have there, if there is no account for it.</summary>
    public async Task<(bool Succeeded, string? Name)> FinishAsync()
    {
        if (await manager.GetExternalLoginInfoAsync() is not { } info)
            return (false, null);
        var name = info.Principal.FindFirstValue(options.OpenIdConnect!.NameClaim);
        var account = await users.FindByLoginAsync(info.LoginProvider, info.ProviderKey) ?? await LinkAsync(info, name);
        var result = account is null ? SignInResult.Failed : await manager.ExternalLoginSignInAsync(info.LoginProvider, info.ProviderKey, isPersistent: false, bypassTwoFactor: true);
        await manager.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (account is null || !result.Succeeded)
        {
            logger.LogWarning("统一登录失败：{Name}（{Reason}）", ShortText.Of(name ?? ""), account is null ? "没有对应的账户" : "已锁定");
            await records.SignedInAsync(account, name ?? "", succeeded: false, account is null ? "no such account" : "locked");
            return (false, name);
        }

        account.NoteSignIn(time.GetUtcNow().UtcDateTime, origin.Address);
        await users.UpdateAsync(account);
        logger.LogInformation("{Name} 已通过统一登录登录", account.Name);
        await records.SignedInAsync(account, account.Name, succeeded: true);
        return (true, name);
    }

    public static void Add(AuthenticationBuilder authentication, OpenIdConnectSettings settings, DeskOptions desk, Func<string, Microsoft.AspNetCore.Http.CookieBuilder> cookie) =>
        authentication.AddOpenIdConnect(Scheme, connect =>
        {
            (connect.Authority, connect.ClientId, connect.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
            connect.SignInScheme = IdentityConstants.ExternalScheme;
            connect.CallbackPath = desk.Path + "/sign-in-oidc";
            connect.RemoteSignOutPath = connect.SignedOutCallbackPath = desk.Path + "/sign-out-oidc";
            connect.ResponseType = OpenIdConnectResponseType.Code;
            // Back by an ordinary redirect: cookies need not be sent along by another site's form.
            connect.ResponseMode = OpenIdConnectResponseMode.Query;
            connect.UsePkce = true;
            connect.SaveTokens = false;
            connect.MapInboundClaims = true;
            connect.RequireHttpsMetadata = !settings.Authority.StartsWith("http://127.0.0.1:", StringComparison.Ordinal);
            connect.CorrelationCookie = cookie("desk-correlation");
            connect.NonceCookie = cookie("desk-nonce");
        });

    /// <summary>The first time: by the name, if its account has not been linked to somebody else.</summary>
    private async Task<Account?> LinkAsync(ExternalLoginInfo info, string? name)
    {
        if (string.IsNullOrEmpty(name) || await users.FindByNameAsync(name) is not { ExternalId: null } account)
            return null;
        return (await users.AddLoginAsync(account, info)).Succeeded ? account : null;
    }
}
