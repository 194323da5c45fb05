using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Desk.Requests;

/// <summary>Gives an answer without a body the desk's problem page: what happened, and what to do.</summary>
internal sealed class DeskProblems(RequestDelegate next, LinkGenerator links)
{
    private const string ProblemPage = "/Problem";

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Features.Get<DeskRequest>() is not { Problem: 0 } request || http.Response is not { HasStarted: false, StatusCode: >= 400, ContentType: null or "", ContentLength: null or 0 })
            return;
        if (links.GetPathByPage(ProblemPage, pathBase: default) is not { } page)
            return;
        request.Problem = http.Response.StatusCode;
        var (path, query, method) = (http.Request.Path, http.Request.QueryString, http.Request.Method);
        (http.Request.Path, http.Request.QueryString, http.Request.Method) = (page, default, HttpMethods.Get);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
        }
    }
}
