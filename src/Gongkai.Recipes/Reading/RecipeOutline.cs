using System.Runtime.InteropServices;

namespace Gongkai.Recipes.Reading;

/// <summary>What a recipe's text holds, without the bodies: its name and where its steps stand.</summary>
/// <param name="Name">The recipe's name; empty when it has none.</param>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Variables">The variables by name.</param>
/// <param name="HasScripts">Whether a string in it asks to be run.</param>
internal sealed record RecipeOutline(string Name, IReadOnlyList<RecipeStepOutline> Steps, IReadOnlyDictionary<string, RecipeVariable> Variables, bool HasScripts);

/// <summary>A variable of a recipe.</summary>
/// <param name="Text">The text as written; null when it is none.</param>
/// <param name="Offset">Where it stands in the recipe.</param>
internal sealed record RecipeVariable(string? Text, long Offset);

/// <summary>Where one step stands in a recipe's text.</summary>
/// <param name="Number">The place in the order of steps, counted from 1.</param>
/// <param name="Name">The name as the recipe writes it.</param>
/// <param name="Text">The whole step.</param>
/// <param name="Arrays">Its properties that are arrays; case does not matter.</param>
internal sealed record RecipeStepOutline(int Number, string Name, TextRange Text, IReadOnlyDictionary<string, RecipeArray> Arrays)
{
    /// <summary>The JSON path of the step.</summary>
    public string Path => "$.steps" + JsonTrail.Index(Number - 1);
}

/// <summary>An array of a step, which can be read element by element.</summary>
/// <param name="Name">The property as the recipe writes it.</param>
/// <param name="Text">The array.</param>
internal sealed record RecipeArray(string Name, TextRange Text);

/// <summary>A part of a text, in bytes, and the line it begins on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextRange(long Start, long End, LineStart Line)
{
    public long Length => End - Start;
}
