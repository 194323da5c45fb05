using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes;

/// <summary>A folder whose recipes every recipe can name.</summary>
/// <param name="Folder">The folder.</param>
public sealed record SiteRecipes(RecipeFolder Folder);
