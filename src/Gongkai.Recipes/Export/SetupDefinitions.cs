using Gongkai.Content;
using Gongkai.Recipes.Definitions;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Export;

/// <summary>The definitions that a site has after its set-up.</summary>
internal static class SetupDefinitions
{
    /// <summary>Reads the definitions of recipes in their order; of a recipe that cannot be read, none.</summary>
    public static async Task<DefinitionSnapshot> ReadAsync(IReadOnlyList<RecipeSource> sources, CancellationToken cancellationToken)
    {
        var known = DefinitionSnapshot.Empty;
        foreach (var source in sources)
        {
            try
            {
                known = await ReadAsync(source, known, cancellationToken);
            }
            catch (Exception fault) when (fault is RecipeFaultException or RecipeRefusedException or IOException or UnauthorizedAccessException)
            {
                // What it defines is written in full: more than needed, never less.
            }
        }
        return known;
    }

    private static async Task<DefinitionSnapshot> ReadAsync(RecipeSource source, DefinitionSnapshot known, CancellationToken cancellationToken)
    {
        using var text = new RecipeText(source.Name, source.Open(), source.Folder);
        var run = new RecipeRun(new RecipePipeline([]), known, ScriptInputs.None, progress: null);
        var outline = await text.ReadOutlineAsync(cancellationToken);
        text.Scripts = new(outline, ScriptInputs.None);
        foreach (var step in outline.Steps.Where(step => step.Name.Equals("ContentDefinition", StringComparison.OrdinalIgnoreCase)))
            known = DefinitionChange.Read(new StepShape(await new RecipeStepText(text, outline, step).ReadAsync(cancellationToken), run)).ApplyTo(known);
        return known;
    }
}
