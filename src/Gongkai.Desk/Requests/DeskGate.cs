using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Gongkai.Desk.Requests;

/// <summary>Stands before every endpoint of the desk: nobody passes who has not the permission that it names, and an endpoint that names none is closed.</summary>
internal sealed class DeskGate(RequestDelegate next, DeskOptions options, IPermissions permissions, IAuditTrail trail, LinkGenerator links, ILogger<DeskGate> logger)
{
    private const string SignInPage = "/SignIn";
    private const string PasswordPage = "/Account/Password";
    private const string TwoFactorPage = "/Account/TwoFactor";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!DeskRequest.Is(http))
        {
            // As an address that nobody has: status and headers alike.
            (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = ("no-cache", "Accept-Encoding");
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.Response.Headers.CacheControl.Count == 0)
            http.Response.Headers.CacheControl = "no-store";
        if (http.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<IAllowAnonymous>() is not null)
            await PassAsync(http, http.Features.Get<SignedIn>()?.User ?? DeskUser.Anonymous);
        else if (http.Features.Get<SignedIn>() is not { } signedIn)
            AskToSignIn(http);
        else if (!MayPass(http, metadata, signedIn.User))
            await RefuseAsync(http);
        else if (metadata.GetMetadata<BeforeReadyAttribute>() is null && FirstOf(signedIn.Account) is { } page)
            http.Response.Redirect(links.GetPathByPage(http, page) ?? options.Path);
        else
            await PassAsync(http, signedIn.User);
    }

    /// <summary>What an endpoint itself turns away is told, too: another office's item, a form without its token, a file that is too large.</summary>
    private async Task PassAsync(HttpContext http, DeskUser user)
    {
        await next(http);
        // The page that tells of a refusal is none itself.
        if (http.Features.Get<DeskRequest>() is { Problem: not 0 })
            return;
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !HttpMethods.IsGet(http.Request.Method))
            logger.LogWarning("没有接受 {User} 的请求：{Method} {Path}（{Status}）", user.Name, http.Request.Method, http.Request.Path, http.Response.StatusCode);
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden)
            await TellAsync(http);
    }

    private Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return TellAsync(http);
    }

    private Task TellAsync(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<WhileTypingAttribute>() is null
        ? trail.AppendAsync([new(AuditActions.AccessRefused, AuditResult.Refused) { Title = $"{http.Request.Method} {http.Request.Path}" }], CancellationToken.None)
        : Task.CompletedTask;

    private bool MayPass(HttpContext http, EndpointMetadataCollection metadata, DeskUser user)
    {
        var required = metadata.GetOrderedMetadata<RequirePermissionAttribute>();
        if (required.Count == 0)
            logger.LogError("{Endpoint} 没有写明需要什么权限，因此不对任何人开放", http.GetEndpoint()?.DisplayName);
        var missing = required.FirstOrDefault(one => !permissions.IsAllowed(user, one.Permission));
        if (missing is not null)
            logger.LogWarning("{User} 没有权限 {Permission}：{Method} {Path}", user.Name, missing.Permission, http.Request.Method, http.Request.Path);
        return required.Count > 0 && missing is null;
    }

    private string? FirstOf(Account account) =>
        account.MustChangePassword ? PasswordPage
        : !account.HasTwoFactor && account.Roles.Any(role => options.TwoFactorRoles.Contains(role, StringComparer.OrdinalIgnoreCase)) ? TwoFactorPage
        : null;

    /// <summary>A person who reads is led to the sign-in page and back; a form that comes too late and a script are told.</summary>
    private void AskToSignIn(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && !IsScript(http.Request))
            http.Response.Redirect(links.GetPathByPage(http, SignInPage, values: new { returnUrl = http.Request.PathBase + http.Request.Path + http.Request.QueryString }) ?? options.Path);
        else
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private static bool IsScript(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is [{ } mode] && mode != "navigate";
}
