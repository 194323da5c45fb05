using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Desk.Requests;

/// <summary>Says how much a page reads; a larger request is answered with 413.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class BodyLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before anybody reads the form, as the check of its token does.</summary>
    public int Order => int.MinValue;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!MayRead(context.HttpContext))
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Prepares a request to be read, by <see cref="BodyLimit.Allow"/>.</summary>
    protected abstract bool MayRead(HttpContext http);
}
