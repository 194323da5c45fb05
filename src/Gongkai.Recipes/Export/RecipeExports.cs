using Gongkai.Content;

namespace Gongkai.Recipes.Export;

/// <summary>Exports for pages: checked first, then written as they are read.</summary>
internal sealed class RecipeExports(RecipeExporter exporter, IContentReader reader, IContentDefinitions definitions, SiteRecipes recipes) : IRecipeExports
{
    public async Task<IReadOnlyList<string>> FindUnknownAsync(RecipeExportScope scope, CancellationToken cancellationToken = default)
    {
        var types = scope.ContentTypes.Where(type => !definitions.Current.Types.ContainsKey(type));
        var known = await reader.FindTypesAsync(scope.ContentItemIds, cancellationToken);
        return [.. types, .. scope.ContentItemIds.Where(id => !known.ContainsKey(id))];
    }

    public Task WriteAsync(Stream stream, RecipeExportScope scope, Func<ContentItem, bool> mayLeave, CancellationToken cancellationToken = default) =>
        exporter.WriteAsync(stream, recipes.SetUp is { } setUp ? [setUp] : [], scope, mayLeave, progress: null, cancellationToken);
}
