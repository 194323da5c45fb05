namespace OrchardSite.Hosting;

/// <summary>Answers HEAD as GET without its body, which the server leaves out by itself.</summary>
internal static class HeadRequests
{
    /// <summary>Lets HEAD requests take the way of GET requests.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    });
}
