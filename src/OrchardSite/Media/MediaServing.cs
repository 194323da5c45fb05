using System.Globalization;
using Gongkai.Content;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Media;

/// <summary>Serves uploaded files at <c>/media/…</c>: those that a public item shows or the site itself needs. Any other is not there.</summary>
/// <remarks>Every request asks anew, so a file is out of reach when the withdrawal of the last item that shows it returns.</remarks>
internal sealed class MediaServing(FolderMediaStore store, IMediaReferences references, ISettings settings, SmallerPictures smaller)
{
    private const string SiteFolder = "site/";

    /// <summary>Serves a file; false when there is none for the public.</summary>
    public async Task<bool> TryServeAsync(HttpContext http, string path)
    {
        if (await store.FindAsync(path, http.RequestAborted) is not { } file || !await IsPublicAsync(path, http.RequestAborted))
            return false;
        var (contentType, isShown) = MediaTypes.Of(path);
        http.Response.Headers.CacheControl = "no-cache";
        if (!isShown)
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = Path.GetFileName(path) }.ToString();
        // Seconds are what a date header tells.
        var modified = new DateTimeOffset(file.ModifiedUtc.AddTicks(-(file.ModifiedUtc.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);
        var served = await smaller.FindAsync(file, http.Request.Query["width"], http.RequestAborted);
        var width = served is null ? "" : "-" + http.Request.Query["width"];
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{file.Length:x}-{file.ModifiedUtc.Ticks:x}{width}\""));
        await Results.File(served ?? store.FullPathOf(path), contentType, lastModified: modified, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(http);
        return true;
    }

    private async Task<bool> IsPublicAsync(string path, CancellationToken cancellationToken) =>
        path.StartsWith(SiteFolder, StringComparison.Ordinal)
        || await references.IsShownAsync(path, cancellationToken)
        || MediaUses.IsNamedIn(settings.Get(SettingsNames.Site), path);
}

/// <summary>Registers the media files and puts them on the way of a request.</summary>
internal static class MediaExtensions
{
    private const string Prefix = "/media";

    /// <summary>Adds the media folder.</summary>
    public static IServiceCollection AddSiteMedia(this IServiceCollection services, MediaOptions options) => services
        .AddSingleton(options)
        .AddSingleton<FolderMediaStore>()
        .AddSingleton<IMediaStore>(provider => provider.GetRequiredService<FolderMediaStore>())
        .AddSingleton<IMediaFiles>(provider => provider.GetRequiredService<FolderMediaStore>())
        .AddSingleton<IMediaLibrary, FolderMediaLibrary>()
        .AddSingleton<SmallerPictures>()
        .AddSingleton<MediaServing>();

    /// <summary>Serves media files; what is not served goes on and is found nowhere.</summary>
    public static IApplicationBuilder UseSiteMedia(this IApplicationBuilder app)
    {
        var media = app.ApplicationServices.GetRequiredService<MediaServing>();
        return app.Use(async (http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var path)
                || !await media.TryServeAsync(http, path.Value!.TrimStart('/')))
                await next(http);
        });
    }
}
