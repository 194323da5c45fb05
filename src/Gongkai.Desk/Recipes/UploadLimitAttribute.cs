using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Desk.Recipes;

/// <summary>Lets a page take a recipe in: as many bytes as one may have and no more, before anything of it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // The form's other fields and what separates them.
    private const long Around = 64 * 1024;

    /// <summary>Before the antiforgery token is looked for, which reads the form.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var limit = IRecipeRuns.MaxUpload + Around;
        if (http.Request.ContentLength > limit)
        {
            // What is still to come is not waited for.
            http.Response.Headers.Connection = "close";
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = limit;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = limit, ValueCountLimit = 20, ValueLengthLimit = 4096, KeyLengthLimit = 256, MultipartHeadersLengthLimit = 16 * 1024 }));
    }
}
