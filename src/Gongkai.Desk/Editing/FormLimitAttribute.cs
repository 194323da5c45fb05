using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Desk.Editing;

/// <summary>The largest form that the desk reads: some 1.3 million Chinese characters. A larger one is refused before it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FormLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const int MaximumBytes = 4 << 20;

    /// <summary>A list of 500 question–answer pairs has some thousands of values.</summary>
    private static readonly FormOptions Options = new() { ValueCountLimit = 20_000, KeyLengthLimit = 2_048, ValueLengthLimit = MaximumBytes, MultipartBodyLengthLimit = MaximumBytes };

    /// <summary>Before anybody reads the form, as the check of its token does.</summary>
    public int Order => int.MinValue;

    /// <summary>Whether a request's body is too long; what says nothing of its length is cut off there. Any other is read with the limits of a long form.</summary>
    public static bool IsTooLong(HttpRequest request)
    {
        if (request.ContentLength > MaximumBytes)
            return true;
        var features = request.HttpContext.Features;
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaximumBytes;
        if (features.Get<IFormFeature>()?.Form is null)
            features.Set<IFormFeature>(new FormFeature(request, Options));
        return false;
    }

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (IsTooLong(context.HttpContext.Request))
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
