namespace Gongkai.Recipes.Reading;

/// <summary>A script as it stands in a recipe.</summary>
/// <param name="Language">What is asked to run it, as <c>js</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="Offset">Where it stands in the recipe's text.</param>
/// <param name="Path">Its JSON path from the recipe's root: part of what it derives ids from.</param>
internal sealed record RecipeScript(string Language, string Text, long Offset, string Path);
