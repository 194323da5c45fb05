using System.Globalization;
using OrchardSite.Media;

namespace OrchardSite.Hosting;

/// <summary>The section <c>Media</c>.</summary>
internal static class MediaSection
{
    private const int DefaultMegabytes = 200;

    /// <summary>Reads the section. A relative folder is relative to <c>appsettings.json</c>.</summary>
    public static MediaOptions Read(IConfiguration configuration, IHostEnvironment environment, string dataFolder)
    {
        var section = configuration.GetSection("Media");
        var megabytes = DefaultMegabytes;
        if (section["MaximumMegabytes"] is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out megabytes) || megabytes == 0))
            throw new SiteException($"appsettings.json 中的 Media:MaximumMegabytes“{text}”应是大于 0 的整数。");
        var extensions = section["AllowedExtensions"] is { Length: > 0 } given ? given : MediaOptions.DefaultExtensions;
        return new(
            section["Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, environment.ContentRootPath) : Path.Combine(dataFolder, "media"),
            extensions.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(extension => extension.TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase),
            megabytes * 1024L * 1024);
    }
}
