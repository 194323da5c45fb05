using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Media;

/// <summary>A file as the library shows it.</summary>
/// <param name="File">The file.</param>
/// <param name="Description">What is known of it.</param>
internal sealed record MediaView(MediaFile File, MediaDescription Description)
{
    private static readonly string[] PictureExtensions = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"];

    /// <summary>The name without its folder.</summary>
    public string Name => File.Path[(File.Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder; empty for the media folder itself.</summary>
    public string Folder => File.Path.LastIndexOf('/') is >= 0 and var slash ? File.Path[..slash] : "";

    /// <summary>Whether a page can show it.</summary>
    public bool IsPicture => PictureExtensions.Contains(Path.GetExtension(File.Path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether its alternative text is still to be written.</summary>
    public bool LacksText => IsPicture && Description.AlternativeText.Length == 0;

    /// <summary>The extension in capital letters.</summary>
    public string Kind => Path.GetExtension(File.Path).TrimStart('.').ToUpperInvariant();

    /// <summary>The size as people read it.</summary>
    public string Size => File.Length switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{File.Length} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{File.Length / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File.Length / 1024.0 / 1024.0:0.#} MB"),
    };
}
