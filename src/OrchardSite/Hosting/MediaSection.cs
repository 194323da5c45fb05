using System.Globalization;
using Gongkai.Documents.Pictures;
using OrchardSite.Media;

namespace OrchardSite.Hosting;

/// <summary>The section <c>Media</c>.</summary>
internal static class MediaSection
{
    private const int DefaultMegabytes = 200;
    private const int Million = 1_000_000;

    /// <summary>Reads the section. A relative folder is relative to <c>appsettings.json</c>.</summary>
    public static MediaOptions Read(IConfiguration configuration, IHostEnvironment environment, string dataFolder)
    {
        var section = configuration.GetSection("Media");
        var megabytes = Number(section, "MaximumMegabytes", DefaultMegabytes);
        var extensions = section["AllowedExtensions"] is { Length: > 0 } given ? given : MediaOptions.DefaultExtensions;
        return new(
            section["Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, environment.ContentRootPath) : Path.Combine(dataFolder, "media"),
            extensions.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(extension => extension.TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase),
            megabytes * 1024L * 1024);
    }

    /// <summary>How large pictures may be.</summary>
    public static PictureLimits ReadPictures(IConfiguration configuration)
    {
        var section = configuration.GetSection("Media");
        var (pixels, edge) = (PictureLimits.Default.MostPixels, PictureLimits.Default.LongestEdge);
        return new(Number(section, "MaximumMegapixels", (int)(pixels / Million)) * (long)Million, Number(section, "PictureEdge", edge));
    }

    private static int Number(IConfiguration section, string key, int usual)
    {
        if (section[key] is not { Length: > 0 } text)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SiteException($"appsettings.json 中的 Media:{key}“{text}”应是大于 0 的整数。");
    }
}
