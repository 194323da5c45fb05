namespace OrchardSite.Media;

/// <summary>Where attachments are and which are taken.</summary>
/// <param name="Folder">The folder, as a full path. Several processes share it.</param>
/// <param name="Extensions">The extensions that are taken, without their dots, in any case.</param>
/// <param name="MaximumLength">The largest file in bytes.</param>
internal sealed record MediaOptions(string Folder, IReadOnlySet<string> Extensions, long MaximumLength)
{
    /// <summary>What is taken when nothing is configured: what government sites attach. Nothing that a browser would run.</summary>
    public const string DefaultExtensions =
        "pdf ofd doc docx xls xlsx ppt pptx wps wpt et ett dps dpt odt ods odp rtf txt csv xml json zip rar 7z " +
        "jpg jpeg png gif webp bmp tif tiff svg ico mp3 wav m4a ogg mp4 webm mov ceb dwg";
}
