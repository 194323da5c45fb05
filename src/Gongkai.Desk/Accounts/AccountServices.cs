using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Accounts;

/// <summary>Registers who may sign in and how. The home has the <see cref="IUserStore{TUser}"/>.</summary>
internal static class AccountServices
{
    private const int MostFailures = 5;
    // What OWASP asks of PBKDF2 with HMAC-SHA512 (Password Storage Cheat Sheet, 2023).
    private const int HashIterations = 210_000;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static void AddAccounts(this IServiceCollection services, DeskOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ICurrentUser, RequestUser>();
        services.AddGongkaiPermissions();
        var keys = services.AddDataProtection().SetApplicationName("Gongkai");
        if (options.KeysFolder is { } folder)
            keys.PersistKeysToFileSystem(new(folder));

        services.AddIdentityCore<Account>(identity =>
        {
            // Names and passwords have rules of their own: AccountNames and PasswordStrength.
            identity.User.AllowedUserNameCharacters = "";
            (identity.Password.RequireDigit, identity.Password.RequireLowercase, identity.Password.RequireUppercase, identity.Password.RequireNonAlphanumeric) = (false, false, false, false);
            (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (1, 1);
            (identity.Lockout.MaxFailedAccessAttempts, identity.Lockout.DefaultLockoutTimeSpan) = (MostFailures, LockedFor);
        }).AddErrorDescriber<AccountErrors>().AddSignInManager()
            .AddUserValidator<AccountNames>().AddPasswordValidator<PasswordStrength>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddScoped<AccountErrors>();
        services.AddScoped<AccountRules>();
        services.AddScoped<AccountRecords>();
        services.AddScoped(provider => new AccountWork(
            provider.GetRequiredService<UserManager<Account>>(), provider.GetRequiredService<AccountRules>(), provider.GetRequiredService<AccountRecords>(),
            provider.GetRequiredService<AccountErrors>(), provider.GetRequiredService<DeskTexts>()));
        services.AddScoped<SignIns>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<RoleNames>();
        services.AddScoped<RoleWork>();
        services.AddScoped<PermissionNames>();
        services.AddScoped<IssuerChoices>();
        services.AddScoped<Sessions>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        services.AddScoped<ExternalSignIn>();
        if (options.OpenIdConnect is { } external)
            ExternalSignIn.Add(authentication, external, options, name => Cookie(name, options));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
        {
            Cookie(cookie, "desk-session", options);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromHours(options.SessionHours), true);
            cookie.EventsType = typeof(Sessions);
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie => Cookie(cookie, "desk-code", options));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, cookie => Cookie(cookie, "desk-external", options));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie = Cookie("desk-form", options);
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true; // The home sends it with its other headers.
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(temporary => temporary.Cookie = Cookie("desk-message", options));
    }

    private static void Cookie(CookieAuthenticationOptions cookie, string name, DeskOptions options) => cookie.Cookie = Cookie(name, options);

    /// <summary>Sent to the desk alone: who is signed in is nobody to the public pages and their cache.</summary>
    private static DeskCookie Cookie(string name, DeskOptions options) => new(options.Path)
    {
        Name = name,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
    };

    private sealed class DeskCookie(string path) : Microsoft.AspNetCore.Authentication.RequestPathBaseCookieBuilder
    {
        protected override string AdditionalPath => path;
    }
}
