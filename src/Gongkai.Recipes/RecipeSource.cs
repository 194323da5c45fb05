using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes;

/// <summary>A recipe to read: a file, or what a module brings.</summary>
/// <param name="Name">The name that problems give, as the file's name.</param>
/// <param name="Open">Opens the recipe; the stream is seekable.</param>
/// <param name="Folder">Where the files are that the recipe names; null when it has none, as a module's.</param>
public sealed record RecipeSource(string Name, Func<Stream> Open, RecipeFolder? Folder = null)
{
    /// <summary>Opens all that the recipe is recognised by when its import is taken up again, as its package; null when that is the recipe alone.</summary>
    public Func<Stream>? OpenWhole { get; init; }

    /// <summary>A recipe in a file, named as the caller names it, with the files beside it.</summary>
    public static RecipeSource File(string path) => new(
        path,
        () => new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        }),
        new RecipeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!));
}
