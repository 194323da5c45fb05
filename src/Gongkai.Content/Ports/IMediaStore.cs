namespace Gongkai.Content;

/// <summary>Port: the site's uploaded files, by their path below the media folder.</summary>
public interface IMediaFiles
{
    /// <summary>A stored file, or null.</summary>
    ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>Port of a home that keeps the files itself. That a file is stored makes it public to nobody.</summary>
public interface IMediaStore : IMediaFiles
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    long MaximumLength { get; }

    /// <summary>What is wrong with a path for a new file, its kind included; null when it can be used.</summary>
    Wording? FaultOf(string path);

    /// <summary>Stores a file whole or not at all, in place of one of the same path.</summary>
    /// <returns>False when that very content was there already.</returns>
    /// <exception cref="MediaException">The path or the content cannot be taken.</exception>
    Task<bool> SaveAsync(string path, Stream content, CancellationToken cancellationToken = default);
}

/// <summary>A stored file.</summary>
/// <param name="Path">The path below the media folder, with <c>/</c>.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="ModifiedUtc">When it was stored last.</param>
public sealed record MediaFile(string Path, long Length, DateTime ModifiedUtc);

/// <summary>A file that the media folder does not take; the message says why and what to do.</summary>
public sealed class MediaException(Wording wording) : WordedException(wording);
