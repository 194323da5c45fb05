using System.Reflection;
using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Desk.Requests;

/// <summary>What a handler's method asks for beside what its page asks for.</summary>
internal sealed class HandlerGate(IPermissions permissions) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var required = context.HandlerMethod?.MethodInfo.GetCustomAttributes<RequirePermissionAttribute>() ?? [];
        var user = context.HttpContext.Features.Get<SignedIn>()?.User ?? DeskUser.Anonymous;
        if (required.All(one => permissions.IsAllowed(user, one.Permission)))
            return next();
        context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        return Task.CompletedTask;
    }
}
