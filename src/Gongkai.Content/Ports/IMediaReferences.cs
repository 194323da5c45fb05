namespace Gongkai.Content;

/// <summary>Port: which media files public items show. Asked for every file that is served, and true no longer when a withdrawal returns.</summary>
public interface IMediaReferences
{
    /// <summary>Whether a public item names a file in a media field or links to it in its text.</summary>
    Task<bool> IsShownAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>The items whose published or newest version names a file or links to it, drafts included, by id; of each its newest version. Reads all items that mention its name.</summary>
    Task<IReadOnlyList<ContentItem>> UsersOfAsync(string path, CancellationToken cancellationToken = default);
}
