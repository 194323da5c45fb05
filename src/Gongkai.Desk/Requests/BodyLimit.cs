using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Desk.Requests;

/// <summary>How much of a form is read. More is refused before any of it is; what says nothing of its length is cut off there.</summary>
internal static class BodyLimit
{
    /// <summary>Prepares a request to be read.</summary>
    /// <param name="request">The request; nothing of its body is read yet.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="form">What a form of it may have.</param>
    /// <returns>Whether it may be read; else what is still to come is not waited for.</returns>
    public static bool Allow(HttpRequest request, long most, FormOptions form)
    {
        var http = request.HttpContext;
        if (request.ContentLength > most)
        {
            http.Response.Headers.Connection = "close";
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (http.Features.Get<IFormFeature>()?.Form is null)
            http.Features.Set<IFormFeature>(new FormFeature(request, form));
        return true;
    }
}
