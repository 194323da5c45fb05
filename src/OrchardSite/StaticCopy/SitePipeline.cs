using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using OrchardSite.Caching;

namespace OrchardSite.StaticCopy;

/// <summary>Asks the site for its pages in this process: the same way that a request over the network goes, without a network.</summary>
/// <param name="pipeline">The way of a request.</param>
/// <param name="services">The site.</param>
/// <param name="reads">Notes what a page reads.</param>
/// <param name="origin">The site's address.</param>
internal sealed class SitePipeline(RequestDelegate pipeline, IServiceProvider services, PageReads reads, string origin)
{
    private readonly Uri _origin = new(origin.Length > 0 ? origin : "http://localhost");

    /// <summary>Gets an address.</summary>
    /// <param name="url">Path and query, escaped, beginning with <c>/</c>.</param>
    /// <param name="body">Gets the body.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<SiteAnswer> GetAsync(string url, Stream body, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var http = NewContext(url, body, scope.ServiceProvider, cancellationToken);
        var notes = reads.Begin();
        try
        {
            await pipeline(http);
            await http.Response.CompleteAsync();
        }
#pragma warning disable CA1031 // whatever the site throws, it is one page that failed; a server would answer 500
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            services.GetRequiredService<ILogger<SitePipeline>>().LogError(fault, "页面 {Url} 无法生成。", url);
            return new(StatusCodes.Status500InternalServerError, null, default, []);
        }

        // A request that was given up has a status, too (499), which says nothing of the address.
        cancellationToken.ThrowIfCancellationRequested();
        return new(http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.Location, notes.ToArray());
    }

    /// <summary>Lets the site write something that is no answer to an address, as the page of an error.</summary>
    public async Task WriteAsync(string url, Stream body, Func<HttpContext, Task> write, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var http = NewContext(url, body, scope.ServiceProvider, cancellationToken);
        await write(http);
        await http.Response.CompleteAsync();
    }

    private DefaultHttpContext NewContext(string url, Stream body, IServiceProvider scoped, CancellationToken cancellationToken)
    {
        var http = new DefaultHttpContext { RequestServices = scoped, RequestAborted = cancellationToken };
        var query = url.IndexOf('?', StringComparison.Ordinal);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        http.Request.Method = HttpMethods.Get;
        http.Request.Protocol = HttpProtocol.Http11;
        http.Request.Scheme = _origin.Scheme;
        http.Request.Host = new(_origin.Authority);
        http.Request.Path = PathString.FromUriComponent(query < 0 ? url : url[..query]);
        http.Request.QueryString = query < 0 ? default : new(url[query..]);
        return http;
    }
}

/// <summary>What the site answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Location">Where it leads on, as the site says it.</param>
/// <param name="Tags">What was read for it.</param>
internal sealed record SiteAnswer(int Status, string? ContentType, StringValues Location, IReadOnlyList<string> Tags)
{
    /// <summary>Whether there is something.</summary>
    public bool IsThere => Status == StatusCodes.Status200OK;

    /// <summary>Whether it leads on.</summary>
    public bool IsMoved => Status is >= 300 and < 400 && Location.Count > 0;
}
