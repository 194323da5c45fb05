using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongkai.Review.Tests.Upkeep;

/// <summary>A web server of this machine that notes what it is asked.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app) => _app = app;

    /// <summary>Method and path of each request, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    public int Port { get; private set; }

    public string Address(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public static async Task<WebServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new WebServer(app);
        app.Run(async http =>
        {
            server.Asked.Enqueue($"{http.Request.Method} {http.Request.Path}");
            server.Agents.Enqueue(http.Request.Headers.UserAgent.ToString());
            await answer(http);
        });
        await app.StartAsync();
        server.Port = new Uri(app.Urls.First()).Port;
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
