namespace Gongkai.Content;

/// <summary>What is to be exported: items of some types, some items, or, when neither is named, all.</summary>
/// <param name="ContentTypes">The types.</param>
/// <param name="ContentItemIds">The items.</param>
public sealed record RecipeExportScope(IReadOnlyCollection<string> ContentTypes, IReadOnlyCollection<string> ContentItemIds)
{
    /// <summary>The most items that can be named one by one.</summary>
    public const int MaxItems = 1000;
}

/// <summary>Port: the site's definitions and content as a recipe.</summary>
public interface IRecipeExports
{
    /// <summary>What is wrong with a scope: types or items that do not exist. Empty when it can be exported.</summary>
    Task<IReadOnlyList<string>> FindUnknownAsync(RecipeExportScope scope, CancellationToken cancellationToken = default);

    /// <summary>Writes the recipe as it is read: memory is flat in its size.</summary>
    /// <param name="stream">Gets the recipe.</param>
    /// <param name="scope">What is exported.</param>
    /// <param name="mayLeave">Whether an item's version may be exported by whoever asks.</param>
    /// <param name="cancellationToken">Ends the export; what was written is no recipe.</param>
    Task WriteAsync(Stream stream, RecipeExportScope scope, Func<ContentItem, bool> mayLeave, CancellationToken cancellationToken = default);
}
