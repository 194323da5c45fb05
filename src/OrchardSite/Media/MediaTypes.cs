using System.Collections.Frozen;

namespace OrchardSite.Media;

/// <summary>How files are served by their kind: what a browser can show safely is shown, all else is saved.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> Shown = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain; charset=utf-8",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".bmp"] = "image/bmp",
        [".ico"] = "image/x-icon",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".mov"] = "video/quicktime",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Saved = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        // A picture where a page shows it; opened by itself it could run scripts.
        [".svg"] = "image/svg+xml",
        // A document may hold forms and scripts of its own: it is opened by the reader's program, not inside this site.
        [".pdf"] = "application/pdf",
        [".csv"] = "text/csv; charset=utf-8",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".wps"] = "application/vnd.ms-works",
        [".ofd"] = "application/ofd",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content type of a path, and whether a browser may show it.</summary>
    public static (string ContentType, bool IsShown) Of(string path)
    {
        var extension = Path.GetExtension(path);
        return Shown.TryGetValue(extension, out var shown) ? (shown, true) : (Saved.GetValueOrDefault(extension, "application/octet-stream"), false);
    }
}
