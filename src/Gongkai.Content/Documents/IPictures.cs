namespace Gongkai.Content;

/// <summary>Port: makes of an uploaded picture one that can be published.</summary>
public interface IPictures
{
    /// <summary>Re-encodes a picture upright, no larger than the site's limit, without whatever else the file held: place, camera, comments.</summary>
    /// <param name="file">A seekable stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="MediaException">It is no picture, or one that is too large; the message says what to do.</exception>
    Task<PreparedPicture> PrepareAsync(Stream file, CancellationToken cancellationToken = default);

    /// <summary>A smaller one of a picture that is stored; null when it is not wider than that, or cannot be read.</summary>
    Task<PreparedPicture?> ReduceAsync(Stream file, int width, CancellationToken cancellationToken = default);
}

/// <summary>A picture that can be published.</summary>
/// <param name="Content">The file.</param>
/// <param name="Extension">Its extension without a dot: <c>jpg</c>, <c>png</c> or <c>webp</c>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="WasAnimated">It moved, and is its first frame now.</param>
/// <param name="WasReduced">It was larger than the limit.</param>
public sealed record PreparedPicture(byte[] Content, string Extension, int Width, int Height, bool WasAnimated, bool WasReduced);
