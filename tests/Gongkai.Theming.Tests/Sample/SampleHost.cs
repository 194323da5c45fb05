using System.Net;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Theming.Tests.Sample;

/// <summary>A real server on a free port that renders with a theme, as the home does.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleHost(WebApplication app) => (_app, Client) = (app, new(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(app.Urls.First()) });

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server.</summary>
    /// <param name="site">Items and settings.</param>
    /// <param name="configure">The theme.</param>
    /// <param name="map">What is served beside the theme's files.</param>
    /// <param name="url">The address; a free port unless given.</param>
    public static async Task<SampleHost> StartAsync(MemorySite site, Action<ThemingOptions> configure, Action<WebApplication>? map = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddRoutingCore().AddAntiforgery().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddGongkaiContent().AddGongkaiMarkup().AddGongkaiTheming(configure);
        builder.Services.AddSingleton<ISettings>(site).AddSingleton<IContentReader>(site).AddSingleton<IChangeFeed>(site).AddSingleton<IUnitOfWork>(site)
            .AddSingleton(new SiteDefaults("甲市政府信息公开", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            // What a home does with a failed page, as far as these tests care: the message is the answer.
            try
            {
                await next(http);
            }
            catch (TemplateException fault)
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await http.Response.WriteAsync(fault.Message);
            }
        });
        app.UseGongkaiTheme();
        map?.Invoke(app);
        await app.Services.GetRequiredService<Taxonomies>().CatchUpAsync(1);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>The site's own settings in these tests: a sample site with every fact of the footer.</summary>
    public static JsonObject Properties => JsonNode.Parse("""
        {
          "GongkaiSettings": {
            "SampleSite": true,
            "Footer": {
              "Sponsor": "甲市人民政府办公室", "Phone": "0000-12345678", "Address": "甲市示范路1号", "SiteCode": "0000000000",
              "IcpNumber": "甲ICP备00000000号-1", "PoliceNumber": "甲公网安备 00000000000000号"
            }
          }
        }
        """)!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
