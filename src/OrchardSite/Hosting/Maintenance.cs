using Gongkai.Desk.Requests;
using Microsoft.Extensions.Primitives;
using OrchardSite.Languages;
using OrchardSite.Pages;

namespace OrchardSite.Hosting;

/// <summary>While <c>Site:Maintenance</c> has a text, readers get it on a page with 503 instead of the site; the desk, theme files and media stay.</summary>
/// <remarks>The configuration is read again when its file changes: no restart.</remarks>
internal sealed class Maintenance : IDisposable
{
    private readonly string[] _left;
    private readonly IDisposable _subscription;
    private volatile string? _text;

    public Maintenance(IConfiguration configuration, SiteOptions options)
    {
        _left = ["/media", options.DeskPath, .. Gongkai.Theming.ServiceCollectionExtensions.ThemesIn(options.ThemesFolder).Select(theme => "/" + theme)];
        _text = Read(configuration);
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, () => _text = Read(configuration));
    }

    /// <summary>What readers are told; null while the site is open.</summary>
    public string? Text => _text;

    /// <summary>Whether a request gets the page of maintenance.</summary>
    public bool Holds(HttpContext http) =>
        _text is not null && !DeskRequest.Is(http) && !Array.Exists(_left, folder => http.Request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _subscription.Dispose();

    private static string? Read(IConfiguration configuration) => configuration["Site:Maintenance"]?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>The page of maintenance on the way of a request.</summary>
internal static class MaintenanceExtensions
{
    private const string RetryAfterSeconds = "600";

    /// <summary>Stands before the cache, so that no kept page goes out meanwhile.</summary>
    public static IApplicationBuilder UseMaintenance(this IApplicationBuilder app, HeaderPolicyCollection headers)
    {
        var maintenance = app.ApplicationServices.GetRequiredService<Maintenance>();
        return app.MapWhen(maintenance.Holds, held => held.UseSecurityHeaders(headers).UsePageLanguage().Run(http =>
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            http.Response.Headers.CacheControl = "no-store";
            return StatusPages.ShowMaintenanceAsync(http, maintenance.Text ?? "");
        }));
    }
}
