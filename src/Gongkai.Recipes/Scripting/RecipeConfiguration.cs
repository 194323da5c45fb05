namespace Gongkai.Recipes.Scripting;

/// <summary>What recipes may read of the configuration with <c>configuration('Key')</c>: one section, made for them, and nothing else.</summary>
/// <param name="Section">The section's name, for messages.</param>
/// <param name="Find">The value of a key in the section; null when it has none.</param>
public sealed record RecipeConfiguration(string Section, Func<string, string?> Find);
