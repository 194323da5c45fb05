using System.Security.Claims;
using Gongkai.Content;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gongkai.Desk.Accounts;

/// <summary>Looks at every request whether its session still holds: the account is there, not locked, and nothing that ends sessions has changed since.</summary>
internal sealed class Sessions(UserManager<Account> users, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await FindAsync(context.Principal) is { } account)
        {
            context.HttpContext.Features.Set(new SignedIn(account));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    // The gate leads to the sign-in page, with its own address and words.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Status(context.Response, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Status(context.Response, StatusCodes.Status403Forbidden);

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task<Account?> FindAsync(ClaimsPrincipal? principal)
    {
        var stamp = principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        return principal is not null && await users.GetUserAsync(principal) is { } account && account.SecurityStamp == stamp && !account.IsLocked ? account : null;
    }
}
