using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Media;

/// <summary>Lets a page take files up to the site's own limit; more is refused before it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const int MostAtOnce = 20;
    private const long Around = 1L << 20;

    /// <summary>Before anybody reads the form, as the check of its token does.</summary>
    public int Order => int.MinValue;

    /// <summary>Prepares a request to be read; whether it may be.</summary>
    public static bool Allow(HttpContext http)
    {
        var most = (http.RequestServices.GetRequiredService<IMediaStore>().MaximumLength * MostAtOnce) + Around;
        if (http.Request.ContentLength > most)
            return false;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = 1 << 24 }));
        return true;
    }

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!Allow(context.HttpContext))
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
