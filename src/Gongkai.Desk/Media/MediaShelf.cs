using Gongkai.Content;

namespace Gongkai.Desk.Media;

/// <summary>Finds files for the pages of the library: a folder's, or those that some words find.</summary>
internal sealed class MediaShelf(IMediaLibrary library)
{
    /// <summary>Files on a page.</summary>
    public const int PageSize = 48;

    private const int MostFound = 480;

    /// <summary>A page of files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="words">What to look for, in all folders; empty for what the folder holds.</param>
    /// <param name="picturesOnly">Whether only pictures are wanted.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ShelfPage> ReadAsync(string folder, string words, bool picturesOnly, int page, CancellationToken cancellationToken)
    {
        var place = words.Length > 0 ? new MediaFolder([], await library.FindAsync(words, MostFound, cancellationToken)) : await library.ListAsync(folder, cancellationToken);
        var files = place.Files.Where(file => !picturesOnly || new MediaView(file, new()).IsPicture).ToList();
        var pages = Math.Max(1, (files.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = new List<MediaView>();
        foreach (var file in files.Skip((page - 1) * PageSize).Take(PageSize))
            shown.Add(new(file, await library.GetDescriptionAsync(file.Path, cancellationToken)));
        return new(place.Folders, shown, files.Count, page, pages);
    }
}

/// <summary>A page of files.</summary>
internal sealed record ShelfPage(IReadOnlyList<string> Folders, IReadOnlyList<MediaView> Files, int Total, int Page, int Pages);
