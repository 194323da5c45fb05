using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes;

/// <summary>A folder whose recipes every recipe can name.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="SetUp">The recipe that the site was set up with: what it defines is left out of exports.</param>
public sealed record SiteRecipes(RecipeFolder Folder, RecipeSource? SetUp = null);
