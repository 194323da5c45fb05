using OrchardSite.Hosting;

namespace OrchardSite.Media;

/// <summary>The section <c>Media</c>.</summary>
internal sealed class MediaOptions
{
    private const int DefaultMegabytes = 200;

    // What government sites attach: documents of both office suites, archives, pictures, sound, film. Nothing that a browser would run.
    private const string DefaultExtensions =
        "pdf ofd doc docx xls xlsx ppt pptx wps wpt et ett dps dpt odt ods odp rtf txt csv xml json zip rar 7z " +
        "jpg jpeg png gif webp bmp tif tiff svg ico mp3 wav m4a ogg mp4 webm mov ceb dwg";

    /// <summary>The folder, as a full path. Several processes share it.</summary>
    public required string Folder { get; init; }

    /// <summary>The extensions that are taken, without their dots.</summary>
    public required IReadOnlySet<string> Extensions { get; init; }

    /// <summary>The largest file in bytes.</summary>
    public required long MaximumLength { get; init; }

    /// <summary>Reads the section. A relative folder is relative to <c>appsettings.json</c>.</summary>
    public static MediaOptions Read(IConfiguration configuration, string contentRoot, SiteOptions site)
    {
        var section = configuration.GetSection("Media");
        var extensions = section["AllowedExtensions"] is { Length: > 0 } given ? given : DefaultExtensions;
        if (!int.TryParse(section["MaximumMegabytes"] is { Length: > 0 } text ? text : DefaultMegabytes.ToString(System.Globalization.CultureInfo.InvariantCulture), out var megabytes) || megabytes <= 0)
            throw new SiteException($"appsettings.json 中的 Media:MaximumMegabytes“{section["MaximumMegabytes"]}”应是大于 0 的整数。");
        return new()
        {
            Folder = section["Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, contentRoot) : Path.Combine(site.DataFolder, "media"),
            Extensions = extensions.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(extension => extension.TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase),
            MaximumLength = megabytes * 1024L * 1024,
        };
    }
}
