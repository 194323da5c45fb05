using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;

namespace OrchardSite.Media;

/// <summary>Smaller sizes of stored pictures, made when they are first asked for and kept in the site's folder. They are derived, and served only where the picture itself is.</summary>
internal sealed class SmallerPictures(IMediaLibrary library, IPictures pictures, ISiteFolder folder)
{
    /// <summary>The widths there are, in pixels: no visitor can ask for more files than these.</summary>
    private static readonly int[] Widths = [240, 480, 960, 1600];

    /// <summary>The file of a smaller size; null for a width that is not made, or a picture that is not wider.</summary>
    public async Task<string?> FindAsync(MediaFile file, string? width, CancellationToken cancellationToken)
    {
        if (!int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || !Widths.Contains(wanted) || !IsPicture(file.Path))
            return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Length}\n{file.ModifiedUtc.Ticks}\n{wanted}");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var place = Path.Combine(folder.Path("pictures"), name[..2], name);
        if (!File.Exists(place))
        {
            await using var stream = await library.OpenAsync(file.Path, cancellationToken);
            var reduced = stream is null ? null : await pictures.ReduceAsync(stream, wanted, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            var unfinished = place + "." + Guid.NewGuid().ToString("N");
            // An empty file says: there is none.
            await File.WriteAllBytesAsync(unfinished, reduced?.Content ?? [], cancellationToken);
            File.Move(unfinished, place, overwrite: true);
        }

        return new FileInfo(place).Length > 0 ? place : null;
    }

    // What is re-encoded keeps its type only among these.
    private static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";
}
