namespace Gongkai.Content;

/// <summary>Port of a home with a desk: its media folder as editors see it, published or not.</summary>
public interface IMediaLibrary
{
    /// <summary>What a folder holds, by name. Empty for one that is not there.</summary>
    /// <param name="folder">The folder below the media folder; empty for the media folder itself.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<MediaFolder> ListAsync(string folder, CancellationToken cancellationToken = default);

    /// <summary>Files of all folders whose path or alternative text holds some words, by path.</summary>
    /// <param name="words">What to look for; any case.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<MediaFile>> FindAsync(string words, int most, CancellationToken cancellationToken = default);

    /// <summary>A stored file to read; null when it is not there.</summary>
    Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>What is known of a file; an empty description when nothing is.</summary>
    Task<MediaDescription> GetDescriptionAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Says what is known of a file.</summary>
    Task DescribeAsync(string path, MediaDescription description, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file and what is known of it. Whoever calls has asked <see cref="IMediaReferences"/> who uses it.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>What a folder holds.</summary>
/// <param name="Folders">The names of the folders in it.</param>
/// <param name="Files">The files in it.</param>
public sealed record MediaFolder(IReadOnlyList<string> Folders, IReadOnlyList<MediaFile> Files);

/// <summary>What is known of a file beside its content.</summary>
public sealed record MediaDescription
{
    /// <summary>What a picture says, for those who do not see it.</summary>
    public string AlternativeText { get; init; } = "";

    /// <summary>What the file was called where it came from.</summary>
    public string OriginalName { get; init; } = "";

    /// <summary>Who uploaded it, by sign-in name.</summary>
    public string UploadedBy { get; init; } = "";
}
